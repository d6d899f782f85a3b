package dev.evenkeel.server.schedule.web.year;

import dev.evenkeel.calendar.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The year as it is drawn: a row for each month, weekdays below each other.
 *
 * @param least of the quietest stretches of its days, in percent of an average hour
 */
public record YearSheet(List<MonthRow> months, int least, int most) {
  /** Steps of colour. */
  public static final int LEVELS = 5;

  private static final int NAMED = 4;
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  /** A month, such as {@code Nov}, {@code 2026}, {@code November 2026}. */
  public record MonthRow(String name, String year, String full, List<DayCell> days) {}

  /** Whether freezes cover all that is looked at for all of a day, or less. */
  public enum Freezing {
    NONE,
    PART,
    ALL
  }

  /**
   * A day.
   *
   * @param level of colour, from 1, quiet, to {@link #LEVELS}
   * @param column 1 for a Monday that begins the month; only the first of a month needs it
   * @param says all of it for people, one line each
   */
  public record DayCell(
      LocalDate day,
      int level,
      int column,
      Freezing frozen,
      boolean isHoliday,
      boolean isToday,
      boolean isOver,
      int upgrades,
      List<String> says) {

    public String text() {
      return String.join("\n", says);
    }

    /** Words for the look of it. */
    public String look() {
      StringBuilder look = new StringBuilder("day b").append(level);
      look.append(day.getDayOfMonth() == 1 ? " w" + column : "");
      look.append(
          frozen == Freezing.NONE ? "" : frozen == Freezing.ALL ? " frozen all" : " frozen");
      look.append(isHoliday ? " holiday" : "");
      look.append(day.getDayOfWeek().getValue() > 5 ? " weekend" : "");
      look.append(isToday ? " today" : isOver ? " over" : "");
      return look.toString();
    }
  }

  public static YearSheet of(
      Sight sight, List<Mark> marks, Map<LocalDate, List<String>> holidays, LocalDate today) {
    int least = sight.quiet().stream().mapToInt(Bustle.Quiet::percent).min().orElse(0);
    int most = sight.quiet().stream().mapToInt(Bustle.Quiet::percent).max().orElse(0);
    Map<LocalDate, List<Mark>> byDay =
        marks.stream().collect(Collectors.groupingBy(Mark::day, TreeMap::new, Collectors.toList()));
    Map<YearMonth, List<DayCell>> months = new LinkedHashMap<>();
    for (LocalDate day = sight.first().atDay(1); day.isBefore(sight.end()); day = day.plusDays(1)) {
      Bustle.Quiet quiet = sight.quiet(day);
      int level =
          most == least
              ? 1
              : 1 + Math.min(LEVELS - 1, (quiet.percent() - least) * LEVELS / (most - least));
      List<String> off = holidays.getOrDefault(day, List.of());
      List<Mark> standing = byDay.getOrDefault(day, List.of());
      Span span = sight.day(day);
      List<Frozen> frozen =
          sight.freezes().stream().filter(one -> !one.during(span).isEmpty()).toList();
      months
          .computeIfAbsent(YearMonth.from(day), month -> new ArrayList<>())
          .add(
              new DayCell(
                  day,
                  level,
                  day.getDayOfWeek().getValue(),
                  freezing(frozen, span),
                  !off.isEmpty(),
                  day.equals(today),
                  day.isBefore(today),
                  standing.size(),
                  says(sight, day, span, quiet, off, standing, frozen)));
    }
    return new YearSheet(
        months.entrySet().stream()
            .map(entry ->
                new MonthRow(
                    SHORT.format(entry.getKey()),
                    Integer.toString(entry.getKey().getYear()),
                    FULL.format(entry.getKey()),
                    entry.getValue()))
            .toList(),
        least,
        most);
  }

  private static Freezing freezing(List<Frozen> frozen, Span day) {
    if (frozen.isEmpty()) {
      return Freezing.NONE;
    }
    boolean isWhole =
        frozen.stream()
            .anyMatch(one -> one.isAll() && one.spans().stream().anyMatch(span -> span.holds(day)));
    return isWhole ? Freezing.ALL : Freezing.PART;
  }

  private static List<String> says(
      Sight sight,
      LocalDate day,
      Span span,
      Bustle.Quiet quiet,
      List<String> holidays,
      List<Mark> marks,
      List<Frozen> frozen) {
    List<String> says = new ArrayList<>();
    says.add(DayWords.day(day));
    if (sight.bustle().profiles() > 0) {
      says.add(
          "Quietest %s to %s: %d %% of an average hour"
              .formatted(
                  DayWords.time(quiet.from(), sight.zone()),
                  DayWords.time(quiet.to(), sight.zone()),
                  quiet.percent()));
    }
    frozen.forEach(one -> says.add("Frozen: %s (%s)".formatted(one.title(), one.covers())));
    holidays.forEach(title -> says.add("Holiday: " + title));
    marks.stream()
        .limit(NAMED)
        .forEach(mark ->
            says.add(
                mark.start()
                    .map(start ->
                        "Upgrade %s: %s"
                            .formatted(DayWords.time(start, sight.zone()), mark.title()))
                    .orElseGet(() -> "Upgrade (only a day named): " + mark.title())));
    if (marks.size() > NAMED) {
      says.add("and %d more upgrades".formatted(marks.size() - NAMED));
    }
    List<String> called =
        sight.onCall().stream()
            .filter(one -> one.isDuring(span))
            .map(one -> "%s (%s)".formatted(one.who(), one.team()))
            .distinct()
            .toList();
    if (!called.isEmpty()) {
      says.add(
          "On call: "
              + called.stream().limit(NAMED).collect(Collectors.joining(", "))
              + (called.size() > NAMED ? " and %d more".formatted(called.size() - NAMED) : ""));
    }
    return says;
  }
}
