package dev.evenkeel.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A recurrence as somebody writes it down, not yet read.
 *
 * @param zone a name of the IANA database, such as {@code Europe/Berlin}
 * @param start such as {@code 2026-11-07T22:00}
 * @param end a time such as {@code 06:00}, the next one is meant; or a date and time
 * @param lasts instead of the end, such as {@code PT8H}
 * @param rule such as {@code FREQ=WEEKLY;BYDAY=SA}; none if it is once
 * @param except beginnings that are left out
 * @param also beginnings besides
 */
public record WrittenTime(
    String zone,
    String start,
    Optional<String> end,
    Optional<String> lasts,
    Optional<String> rule,
    List<String> except,
    List<String> also) {
  /** Asked for, it is copied each time; times are read by the hundred for one page. */
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  /**
   * @param where how findings call it
   * @throws CalendarUnfit with all that is wrong
   */
  public Recurrence read(String where) {
    List<Finding> findings = new ArrayList<>();
    Optional<ZoneId> readZone = zone(zone);
    if (readZone.isEmpty()) {
      findings.add(
          Finding.error(
              where + ", zone",
              "There is no zone '%s'. Write one of the IANA database, such as Europe/Berlin.",
              zone));
    }
    Optional<LocalDateTime> readStart = time(where + ", start", start, findings);
    Optional<Length> length = readStart.flatMap(from -> length(where, from, findings));
    Optional<Rule> readRule = rule.flatMap(text -> tried(where, () -> new Rule(text), findings));
    List<LocalDateTime> left = times(where + ", except", except, findings);
    List<LocalDateTime> more = times(where + ", also", also, findings);
    Optional<Recurrence> read =
        findings.isEmpty()
            ? tried(
                where,
                () ->
                    new Recurrence(
                        readZone.orElseThrow(),
                        readStart.orElseThrow(),
                        length.orElseThrow(),
                        readRule,
                        left,
                        more),
                findings)
            : Optional.empty();
    return read.orElseThrow(() -> new CalendarUnfit(findings));
  }

  /** A zone by its name in the IANA database; offsets have no daylight saving and are none. */
  public static Optional<ZoneId> zone(String name) {
    return ZONES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }

  private Optional<Length> length(String where, LocalDateTime from, List<Finding> findings) {
    if (end.isPresent() == lasts.isPresent()) {
      findings.add(
          Finding.error(
              where, "It needs either an end or a length. Write 'end: 06:00' or 'lasts: PT8H'."));
      return Optional.empty();
    }
    if (lasts.isPresent()) {
      return parsed(where + ", lasts", lasts.get(), Duration::parse, "PT8H", findings)
          .map(time -> new Length.Lasting(0, time));
    }
    return end.flatMap(text ->
        text.contains("T")
            ? time(where + ", end", text, findings).map(to -> Length.between(from, to))
            : parsed(where + ", end", text, LocalTime::parse, "06:00", findings)
                .map(to -> Length.untilNext(from.toLocalTime(), to)));
  }

  private static List<LocalDateTime> times(
      String where, List<String> texts, List<Finding> findings) {
    return texts.stream().flatMap(text -> time(where, text, findings).stream()).toList();
  }

  private static Optional<LocalDateTime> time(String where, String text, List<Finding> findings) {
    return parsed(where, text, LocalDateTime::parse, "2026-11-07T22:00", findings);
  }

  private static <T> Optional<T> parsed(
      String where,
      String text,
      Function<String, T> parse,
      String example,
      List<Finding> findings) {
    try {
      return Optional.of(parse.apply(text.strip()));
    } catch (DateTimeException e) {
      findings.add(Finding.error(where, "'%s' cannot be read. Write it like '%s'.", text, example));
      return Optional.empty();
    }
  }

  private static <T> Optional<T> tried(String where, Supplier<T> make, List<Finding> findings) {
    try {
      return Optional.of(make.get());
    } catch (CalendarUnfit e) {
      e.findings()
          .forEach(one ->
              findings.add(new Finding(one.error(), where + ", " + one.where(), one.text())));
      return Optional.empty();
    }
  }
}
