package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.schedule.timetable.form.PlanSheet;
import dev.evenkeel.server.schedule.timetable.terms.TierOrder;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import java.util.Map;

/**
 * A form with a part more, or less.
 *
 * @param focus where one goes on
 */
record PlanChange(PlanSheet sheet, String focus) {

  /**
   * @param change {@code way:STRATEGY}, {@code after:UPGRADE} for what is proposed to come first,
   *     or {@code remove:PATH}
   */
  static PlanChange of(PlanSheet sheet, String change, List<TierOrder.Before> proposed) {
    String value = change.substring(change.indexOf(':') + 1);
    if (change.startsWith("way:")) {
      String path = "ways[%d]".formatted(sheet.rows("ways"));
      return new PlanChange(sheet.with(Map.of(path + ".strategy", value)), path + ".work");
    }
    if (change.startsWith("after:")) {
      String path = "after[%d]".formatted(sheet.rows("after"));
      return proposed.stream()
          .filter(one -> one.before().toString().equals(value))
          .findFirst()
          .map(one ->
              new PlanChange(
                  sheet.with(Map.of(path + ".upgrade", value, path + ".why", one.because())),
                  path + ".upgrade"))
          .orElse(new PlanChange(sheet, path + ".upgrade"));
    }
    if (change.startsWith("remove:")) {
      int row = value.lastIndexOf('[');
      return new PlanChange(
          sheet.without(List.of(value)), row < 0 ? value : "after " + value.substring(0, row));
    }
    throw new Refused(
        Refused.Kind.INVALID, "A form cannot do '%s'. Load the page again.".formatted(change));
  }
}
