package dev.evenkeel.estate.times;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.map.EstateMap;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When systems may be changed, by the documents of an estate (C31, C33). */
@Tag("C31")
@Tag("C33")
class ChangeTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final String ESTATE =
      """
      {apiVersion: evenkeel/v1, kind: Team, name: web, calendar: nights, holidays: germany}
      ---
      {apiVersion: evenkeel/v1, kind: Team, name: crew}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: shop, team: web, timeZone: Europe/Berlin, group: fronts, audience: customers}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: lms, team: web, timeZone: America/New_York, criticality: green}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: wiki, team: web, calendar: late, timeZone: Europe/Berlin, criticality: yellow}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: free, team: crew}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: lost, calendar: nowhere}
      ---
      {apiVersion: evenkeel/v1, kind: Calendar, name: nights,
       windows: [{start: 2026-01-05T22:00, end: '06:00', rule: FREQ=DAILY}]}
      ---
      {apiVersion: evenkeel/v1, kind: Calendar, name: late, timeZone: UTC,
       windows: [{start: 2026-01-05T23:00, lasts: PT2H, rule: FREQ=DAILY}]}
      ---
      {apiVersion: evenkeel/v1, kind: Holidays, name: germany, days: [{day: 2026-12-25, title: Christmas Day}]}
      """;

  private static ChangeTimes times(String more) {
    EstateReader.Reading read = EstateReader.read("it", ESTATE + more);
    assertThat(read.isWell()).as(read.findings().toString()).isTrue();
    Estate estate = Estate.of(read.documents());
    return new ChangeTimes(estate, () -> EstateMap.of(estate));
  }

  private static Span berlin(String from, String to) {
    return new Span(
        LocalDateTime.parse(from).atZone(BERLIN).toInstant(),
        LocalDateTime.parse(to).atZone(BERLIN).toInstant());
  }

  private static final Span NOVEMBER = berlin("2026-11-10T12:00", "2026-11-11T12:00");

  @Test
  void a_system_has_the_windows_of_its_own_calendar_else_those_of_its_team() {
    assertThat(times("").of("shop", NOVEMBER).open())
        .containsExactly(berlin("2026-11-10T22:00", "2026-11-11T06:00"));
    assertThat(times("").of("wiki", NOVEMBER).open())
        .containsExactly(berlin("2026-11-11T00:00", "2026-11-11T02:00"));
  }

  @Test
  void one_calendar_opens_by_the_clock_of_each_system() {
    assertThat(times("").of("lms", NOVEMBER).open())
        .containsExactly(berlin("2026-11-11T04:00", "2026-11-11T12:00"));
  }

  @Test
  void a_window_of_eight_hours_by_the_clock_has_nine_in_the_night_that_has_an_hour_more() {
    Span night = berlin("2026-10-24T22:00", "2026-10-25T06:00");
    assertThat(night.length()).hasHours(9);
    assertThat(times("").of("shop", berlin("2026-10-24T12:00", "2026-10-25T12:00")).open())
        .containsExactly(night);
  }

  @Test
  void without_a_calendar_any_time_will_do_and_with_one_that_is_not_there_none() {
    assertThat(times("").of("free", NOVEMBER).open()).containsExactly(NOVEMBER);
    assertThat(times("").of("not-in-the-estate", NOVEMBER).open()).containsExactly(NOVEMBER);
    OpenTimes lost = times("").of("lost", NOVEMBER);
    assertThat(lost.open()).isEmpty();
    assertThat(lost.whyNot(NOVEMBER))
        .singleElement()
        .satisfies(
            why -> assertThat(why.words()).contains("calendar nowhere is not in the estate"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all: true                      | shop,lms,wiki,free,other
          systems: [lms, other]          | lms,other
          teams: [web]                   | shop,lms,wiki
          groups: [fronts]               | shop
          criticalities: [red]           | shop
          criticalities: [yellow, green] | lms,wiki,free
          teams: [crew], systems: [shop] | shop,free
          """)
  void a_freeze_covers_what_its_scope_says(String scope, String covered) {
    ChangeTimes times = times(freeze(scope, "2026-11-10T00:00", "2026-11-12T00:00"));
    for (String system : List.of("shop", "lms", "wiki", "free", "other")) {
      boolean frozen =
          times.of(system, NOVEMBER).closed().stream().anyMatch(Reason.Frozen.class::isInstance);
      assertThat(frozen).as(system).isEqualTo(List.of(covered.split(",")).contains(system));
      if (frozen) {
        assertThat(times.of(system, NOVEMBER).open()).isEmpty();
      }
    }
  }

  private static String freeze(String scope, String start, String end) {
    return """
    ---
    {apiVersion: evenkeel/v1, kind: Freeze, name: close, title: Close, scope: {%s}, owner: dora, reason: The books are closed.,
     when: {start: %s, end: %s}}
    """
        .formatted(scope, start, end);
  }

  @Test
  void a_freeze_without_a_zone_holds_by_the_clock_of_each_system() {
    ChangeTimes times = times(freeze("all: true", "2026-11-11T00:00", "2026-11-12T00:00"));
    assertThat(times.of("shop", NOVEMBER).open())
        .containsExactly(berlin("2026-11-10T22:00", "2026-11-11T00:00"));
    assertThat(times.of("lms", NOVEMBER).open())
        .containsExactly(berlin("2026-11-11T04:00", "2026-11-11T06:00"));
    assertThat(times.of("shop", NOVEMBER).closed())
        .filteredOn(Reason.Frozen.class::isInstance)
        .singleElement()
        .satisfies(why ->
            assertThat(why.words()).contains("freeze 'Close: The books are closed.' of dora"));
  }

  @Test
  void on_a_holiday_a_window_is_open_only_while_somebody_is_on_call() {
    Span christmas = berlin("2026-12-24T20:00", "2026-12-26T12:00");
    OpenTimes alone = times("").of("shop", christmas);
    assertThat(alone.open())
        .containsExactly(
            berlin("2026-12-24T22:00", "2026-12-25T00:00"),
            berlin("2026-12-26T00:00", "2026-12-26T06:00"));
    assertThat(alone.whyNot(berlin("2026-12-25T01:00", "2026-12-25T02:00")))
        .singleElement()
        .satisfies(why ->
            assertThat(why.words()).contains("Christmas Day", "nobody of team web is on call"));

    String roster =
        """
        ---
        {apiVersion: evenkeel/v1, kind: Roster, name: web-shifts, team: web, timeZone: Europe/Berlin,
         shifts: [{start: 2026-12-25T02:00, lasts: PT3H, people: [ann], onCall: ON}]}
        ---
        {apiVersion: evenkeel/v1, kind: Person, name: ann, absences: [{from: 2026-12-AWAY, to: 2026-12-28}]}
        """;
    assertThat(
            times(roster.replace("ON}", "true}").replace("AWAY", "27"))
                .of("shop", christmas)
                .open())
        .containsExactly(
            berlin("2026-12-24T22:00", "2026-12-25T00:00"),
            berlin("2026-12-25T02:00", "2026-12-25T05:00"),
            berlin("2026-12-26T00:00", "2026-12-26T06:00"));
    assertThat(
            times(roster.replace("ON}", "true}").replace("AWAY", "20"))
                .of("shop", christmas)
                .open())
        .as("who is away is not on call")
        .isEqualTo(alone.open());
    assertThat(
            times(roster.replace("ON}", "false}").replace("AWAY", "27"))
                .of("shop", christmas)
                .open())
        .as("a shift is not on call")
        .isEqualTo(alone.open());
  }

  @Test
  void several_systems_are_open_when_all_of_them_are() {
    OpenTimes both = times("").ofAll(List.of("shop", "wiki"), NOVEMBER);
    assertThat(both.open()).containsExactly(berlin("2026-11-11T00:00", "2026-11-11T02:00"));
    assertThat(both.whyNot(berlin("2026-11-11T03:00", "2026-11-11T04:00")))
        .extracting(Reason::words)
        .singleElement()
        .satisfies(words -> assertThat(words).contains("calendar late"));
    assertThat(times("").ofAll(List.of(), NOVEMBER).open()).containsExactly(NOVEMBER);
  }

  @Test
  void a_window_that_cannot_be_listed_opens_nothing() {
    ChangeTimes times =
        times(
            """
            ---
            {apiVersion: evenkeel/v1, kind: System, name: old, calendar: counted}
            ---
            {apiVersion: evenkeel/v1, kind: Calendar, name: counted,
             windows: [{start: 1990-01-01T00:00, lasts: PT1H, rule: 'FREQ=DAILY;COUNT=9999999;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23'}]}
            """);
    assertThat(times.of("old", NOVEMBER).open()).isEmpty();
  }
}
