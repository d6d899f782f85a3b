package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.advisory.Hit;
import java.util.List;

/** What is known of vulnerabilities, of any system at any version. */
public interface Exposures {
  /** Where nobody has loaded advisories. */
  Exposures NONE =
      new Exposures() {
        @Override
        public List<Hit> now(EstateSystem system) {
          return List.of();
        }

        @Override
        public List<Hit> at(EstateSystem system, String version) {
          return List.of();
        }
      };

  /** Those the system has, or may have, as it runs; the worst first. */
  List<Hit> now(EstateSystem system);

  /** All that would be said of it at another version, also what would not affect it. */
  List<Hit> at(EstateSystem system, String version);
}
