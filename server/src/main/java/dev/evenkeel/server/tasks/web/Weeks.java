package dev.evenkeel.server.tasks.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tasks by whole weeks: what is late, each week, what has no deadline; and the weeks at a glance.
 */
public record Weeks(List<TaskGroup> groups, List<Week> glance) {
  private static final int AHEAD = 6;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  /** A week, Monday first. */
  public record Week(String title, List<Day> days) {}

  /**
   * A day.
   *
   * @param amount of tasks that are due on it
   */
  public record Day(LocalDate day, int amount, boolean past, boolean today) {}

  static Weeks of(List<TaskRow> rows, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Map<String, List<TaskRow>> groups = new LinkedHashMap<>();
    Map<LocalDate, Integer> days = new LinkedHashMap<>();
    for (TaskRow row : rows) {
      String title = "No deadline yet";
      if (row.task().due().isPresent()) {
        LocalDate day = row.task().due().get().atZone(ZoneOffset.UTC).toLocalDate();
        days.merge(day, 1, Integer::sum);
        title = row.late() ? "Overdue" : title(monday, day);
      }
      groups.computeIfAbsent(title, _ -> new ArrayList<>()).add(row);
    }
    List<Week> glance = new ArrayList<>();
    for (int week = 0; week < AHEAD; week++) {
      LocalDate first = monday.plusWeeks(week);
      List<Day> seven = new ArrayList<>();
      for (int n = 0; n < 7; n++) {
        LocalDate day = first.plusDays(n);
        seven.add(new Day(day, days.getOrDefault(day, 0), day.isBefore(today), day.equals(today)));
      }
      glance.add(new Week(DAY.format(first), seven));
    }
    return new Weeks(
        groups.entrySet().stream()
            .map(group ->
                new TaskGroup(
                    group.getKey(),
                    group.getKey().equals("Overdue") ? "bad" : "",
                    group.getValue()))
            .toList(),
        glance);
  }

  private static String title(LocalDate monday, LocalDate day) {
    long week = ChronoUnit.WEEKS.between(monday, day);
    return week == 0
        ? "This week"
        : week == 1 ? "Next week" : "Week of " + DAY.format(monday.plusWeeks(week));
  }
}
