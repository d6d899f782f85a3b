package dev.evenkeel.server.shared;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

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
   * @param content read when it is written, so that large files are not held all at once
   */
  record Item(String path, Supplier<byte[]> content) {
    public Item(String path, String text) {
      this(path, () -> text.getBytes(StandardCharsets.UTF_8));
    }
  }

  List<Item> of(About upgrade);

  /** What else in the audit trail belongs to it, beside what is below the upgrade itself. */
  default List<String> subjects(About upgrade) {
    return List.of();
  }
}
