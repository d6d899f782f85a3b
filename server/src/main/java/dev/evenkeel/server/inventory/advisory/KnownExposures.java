package dev.evenkeel.server.inventory.advisory;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.advisory.AdvisoryIndex;
import dev.evenkeel.estate.advisory.Hit;
import dev.evenkeel.estate.advisory.Subject;
import dev.evenkeel.estate.backlog.Exposures;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Vulnerabilities as they were computed last; another object when they were computed again. */
public final class KnownExposures implements Exposures {
  static final KnownExposures NONE = new KnownExposures(Map.of(), AdvisoryIndex.of(List.of()));

  private final Map<String, List<Hit>> bySystem;
  private final AdvisoryIndex index;

  private KnownExposures(Map<String, List<Hit>> bySystem, AdvisoryIndex index) {
    this.bySystem = bySystem;
    this.index = index;
  }

  static KnownExposures of(List<Hit> hits, AdvisoryIndex index) {
    return new KnownExposures(
        hits.stream().sorted(AdvisoryIndex.WORST_FIRST).collect(Collectors.groupingBy(Hit::system)),
        index);
  }

  @Override
  public List<Hit> now(EstateSystem system) {
    return bySystem.getOrDefault(system.name(), List.of());
  }

  @Override
  public List<Hit> at(EstateSystem system, String version) {
    return index.of(Subject.of(system).at(version));
  }
}
