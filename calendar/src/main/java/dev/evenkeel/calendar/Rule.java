package dev.evenkeel.calendar;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * A recurrence rule of RFC 5545, such as {@code FREQ=WEEKLY;BYDAY=SAT}. Only rules by day or longer
 * are taken, with at most {@value #TIMES_A_DAY} times a day: what recurs more often is no window,
 * and could be expanded without end.
 */
public record Rule(String text) {
  static final int TIMES_A_DAY = 96;
  private static final int MOST_BETWEEN = 10_000;
  private static final List<Freq> TAKEN =
      List.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

  /**
   * @throws CalendarUnfit if it is none, or one that is not taken
   */
  public Rule {
    text = text.strip().toUpperCase(Locale.ROOT);
    refusal(text)
        .ifPresent(why -> {
          throw new CalendarUnfit(Finding.error("rule", "%s", why));
        });
  }

  private static Optional<String> refusal(String text) {
    if (text.isEmpty()) {
      return Optional.of(
          "It is empty. Write one such as 'FREQ=WEEKLY;BYDAY=SA', or leave it out if it is once"
              + " only.");
    }
    if (text.length() > 1_000) {
      return Optional.of(
          "It has %,d characters. Write it in at most 1,000.".formatted(text.length()));
    }
    try {
      RecurrenceRule rule = parsed(text);
      if (!TAKEN.contains(rule.getFreq())) {
        return Optional.of(
            "It recurs %s. Take DAILY, WEEKLY, MONTHLY or YEARLY, and BYHOUR for several times a"
                    .formatted(rule.getFreq())
                + " day.");
      }
      long times = 1;
      for (RecurrenceRule.Part part :
          List.of(
              RecurrenceRule.Part.BYHOUR,
              RecurrenceRule.Part.BYMINUTE,
              RecurrenceRule.Part.BYSECOND)) {
        List<Integer> some = rule.getByPart(part);
        times *= some == null ? 1 : Math.max(1, some.size());
      }
      if (times > TIMES_A_DAY) {
        return Optional.of(
            "It recurs %,d times a day. Take at most %d.".formatted(times, TIMES_A_DAY));
      }
      return Optional.empty();
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
      return Optional.of(
          "'%s' is no rule of RFC 5545 (%s). Write one such as 'FREQ=MONTHLY;BYDAY=2SU'."
              .formatted(text, e.getMessage()));
    }
  }

  private static RecurrenceRule parsed(String text) throws InvalidRecurrenceRuleException {
    return new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
  }

  /**
   * The times of the wall clock it gives, from the first at or after one of them; without end
   * unless the rule has one.
   */
  Times times(LocalDateTime start, LocalDateTime from, ZoneId zone) {
    try {
      RecurrenceRule rule = parsed(text);
      if (rule.getUntil() != null) {
        rule.setUntil(dateTime(until(rule.getUntil(), zone)));
      }
      return new Times(iterator(rule, start, from));
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The times of the wall clock from one to before another; for rules of few times. */
  public List<LocalDateTime> between(LocalDateTime start, LocalDateTime from, LocalDateTime to) {
    Times all = times(start, from, ZoneOffset.UTC);
    return Stream.generate(all::next)
        .limit(MOST_BETWEEN)
        .takeWhile(next -> next.isPresent() && next.get().isBefore(to))
        .map(Optional::orElseThrow)
        .filter(next -> !next.isBefore(from))
        .toList();
  }

  private static Optional<RecurrenceRuleIterator> iterator(
      RecurrenceRule rule, LocalDateTime start, LocalDateTime from) {
    try {
      RecurrenceRuleIterator iterator = rule.iterator(dateTime(start));
      // what is counted has to be counted from its first
      if (rule.getCount() == null && from.isAfter(start)) {
        iterator.fastForward(dateTime(from));
      }
      return Optional.of(iterator);
    } catch (IllegalArgumentException inVain) {
      return Optional.empty();
    }
  }

  /** An end in UTC is meant in the zone; one that is a day includes all of it. */
  private static LocalDateTime until(DateTime until, ZoneId zone) {
    if (until.isAllDay()) {
      return local(until).toLocalDate().atTime(LocalTime.of(23, 59, 59));
    }
    return until.getTimeZone() == null
        ? local(until)
        : LocalDateTime.ofInstant(local(until).toInstant(ZoneOffset.UTC), zone);
  }

  private static DateTime dateTime(LocalDateTime time) {
    return new DateTime(
        time.getYear(),
        time.getMonthValue() - 1,
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
  }

  private static LocalDateTime local(DateTime time) {
    return time.isAllDay()
        ? LocalDateTime.of(time.getYear(), time.getMonth() + 1, time.getDayOfMonth(), 0, 0)
        : LocalDateTime.of(
            time.getYear(),
            time.getMonth() + 1,
            time.getDayOfMonth(),
            time.getHours(),
            time.getMinutes(),
            time.getSeconds());
  }

  /**
   * The times of a rule, one after the other.
   *
   * @param iterator none where the library has searched in vain: for the 30th of February
   */
  record Times(Optional<RecurrenceRuleIterator> iterator) {
    Optional<LocalDateTime> next() {
      try {
        return iterator
            .filter(RecurrenceRuleIterator::hasNext)
            .map(more -> local(more.nextDateTime()));
      } catch (IllegalArgumentException inVain) {
        return Optional.empty();
      }
    }
  }
}
