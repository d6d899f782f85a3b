package dev.evenkeel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random calendars against a look at every minute, which knows nothing of rules; C33. */
class NaiveExpansionTest {
  private static final List<ZoneId> ZONES =
      Stream.of(
              "Europe/Berlin",
              "America/New_York",
              "Australia/Lord_Howe",
              "Pacific/Apia",
              "Africa/Casablanca",
              "Asia/Kathmandu",
              "America/Scoresbysund")
          .map(ZoneId::of)
          .toList();

  /** A window on some weekdays, of every week or of the nth of the month. */
  private record Case(
      ZoneId zone, List<DayOfWeek> days, List<Integer> weeks, LocalTime from, LocalTime to) {

    String rule() {
      Stream<String> names = days.stream().map(day -> day.name().substring(0, 2));
      return weeks.isEmpty()
          ? "FREQ=WEEKLY;BYDAY=" + names.collect(Collectors.joining(","))
          : names
              .flatMap(day -> weeks.stream().map(week -> week + day))
              .collect(Collectors.joining(",", "FREQ=MONTHLY;BYDAY=", ""));
    }

    boolean beginsOn(LocalDate date) {
      return days.contains(date.getDayOfWeek())
          && (weeks.isEmpty() || weeks.contains((date.getDayOfMonth() - 1) / 7 + 1));
    }

    /** Whether a window is open in this minute; looks at the days around it. */
    boolean open(Instant minute) {
      LocalDate today = minute.atZone(zone).toLocalDate();
      for (LocalDate date = today.minusDays(3); !date.isAfter(today); date = date.plusDays(1)) {
        if (beginsOn(date)) {
          Instant begins = ZonedDateTime.of(date, from, zone).toInstant();
          Instant ends =
              ZonedDateTime.of(to.isAfter(from) ? date : date.plusDays(1), to, zone).toInstant();
          if (!minute.isBefore(begins) && minute.isBefore(ends)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  @Test
  void agrees_with_a_look_at_every_minute() {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      Case one = some(random);
      // the changes of the clock, and Apia's missing day, are as likely as other days
      int year = one.zone().getId().equals("Pacific/Apia") ? 2011 : 2026;
      int month = List.of(3, 4, 9, 10, 11, 12).get(random.nextInt(6));
      Instant from = LocalDate.of(year, month, 1).atStartOfDay(one.zone()).toInstant();
      Span range = new Span(from, from.plus(Duration.ofDays(36)));
      MaintenanceCalendar calendar =
          new MaintenanceCalendar(
              "random",
              List.of(
                  new Window(
                      "w",
                      Recurrence.by(
                          one.rule(),
                          one.zone(),
                          LocalDate.of(year - 3, 1, 1).atTime(one.from()),
                          Length.untilNext(one.from(), one.to())))));
      assertThat(calendar.open(range)).as("seed %d: %s", seed, one).isEqualTo(naive(one, range));
    }
  }

  private static List<Span> naive(Case one, Span range) {
    List<Span> minutes = new ArrayList<>();
    for (Instant minute = range.from();
        minute.isBefore(range.to());
        minute = minute.plusSeconds(60)) {
      if (one.open(minute)) {
        minutes.add(new Span(minute, minute.plusSeconds(60)));
      }
    }
    return Spans.merged(minutes);
  }

  private static Case some(Random random) {
    List<DayOfWeek> days =
        Stream.of(DayOfWeek.values())
            .filter(day -> day == DayOfWeek.SUNDAY || random.nextInt(3) == 0)
            .toList();
    List<Integer> weeks =
        random.nextBoolean()
            ? List.of()
            : Stream.of(1, 2, 3, 4, 5).filter(week -> week > 3 || random.nextBoolean()).toList();
    return new Case(
        ZONES.get(random.nextInt(ZONES.size())), days, weeks, time(random), time(random));
  }

  /** Mostly in the hours in which clocks are changed. */
  private static LocalTime time(Random random) {
    return LocalTime.of(
        random.nextBoolean() ? random.nextInt(5) : random.nextInt(24), random.nextInt(4) * 15);
  }
}
