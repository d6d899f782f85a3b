package dev.evenkeel.server.shared;

import java.time.Instant;
import java.util.List;

/** What a part of Evenkeel keeps of upgrades, for the evidence that auditors take away. */
public interface EvidenceSource {

  /**
   * An upgrade.
   *
   * @param systems names of the systems it changes
   * @param since when it was made
   */
  record About(long upgrade, List<String> systems, Instant since) {
    public About {
      systems = List.copyOf(systems);
    }
  }

  /**
   * A file.
   *
   * @param path within the archive
   */
  record Item(String path, String text) {}

  List<Item> of(About upgrade);

  /** What else in the audit trail belongs to it, beside what is below the upgrade itself. */
  default List<String> subjects(About upgrade) {
    return List.of();
  }
}
