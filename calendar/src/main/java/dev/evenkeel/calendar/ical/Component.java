package dev.evenkeel.calendar.ical;

import dev.evenkeel.calendar.CalendarUnfit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands between a BEGIN and its END. */
record Component(int number, String name, List<ContentLine> lines, List<Component> parts) {
  private static final int DEEPEST = 8;

  /**
   * The calendar of a file.
   *
   * @throws CalendarUnfit if it is not whole: what is cut off is not read
   */
  static Component calendar(List<ContentLine> lines) {
    Deque<Component> open = new ArrayDeque<>();
    Component calendar = null;
    for (ContentLine line : lines) {
      String value = line.value().strip().toUpperCase(Locale.ROOT);
      if (calendar != null) {
        throw ContentLines.unfit(
            line.where(), "Something follows the end of the calendar. Give one calendar a file.");
      } else if (line.name().equals("BEGIN")) {
        if (open.size() >= DEEPEST) {
          throw ContentLines.unfit(line.where(), "It is nested too deeply. Export it anew.");
        }
        Component next = new Component(line.number(), value, new ArrayList<>(), new ArrayList<>());
        if (!open.isEmpty()) {
          open.element().parts().add(next);
        }
        open.push(next);
      } else if (open.isEmpty()) {
        throw ContentLines.unfit(
            line.where(), "It does not begin with BEGIN:VCALENDAR. Is it an iCalendar file?");
      } else if (!line.name().equals("END")) {
        open.element().lines().add(line);
      } else if (!open.element().name().equals(value)) {
        throw ContentLines.unfit(
            line.where(),
            "END:%s stands where %s of line %d ends. Export the file anew.",
            value,
            open.element().name(),
            open.element().number());
      } else {
        Component done = open.pop();
        calendar = open.isEmpty() ? done : null;
      }
    }
    if (calendar == null || !calendar.name().equals("VCALENDAR")) {
      throw ContentLines.unfit(
          "end of file",
          "%s. Nothing of it is taken; fetch it again.",
          open.isEmpty()
              ? "There is no VCALENDAR"
              : "%s of line %d does not end; the file is cut off"
                  .formatted(open.element().name(), open.element().number()));
    }
    return calendar;
  }

  List<ContentLine> all(String property) {
    return lines.stream().filter(line -> line.name().equals(property)).toList();
  }

  Optional<ContentLine> first(String property) {
    return all(property).stream().findFirst();
  }

  String text(String property) {
    return first(property).map(line -> Text.read(line.value())).orElse("");
  }
}
