package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.version.Version;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.util.List;
import java.util.Optional;

/** What a vendor says of the way from an old version to a new one. */
@Says("a rule: which versions must not be left out on the way up")
public record PathRule(
    @Says("the product, by its name at endoflife.date") @Spelled(Names.ENTRY) String product,
    @Says(
            "direct, or by the stops given, or by each major version, release line or LTS line between")
        Way way,
    @Says("release lines that must not be left out; for `way: stops`") List<String> stops,
    @Says("the rule holds for versions below this one; for all when left out")
        Optional<String> whenBelow,
    @Says("the rule in words") String says,
    @Says("the address where the vendor says so") String source) {

  boolean holdsFrom(Version start) {
    return whenBelow
        .flatMap(Version::ofProduct)
        .map(limit -> start.compareTo(limit) < 0)
        .orElse(true);
  }

  /** How the way up leads. */
  public enum Way {
    DIRECT,
    STOPS,
    EACH_MAJOR,
    EACH_LINE,
    EACH_LTS;

    /** Whether the stops are those release lines that happen to be known. */
    boolean goesByLines() {
      return this == EACH_LINE || this == EACH_LTS;
    }
  }
}
