package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.terms.TierOrder;
import dev.evenkeel.server.shared.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes what comes before an upgrade into the text of its plan; all else stays as it was written.
 */
final class AfterText {
  private AfterText() {}

  static String with(Planned planned, TierOrder.Before before) {
    String line =
        "- {upgrade: %s, why: '%s'}"
            .formatted(before.before(), before.because().replace("'", "''"));
    if (planned.said().after().isEmpty()) {
      if (planned.text().stripLeading().startsWith("{")) {
        throw byHand(line);
      }
      String text = planned.text().isBlank() ? "" : planned.text().stripTrailing() + "\n";
      return text + "after:\n  " + line + "\n";
    }
    List<String> lines = new ArrayList<>(Arrays.asList(planned.text().split("\n", -1)));
    int key = lines.indexOf("after:");
    if (key < 0 || key + 1 >= lines.size() || !lines.get(key + 1).strip().startsWith("-")) {
      throw byHand(line);
    }
    String first = lines.get(key + 1);
    lines.add(key + 1, first.substring(0, first.indexOf('-')) + line);
    return String.join("\n", lines);
  }

  private static Refused byHand(String line) {
    return new Refused(
        Refused.Kind.NOT_NOW,
        "The plan is written in a way that cannot be added to without writing it anew. Write `%s` into its `after`."
            .formatted(line));
  }
}
