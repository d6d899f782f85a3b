package dev.evenkeel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that lasts for a while and may come again, in the wall-clock time of a zone.
 *
 * <p>Where clocks are changed, RFC 5545 holds, for beginnings and ends alike:
 *
 * <ul>
 *   <li>A time that does not exist, since clocks go forward over it, is later by what is skipped:
 *       02:30 in Berlin on the last Sunday of March is 03:30. Where a whole day is skipped, it is
 *       the same time of the next day.
 *   <li>A time that comes twice, since clocks go back over it, is the first of the two.
 *   <li>What would then end before it begins (02:30 to 03:00 in that night) does not take place.
 * </ul>
 *
 * Each of these is a warning of the expansion, so that nobody is surprised.
 *
 * @param start the first time the rule may give, and what it counts from; given by the rule only if
 *     it fits it
 * @param rule when it comes again; without one it is once
 * @param except beginnings that are left out
 * @param also beginnings besides those of the rule
 */
public record Recurrence(
    ZoneId zone,
    LocalDateTime start,
    Length length,
    Optional<Rule> rule,
    List<LocalDateTime> except,
    List<LocalDateTime> also) {

  /** More than this in one range is refused: nobody looks at it, and it takes all memory. */
  public static final int MOST = 20_000;

  private static final int MOST_STEPS = 100_000;
  private static final int MOST_ODD = 20;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  /**
   * @throws CalendarUnfit if it ends before it begins, or lies in a year nobody means
   */
  public Recurrence {
    except = List.copyOf(except);
    also = List.copyOf(also);
    if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
      throw new CalendarUnfit(
          Finding.error(
              "start",
              "%s lies outside of the years %d to %d. Mend the year.",
              start,
              FIRST_YEAR,
              LAST_YEAR));
    }
    if (!length.some(start)) {
      throw new CalendarUnfit(
          Finding.error(
              "end",
              "It begins on %s and does not end after that. Put the end after the beginning.",
              start));
    }
  }

  public static Recurrence once(ZoneId zone, LocalDateTime from, LocalDateTime to) {
    return new Recurrence(
        zone, from, Length.between(from, to), Optional.empty(), List.of(), List.of());
  }

  public static Recurrence by(String rule, ZoneId zone, LocalDateTime start, Length length) {
    return new Recurrence(zone, start, length, Optional.of(new Rule(rule)), List.of(), List.of());
  }

  /**
   * All that meets a range.
   *
   * @param where how findings call it
   * @throws CalendarUnfit if it is too much
   */
  public Expansion expand(String where, Span range) {
    List<Finding> findings = new ArrayList<>();
    List<Occurrence> found = new ArrayList<>();
    int odd = 0;
    for (LocalDateTime time : times(where, range)) {
      Instant from = WallClock.instant(time, zone);
      Instant to = length.end(time, zone);
      if (!from.isBefore(to)) {
        if (!from.isBefore(range.from()) && from.isBefore(range.to()) && odd++ < MOST_ODD) {
          findings.add(
              Finding.warning(
                  where,
                  "That of %s does not take place: %s, and it would end before it begins. Move"
                      + " it if it is needed.",
                  time,
                  WallClock.odd(time, zone).orElse("clocks are changed meanwhile")));
        }
      } else if (range.meets(new Span(from, to))) {
        found.add(new Occurrence(time, new Span(from, to)));
        Optional<String> why = WallClock.odd(time, zone);
        if (why.isPresent() && odd++ < MOST_ODD) {
          findings.add(
              Finding.warning(
                  where, "It begins at a doubtful time: %s. Move it if it matters.", why.get()));
        }
      }
      if (found.size() > MOST) {
        throw tooMuch(where, range);
      }
    }
    found.sort(Comparator.comparing((Occurrence one) -> one.span().from()));
    overlap(found)
        .ifPresent(one ->
            findings.add(
                Finding.warning(
                    where,
                    "It is longer than its period: that of %s has not ended when the next"
                        + " begins, and they are taken as one. Shorten it, or let it recur less"
                        + " often.",
                    one.start())));
    if (found.isEmpty()) {
      findings.add(Finding.warning(where, "It never takes place from %s.", range));
    }
    return new Expansion(found, findings);
  }

  private Set<LocalDateTime> times(String where, Span range) {
    LocalDateTime last = LocalDateTime.ofInstant(range.to(), zone).plusDays(2);
    LocalDateTime first = LocalDateTime.ofInstant(range.from(), zone).minus(reach()).minusDays(2);
    Set<LocalDateTime> times = new TreeSet<>();
    if (rule.isEmpty()) {
      times.add(start);
    } else {
      Rule.Times all = rule.get().times(start, first, zone);
      int steps = 0;
      for (Optional<LocalDateTime> next = all.next();
          next.isPresent() && next.get().isBefore(last);
          next = all.next()) {
        if (++steps > MOST_STEPS) {
          throw tooMuch(where, range);
        }
        if (!next.get().isBefore(first)) {
          times.add(next.get());
        }
      }
    }
    times.addAll(also);
    times.removeAll(new HashSet<>(except));
    return times;
  }

  /** How far back it may have begun and still last. */
  private Duration reach() {
    return Duration.between(WallClock.instant(start, zone), length.end(start, zone)).abs();
  }

  private static Optional<Occurrence> overlap(List<Occurrence> found) {
    for (int i = 1; i < found.size(); i++) {
      if (found.get(i).span().meets(found.get(i - 1).span())) {
        return Optional.of(found.get(i - 1));
      }
    }
    return Optional.empty();
  }

  private static CalendarUnfit tooMuch(String where, Span range) {
    return new CalendarUnfit(
        Finding.error(
            where,
            "It comes more than %,d times from %s. Let it recur less often, or take a shorter time.",
            MOST,
            range));
  }
}
