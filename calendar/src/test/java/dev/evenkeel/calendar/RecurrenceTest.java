package dev.evenkeel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows by the wall clock, also where clocks are changed; C33. */
class RecurrenceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0} {1} {2}-{3}")
  @CsvSource({
    // an hour less, an hour more
    "Europe/Berlin, 2026-03-28, 22:00, 06:00, 2026-03-28T21:00:00Z, 2026-03-29T04:00:00Z",
    "Europe/Berlin, 2026-10-24, 22:00, 06:00, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z",
    "America/New_York, 2026-03-08, 00:00, 06:00, 2026-03-08T05:00:00Z, 2026-03-08T10:00:00Z",
    "America/New_York, 2026-11-01, 00:00, 06:00, 2026-11-01T04:00:00Z, 2026-11-01T11:00:00Z",
    // begins at a time that is skipped: later by what is skipped
    "Europe/Berlin, 2026-03-29, 02:30, 06:00, 2026-03-29T01:30:00Z, 2026-03-29T04:00:00Z",
    // begins, or ends, at a time that comes twice: the first of them
    "Europe/Berlin, 2026-10-25, 02:30, 06:00, 2026-10-25T00:30:00Z, 2026-10-25T05:00:00Z",
    "Europe/Berlin, 2026-10-24, 22:00, 02:30, 2026-10-24T20:00:00Z, 2026-10-25T00:30:00Z",
    // half an hour: 02:00 becomes 02:30 in October, and 01:30 again in April
    "Australia/Lord_Howe, 2026-10-04, 00:00, 06:00, 2026-10-03T13:30:00Z, 2026-10-03T19:00:00Z",
    "Australia/Lord_Howe, 2026-10-04, 02:10, 06:00, 2026-10-03T15:40:00Z, 2026-10-03T19:00:00Z",
    "Australia/Lord_Howe, 2026-04-05, 00:00, 01:45, 2026-04-04T13:00:00Z, 2026-04-04T14:45:00Z",
    // 30 December 2011 was left out
    "Pacific/Apia, 2011-12-29, 22:00, 06:00, 2011-12-30T08:00:00Z, 2011-12-30T16:00:00Z",
    "Pacific/Apia, 2011-12-30, 22:00, 23:00, 2011-12-31T08:00:00Z, 2011-12-31T09:00:00Z",
  })
  void a_window_by_the_wall_clock(
      ZoneId zone, String date, LocalTime from, LocalTime to, Instant begins, Instant ends) {
    LocalDateTime start = LocalDateTime.parse(date + "T" + from);
    Recurrence window =
        new Recurrence(
            zone, start, Length.untilNext(from, to), Optional.empty(), List.of(), List.of());
    assertThat(window.expand("w", around(begins)).spans()).containsExactly(new Span(begins, ends));
  }

  @Test
  void eight_hours_stay_eight_hours_in_the_night_that_has_an_hour_less() {
    Recurrence window =
        Recurrence.by(
            "FREQ=WEEKLY;BYDAY=SA",
            BERLIN,
            LocalDateTime.parse("2026-03-21T22:00"),
            new Length.Lasting(0, Duration.ofHours(8)));
    assertThat(window.expand("w", span("2026-03-20T00:00:00Z", "2026-04-01T00:00:00Z")).spans())
        .containsExactly(
            span("2026-03-21T21:00:00Z", "2026-03-22T05:00:00Z"),
            span("2026-03-28T21:00:00Z", "2026-03-29T05:00:00Z"));
  }

  @Test
  void what_lies_in_skipped_time_and_would_end_before_it_begins_is_left_out_and_named() {
    Recurrence window =
        daily(LocalDateTime.parse("2026-03-28T02:30"), LocalTime.of(2, 30), LocalTime.of(3, 0));
    Expansion expansion = window.expand("w", span("2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z"));
    assertThat(expansion.occurrences())
        .extracting(one -> one.start().getDayOfMonth())
        .containsExactly(28, 30);
    assertThat(expansion.findings())
        .singleElement()
        .asString()
        .contains(
            "That of 2026-03-29T02:30 does not take place", "does not exist in Europe/Berlin");
  }

  @Test
  void a_time_that_comes_twice_is_named_with_what_was_taken() {
    Recurrence window =
        daily(LocalDateTime.parse("2026-10-24T02:30"), LocalTime.of(2, 30), LocalTime.of(5, 0));
    assertThat(window.expand("w", span("2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z")).findings())
        .singleElement()
        .asString()
        .contains("2026-10-25T02:30 comes twice in Europe/Berlin", "the first is taken");
  }

  @Test
  void a_window_that_began_before_the_range_is_open_in_it() {
    Recurrence december =
        Recurrence.by(
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
            BERLIN,
            LocalDateTime.parse("2020-12-01T00:00"),
            new Length.Until(31, LocalTime.MIDNIGHT));
    assertThat(december.expand("w", span("2026-12-24T00:00:00Z", "2026-12-25T00:00:00Z")).spans())
        .containsExactly(span("2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z"));
  }

  @Test
  void what_is_left_out_and_what_is_added_is_by_the_wall_clock() {
    Recurrence window =
        new Recurrence(
            BERLIN,
            LocalDateTime.parse("2026-01-03T22:00"),
            new Length.Lasting(0, Duration.ofHours(1)),
            Optional.of(new Rule("FREQ=WEEKLY;BYDAY=SA;COUNT=3")),
            List.of(LocalDateTime.parse("2026-01-10T22:00")),
            List.of(LocalDateTime.parse("2026-07-01T22:00")));
    assertThat(
            window.expand("w", span("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")).occurrences())
        .extracting(one -> one.start().toString())
        .containsExactly("2026-01-03T22:00", "2026-01-17T22:00", "2026-07-01T22:00");
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=DAILY;UNTIL=20260105T210000Z, 5",
    "FREQ=DAILY;UNTIL=20260105T205959Z, 4",
    "FREQ=DAILY;UNTIL=20260105T220000, 5",
    "FREQ=DAILY;UNTIL=20260105, 5",
  })
  void the_end_of_a_rule_is_meant_in_the_zone(String rule, int times) {
    Recurrence window =
        Recurrence.by(
            rule,
            BERLIN,
            LocalDateTime.parse("2026-01-01T22:00"),
            new Length.Lasting(0, Duration.ofHours(1)));
    assertThat(
            window.expand("w", span("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")).occurrences())
        .hasSize(times);
  }

  @Test
  void a_window_longer_than_its_period_is_named() {
    Recurrence window =
        Recurrence.by(
            "FREQ=DAILY",
            BERLIN,
            LocalDateTime.parse("2026-01-01T22:00"),
            new Length.Lasting(0, Duration.ofHours(30)));
    assertThat(window.expand("w", span("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")).findings())
        .singleElement()
        .asString()
        .startsWith("w: It is longer than its period: that of 2026-01-01T22:00");
  }

  @Test
  void a_rule_that_never_comes_ends_and_says_so() {
    Recurrence window =
        Recurrence.by(
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            BERLIN,
            LocalDateTime.parse("2026-01-01T22:00"),
            new Length.Lasting(0, Duration.ofHours(1)));
    Expansion expansion = window.expand("w", span("2026-01-01T00:00:00Z", "2036-01-01T00:00:00Z"));
    assertThat(expansion.occurrences()).isEmpty();
    assertThat(expansion.findings()).asString().contains("It never takes place");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | 5",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29 | 5",
        "FREQ=DAILY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29 | 3",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;BYMONTH=2 | 4"
      })
  void a_rule_that_comes_seldom_is_searched_for(String rule, int times) {
    Recurrence window =
        Recurrence.by(
            rule,
            BERLIN,
            LocalDateTime.parse("2024-02-29T22:00"),
            new Length.Lasting(0, Duration.ofHours(1)));
    assertThat(
            window.expand("w", span("2024-01-01T00:00:00Z", "2044-01-01T00:00:00Z")).occurrences())
        .hasSize(times);
  }

  @Test
  void endless_expansion_is_refused() {
    Recurrence window =
        Recurrence.by(
            "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,10,20,30",
            BERLIN,
            LocalDateTime.parse("2026-01-01T00:00"),
            new Length.Lasting(0, Duration.ofMinutes(1)));
    Span tenYears = span("2026-01-01T00:00:00Z", "2036-01-01T00:00:00Z");
    assertThatThrownBy(() -> window.expand("w", tenYears))
        .isInstanceOf(CalendarUnfit.class)
        .hasMessageContaining("more than 20,000 times")
        .hasMessageContaining("recur less often");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FREQ=",
        "BYDAY=SA",
        "FREQ=SOMETIMES",
        "FREQ=SECONDLY",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101",
        "RRULE:FREQ=DAILY",
        "FREQ=DAILY;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9"
      })
  void a_rule_that_is_none_is_refused_with_what_to_write(String text) {
    assertThatThrownBy(() -> new Rule(text))
        .isInstanceOf(CalendarUnfit.class)
        .hasMessageMatching("(?s)rule: .*(Write one such as|Take ).*");
  }

  @Test
  void what_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() ->
            Recurrence.once(
                BERLIN,
                LocalDateTime.parse("2026-12-31T00:00"),
                LocalDateTime.parse("2026-12-20T00:00")))
        .isInstanceOf(CalendarUnfit.class)
        .hasMessageContaining("does not end after that. Put the end after the beginning");
  }

  private static Recurrence daily(LocalDateTime start, LocalTime from, LocalTime to) {
    return Recurrence.by("FREQ=DAILY", BERLIN, start, Length.untilNext(from, to));
  }

  private static Span around(Instant time) {
    return new Span(time.minus(5, ChronoUnit.DAYS), time.plus(5, ChronoUnit.DAYS));
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
