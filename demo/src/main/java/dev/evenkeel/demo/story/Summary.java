package dev.evenkeel.demo.story;

import dev.evenkeel.demo.load.LoadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The end of a demo in words a newcomer understands. */
final class Summary {

  private Summary() {}

  static List<String> of(List<ActReport> acts) {
    List<String> lines = new ArrayList<>();
    for (ActReport act : acts) {
      lines.add("");
      lines.add(headline(act));
      lines.addAll(users(act.load()));
      if (act.detectSeconds() != null && act.backSeconds() != null) {
        lines.add(
            line(
                "  The fault was seen after %.1f s, and %.1f s later every node was on the old"
                    + " release again.",
                act.detectSeconds(), act.backSeconds()));
        lines.add(line("  Users got %,d answers of the bad release.", act.badAnswers()));
      }
      lines.add("  The nodes say: " + nodes(act));
      if (!act.asExpected()) {
        lines.add("  This is not how it should have come out: " + act.reason());
      }
    }
    return lines;
  }

  private static String headline(ActReport act) {
    return switch (act.outcome()) {
      case SUCCEEDED -> line("Upgraded to %s in %.0f s.", act.release(), act.seconds());
      case ROLLED_BACK -> line("%s was tried and taken back.", act.release());
      case HELD -> line("The upgrade to %s waits for a person.", act.release());
    };
  }

  private static List<String> users(LoadReport load) {
    String failed =
        load.failed() == 0
            ? "none of them failed"
            : line(
                "%,d of them failed (%.2f %%)",
                load.failed(), 100.0 * load.failed() / load.requests());
    String interrupted =
        load.longestInterruptionSeconds() == 0
            ? "No user was interrupted."
            : line(
                "The longest interruption of any one user was %.1f s.",
                load.longestInterruptionSeconds());
    return List.of(
        line("  %,d requests were served; %s.", load.requests(), failed), "  " + interrupted);
  }

  private static String nodes(ActReport act) {
    List<String> each = new ArrayList<>();
    new TreeMap<>(act.versions()).forEach((node, version) -> each.add(node + " " + version));
    return String.join(", ", each);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ENGLISH, format, values);
  }
}
