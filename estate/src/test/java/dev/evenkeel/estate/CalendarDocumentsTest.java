package dev.evenkeel.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.runbook.Finding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars, freezes, holidays, rosters and budgets as people write them (C31, C33). */
@Tag("C31")
@Tag("C33")
class CalendarDocumentsTest {

  private static List<Finding> findings(String text) {
    return EstateReader.read("it", text).findings();
  }

  private static String window(String window) {
    return """
    apiVersion: evenkeel/v1
    kind: Calendar
    name: nights
    timeZone: Europe/Berlin
    windows:
      - %s
    """
        .formatted(window);
  }

  @Test
  void a_window_at_22_oclock_in_berlin_stays_there_when_clocks_change() {
    EstateReader.Reading read =
        EstateReader.read(
            "it",
            window(
                "{start: 2026-10-23T22:00, end: \"06:00\", rule: FREQ=WEEKLY;BYDAY=FR, except: [2026-11-06T22:00]}"));
    assertThat(read.findings()).isEmpty();
    var calendar = (EstateCalendar) read.documents().getFirst().entry();
    ChangeWindow window = calendar.windows().getFirst();
    var range =
        new Span(Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-11-15T00:00:00Z"));
    assertThat(window.in(calendar.timeZone().orElseThrow()).expand("it", range).spans())
        .extracting(Span::from)
        .containsExactly(
            Instant.parse("2026-10-23T20:00:00Z"),
            Instant.parse("2026-10-30T21:00:00Z"),
            Instant.parse("2026-11-13T21:00:00Z"));
    assertThat(window.in(ZoneId.of("UTC")).zone()).isEqualTo(ZoneId.of("UTC"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {start: 2026-11-07T22:00, end: "06:00", lasts: PT8H}                  | 6 | 5  | needs exactly one of end, lasts
          {start: 2026-11-07T22:00}                                             | 6 | 5  | needs exactly one of end, lasts
          {start: 7.11.2026 22:00, lasts: PT8H}                                 | 6 | 13 | '7.11.2026 22:00' cannot be read
          {start: 2026-02-30T22:00, lasts: PT8H}                                | 6 | 13 | '2026-02-30T22:00' cannot be read
          {start: 2026-11-07T22:00, end: 2026-11-07T20:00}                      | 6 | 36 | does not end after that
          {start: 2026-11-07T22:00, lasts: PT0S}                                | 6 | 38 | does not end after that
          {start: 2026-11-07T22:00, lasts: PT8H, rule: FREQ=SECONDLY}           | 6 | 50 | recurs SECONDLY
          {start: 2026-11-07T22:00, lasts: PT8H, rule: "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8;BYMINUTE=1,2,3,4,5,6,7,8"} | 6 | 5 | comes more than 20,000 times
          {start: 2026-11-07T22:00, lasts: PT8H, rule: FREQ=FORTNIGHTLY}        | 6 | 50 | is no rule of RFC 5545
          {start: 2026-11-07T22:00, lasts: PT8H, rule: FREQ=WEEKLY;UNTIL=20260101T000000} | 6 | 50 | never takes place
          {start: 2026-11-07T22:00, lasts: PT8H, rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30} | 6 | 50 | never takes place
          {start: 2026-11-07T22:00, lasts: PT8H, except: [2026-11-07T22:00]}    | 6 | 13 | never takes place
          {start: 2026-11-07T22:00, lasts: PT8H, rule: FREQ=DAILY, except: [2026-11-09T23:00]} | 6 | 70 | when nothing begins anyway
          {start: 2026-11-07T22:00, lasts: PT8H, timeZone: Europe/Berln}        | 6 | 54 | Europe/Berln
          {start: 2026-11-07T22:00, lasts: PT8H, rule: FREQ=DAILY;BYMINUTE=0;BYHOUR=0, also: [soon]} | 6 | 88 | 'soon' cannot be read
          """)
  void what_cannot_be_is_said_with_its_place(String window, int line, int column, String says) {
    List<Finding> findings = findings(window(window));
    assertThat(findings)
        .as(findings.toString())
        .anySatisfy(found -> {
          assertThat(found.severity()).isEqualTo(Finding.Severity.ERROR);
          assertThat(found.message()).contains(says);
          assertThat(found.where().line()).isEqualTo(line);
          assertThat(found.where().column()).isEqualTo(column);
          assertThat(found.wayOut()).isNotBlank();
        });
  }

  @Test
  void a_window_that_opens_on_some_29_february_is_one() {
    assertThat(
            findings(
                window(
                    "{start: 2026-01-01T22:00, lasts: PT8H, rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {start: 2026-11-01T02:30, lasts: PT3H, rule: FREQ=WEEKLY;BYDAY=SU}    | doubtful-time | 2027-03-28T02:30 does not exist in Europe/Berlin
          {start: 2026-11-01T02:30, lasts: PT3H, rule: FREQ=WEEKLY;BYDAY=SU}    | doubtful-time | 2027-10-31T02:30 comes twice in Europe/Berlin
          {start: 2026-11-07T22:00, lasts: PT5M, rule: FREQ=DAILY}              | short-time    | lasts only 300 s
          """)
  void what_is_doubtful_is_told_and_taken(String window, String rule, String says) {
    EstateReader.Reading read = EstateReader.read("it", window(window));
    assertThat(read.isWell()).isTrue();
    assertThat(read.findings())
        .anySatisfy(found -> {
          assertThat(found.rule()).isEqualTo(rule);
          assertThat(found.message()).contains(says);
          assertThat(found.where().line()).isEqualTo(6);
        });
  }

  @Test
  void a_calendar_without_a_window_is_told_to_be_never_open() {
    assertThat(findings("{apiVersion: evenkeel/v1, kind: Calendar, name: nights}"))
        .extracting(Finding::rule)
        .containsExactly("no-window");
  }

  @Test
  void ten_thousand_windows_are_refused_at_once() {
    String many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "{start: 2026-11-07T22:00, lasts: PT8H, rule: FREQ=DAILY}")
            .collect(Collectors.joining("\n  - "));
    assertThat(findings(window(many)))
        .singleElement()
        .satisfies(found -> assertThat(found.message()).contains("10,000", "500"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                              | covers nothing
          {all: true, systems: [shop]}    | names some as well
          {all: false}                    | covers nothing
          """)
  void a_freeze_says_what_it_covers(String scope, String says) {
    assertThat(
            findings(
                """
                apiVersion: evenkeel/v1
                kind: Freeze
                name: close
                scope: %s
                owner: dora
                reason: The books are closed.
                when: {start: 2026-11-28T00:00, lasts: PT72H}
                """
                    .formatted(scope)))
        .anySatisfy(found -> {
          assertThat(found.message()).contains(says);
          assertThat(found.where().line()).isEqualTo(4);
        });
  }

  @Test
  void a_freeze_is_overridden_by_an_administrator_unless_it_says_otherwise() {
    EstateReader.Reading read =
        EstateReader.read(
            "it",
            """
            apiVersion: evenkeel/v1
            kind: Freeze
            name: close
            scope: {criticalities: [red]}
            owner: dora
            reason: The books are closed.
            when: {start: 2026-11-28T00:00, lasts: PT72H}
            """);
    assertThat(read.findings()).isEmpty();
    var freeze = (EstateFreeze) read.documents().getFirst().entry();
    assertThat(freeze.overriddenBy()).isEqualTo(EstateFreeze.Overrider.ADMIN);
    assertThat(freeze.type()).isEqualTo(EstateFreeze.FreezeType.FREEZE);
  }

  @Test
  void shifts_periods_and_days_that_contradict_each_other_are_found() {
    assertThat(
            findings(
                """
                apiVersion: evenkeel/v1
                kind: Roster
                name: web
                team: web
                shifts:
                  - {start: 2026-11-07T22:00, lasts: PT8H}
                  - {start: 2026-11-07T22:00, lasts: PT8H, people: [ann], count: 2}
                ---
                apiVersion: evenkeel/v1
                kind: Budget
                name: upgrades
                currency: Euro
                periods:
                  - {from: 2026-12-01, to: 2026-11-01, amount: 10}
                  - {from: 2027-01-01, to: 2027-06-30, amount: 10}
                  - {from: 2027-06-30, to: 2027-12-31, amount: 10}
                ---
                apiVersion: evenkeel/v1
                kind: Holidays
                name: germany
                days:
                  - {day: 2026-12-25}
                  - {day: 2026-12-25, title: Christmas}
                """))
        .extracting(found -> found.where().line())
        .containsExactly(6, 7, 12, 14, 16, 23);
  }
}
