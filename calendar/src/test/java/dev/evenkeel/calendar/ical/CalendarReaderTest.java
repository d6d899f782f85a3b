package dev.evenkeel.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.SharedData;
import dev.evenkeel.calendar.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * iCalendar files of others are read whole or refused with their lines; feeds are read again; C31.
 */
class CalendarReaderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void exchange_its_zone_and_the_moved_day() throws IOException {
    CalendarFile file = real("exchange_whole_day_moved_recurrence.ics");
    assertThat(file.complete()).isTrue();
    assertThat(file.findings()).asString().contains("'W. Europe Standard Time' is not one");
    List<Span> spans = file.events().getFirst().spans(span("2026-01-01", "2027-01-01"));
    assertThat(spans).hasSize(52);
    assertThat(spans)
        .contains(span("2026-02-26T23:00:00Z", "2026-02-27T23:00:00Z"))
        .doesNotContain(span("2026-02-25T23:00:00Z", "2026-02-26T23:00:00Z"));
  }

  @Test
  void a_broken_rule_costs_its_event_and_names_its_line() throws IOException {
    CalendarFile file = real("badRRULE.ics");
    assertThat(file.events()).extracting(Event::summary).containsExactly("Brain Break");
    assertThat(file.complete()).isFalse();
    assertThat(file.findings())
        .anySatisfy(
            one -> assertThat(one.toString()).startsWith("line 50, rule").contains("not taken"))
        .anySatisfy(one -> assertThat(one.toString()).contains("takes no time"));
  }

  @Test
  void busy_times() throws IOException {
    CalendarFile file = real("vfreebusy-zimbra.ics");
    assertThat(file.events()).hasSize(29);
    assertThat(
            file.events().stream()
                .flatMap(event -> event.spans(span("2014-01-01", "2015-01-01")).stream())
                .mapToLong(one -> one.length().toMinutes())
                .sum())
        .isEqualTo(2120);
  }

  @Test
  void a_zone_nobody_knows_is_named_with_its_line() throws IOException {
    CalendarFile file = real("windows-quoted-tz-rrule.ics");
    assertThat(file.events()).isEmpty();
    assertThat(file.findings()).asString().contains("line 5", "Eastern Time (US and Canada)");
  }

  @Test
  void a_zone_that_windows_calls_by_a_name_of_its_own_is_known_without_a_description() {
    CalendarFile file =
        CalendarReader.read(
            calendar(
                """
                BEGIN:VEVENT
                UID:a
                DTSTART;TZID=W. Europe Standard Time:20260328T220000
                DURATION:PT8H
                RRULE:FREQ=DAILY;COUNT=2
                END:VEVENT
                BEGIN:VEVENT
                UID:b
                DTSTART;TZID=Eastern Standard Time:20260701T220000
                DURATION:PT1H
                END:VEVENT
                """),
            BERLIN);
    assertThat(file.complete()).isTrue();
    assertThat(file.events().getFirst().spans(span("2026-03-01", "2026-05-01")))
        .containsExactly(
            span("2026-03-28T21:00:00Z", "2026-03-29T05:00:00Z"),
            span("2026-03-29T20:00:00Z", "2026-03-30T04:00:00Z"));
    assertThat(file.events().getLast().spans(span("2026-06-01", "2026-08-01")))
        .containsExactly(span("2026-07-02T02:00:00Z", "2026-07-02T03:00:00Z"));
  }

  @Test
  void a_cancelled_occurrence_a_cancelled_event_and_folded_text() {
    CalendarFile file =
        CalendarReader.read(
            calendar(
                """
                BEGIN:VEVENT
                UID:a
                SUMMARY:night\\, of
                  change
                DTSTART;TZID=Europe/Berlin:20260103T220000
                DURATION:PT8H
                RRULE:FREQ=WEEKLY;COUNT=3
                END:VEVENT
                BEGIN:VEVENT
                UID:a
                RECURRENCE-ID:20260110T210000Z
                DTSTART;TZID=Europe/Berlin:20260110T220000
                STATUS:CANCELLED
                END:VEVENT
                BEGIN:VEVENT
                UID:b
                DTSTART;VALUE=DATE:20260501
                STATUS:CANCELLED
                END:VEVENT
                """),
            BERLIN);
    assertThat(file.complete()).isTrue();
    Event event = file.events().getFirst();
    assertThat(file.events()).hasSize(1);
    assertThat(event.summary()).isEqualTo("night, of change");
    assertThat(event.spans(span("2026-01-01", "2027-01-01")))
        .containsExactly(
            span("2026-01-03T21:00:00Z", "2026-01-04T05:00:00Z"),
            span("2026-01-17T21:00:00Z", "2026-01-18T05:00:00Z"));
  }

  @Test
  void a_series_with_a_change_that_is_not_understood_is_not_taken_at_all() {
    CalendarFile file =
        CalendarReader.read(
            calendar(
                """
                BEGIN:VEVENT
                UID:a
                DTSTART:20260103T220000Z
                DURATION:PT8H
                RRULE:FREQ=WEEKLY
                END:VEVENT
                BEGIN:VEVENT
                UID:a
                RECURRENCE-ID;RANGE=THISANDFUTURE:20260110T220000Z
                DTSTART:20260111T220000Z
                DURATION:PT8H
                END:VEVENT
                """),
            BERLIN);
    assertThat(file.events()).isEmpty();
    assertThat(file.findings()).asString().contains("line 11", "RANGE", "nor its series");
  }

  @Test
  void a_file_that_is_cut_off_gives_nothing() {
    byte[] whole = calendar("BEGIN:VEVENT\nUID:a\nDTSTART:20260101T000000Z\nEND:VEVENT\n");
    for (int length = 0; length < whole.length - "END:VCALENDAR\n".length(); length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> CalendarReader.read(cut, BERLIN)).isInstanceOf(CalendarUnfit.class);
    }
    assertThatThrownBy(() -> CalendarReader.read(new byte[10_000_001], BERLIN))
        .hasMessageContaining("more than 10,000,000");
    assertThatThrownBy(() -> CalendarReader.read("BEGIN:X\n".repeat(100_000).getBytes(), BERLIN))
        .hasMessageContaining("line 9: It is nested too deeply");
    assertThatThrownBy(() -> CalendarReader.read(new byte[] {'A', ':', (byte) 0xff}, BERLIN))
        .hasMessageContaining("line 1: It is not written in UTF-8");
  }

  @Test
  void a_feed_keeps_to_75_octets_and_says_the_same_when_it_is_read_again() {
    Span when = span("2026-11-07T21:00:00Z", "2026-11-08T05:00:00Z");
    String summary = "Übergabe; größer, länger\n" + "ä".repeat(100) + "\\ 🙂".repeat(30);
    String feed =
        CalendarFeed.written(
            "Team, nachts",
            List.of(
                new CalendarFeed.Entry(
                    "run-7@evenkeel", Instant.parse("2026-11-01T00:00:00Z"), when, summary, "")));
    assertThat(feed.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
        .contains("UID:run-7@evenkeel", "DTSTAMP:20261101T000000Z", "END:VCALENDAR");
    CalendarFile file = CalendarReader.read(feed.getBytes(StandardCharsets.UTF_8), BERLIN);
    assertThat(file.name()).isEqualTo("Team, nachts");
    assertThat(file.findings()).isEmpty();
    assertThat(file.events().getFirst().summary()).isEqualTo(summary);
    assertThat(file.events().getFirst().spans(span("2026-01-01", "2027-01-01")))
        .containsExactly(when);
  }

  private static byte[] calendar(String events) {
    return ("BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "END:VCALENDAR\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static CalendarFile real(String name) throws IOException {
    return CalendarReader.read(
        Files.readAllBytes(SharedData.file("real/calendars/ics/" + name)), BERLIN);
  }

  private static Span span(String from, String to) {
    return new Span(instant(from), instant(to));
  }

  private static Instant instant(String text) {
    return Instant.parse(text.contains("T") ? text : text + "T00:00:00Z");
  }
}
