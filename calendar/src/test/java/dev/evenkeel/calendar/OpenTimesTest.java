package dev.evenkeel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is open between freezes, why not at another time, and where a change fits; C31, C33, C47.
 */
class OpenTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Span DECEMBER = span("2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z");

  private final MaintenanceCalendar saturdays =
      new MaintenanceCalendar(
          "nights",
          List.of(
              new Window(
                  "saturday",
                  Recurrence.by(
                      "FREQ=WEEKLY;BYDAY=SA",
                      BERLIN,
                      LocalDateTime.parse("2026-01-03T22:00"),
                      Length.untilNext(LocalTime.of(22, 0), LocalTime.of(6, 0))))));
  private final Freeze yearEnd =
      freeze(
          "year-end",
          Scope.ALL,
          Recurrence.by(
              "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=19",
              BERLIN,
              LocalDateTime.parse("2020-12-19T23:00"),
              new Length.Until(20, LocalTime.MIDNIGHT)));
  private final Freeze payments =
      freeze(
          "payments",
          Scope.of(Set.of("pay")),
          Recurrence.once(
              BERLIN,
              LocalDateTime.parse("2026-12-05T00:00"),
              LocalDateTime.parse("2026-12-06T02:00")));

  @Test
  void open_is_what_the_windows_leave_between_the_freezes_of_a_system() {
    assertThat(open("shop").open())
        .containsExactly(
            span("2026-12-05T21:00:00Z", "2026-12-06T05:00:00Z"),
            span("2026-12-12T21:00:00Z", "2026-12-13T05:00:00Z"),
            span("2026-12-19T21:00:00Z", "2026-12-19T22:00:00Z"));
    assertThat(open("pay").open().getFirst())
        .isEqualTo(span("2026-12-06T01:00:00Z", "2026-12-06T05:00:00Z"));
  }

  @Test
  void why_not_then_names_the_freeze_with_owner_and_reason_and_the_closed_time() {
    Span wanted = span("2026-12-26T20:00:00Z", "2026-12-26T22:00:00Z");
    assertThat(open("shop").allows(wanted)).isFalse();
    assertThat(open("shop").whyNot(wanted))
        .extracting(Reason::words)
        .containsExactly(
            "2026-12-19T22:00:00Z to 2027-01-01T00:00:00Z: freeze 'reason of year-end' of finance"
                + " (all systems)",
            "2026-12-20T05:00:00Z to 2026-12-26T21:00:00Z: no window of calendar nights is open");
  }

  @Test
  void what_is_allowed_has_no_reason_against_it() {
    OpenTimes times = open("pay");
    for (Instant at = DECEMBER.from(); at.isBefore(DECEMBER.to()); at = at.plusSeconds(1800)) {
      Span wanted = new Span(at, at.plusSeconds(1800));
      assertThat(times.whyNot(wanted).isEmpty()).as("%s", wanted).isEqualTo(times.allows(wanted));
    }
  }

  @Test
  void the_next_openings_come_in_order_of_time_with_the_cheapest_place_in_each() {
    // demand falls until 02:00 UTC and rises again
    List<Slot> slots =
        new SlotFinder(open("shop"), Duration.ofHours(2))
            .slots(
                Instant.parse("2026-12-02T00:00:00Z"),
                3,
                Duration.ofMinutes(30),
                span ->
                    Math.abs(
                        Duration.between(span.from(), Instant.parse("2026-12-06T02:00:00Z"))
                            .toMinutes()));
    assertThat(slots)
        .containsExactly(
            new Slot(
                span("2026-12-05T21:00:00Z", "2026-12-06T05:00:00Z"),
                span("2026-12-06T02:00:00Z", "2026-12-06T04:00:00Z"),
                0),
            new Slot(
                span("2026-12-12T21:00:00Z", "2026-12-13T05:00:00Z"),
                span("2026-12-12T21:00:00Z", "2026-12-12T23:00:00Z"),
                9780));
  }

  @Test
  void the_last_place_of_an_opening_is_compared_too() {
    Instant now = Instant.parse("2026-12-05T23:44:30Z");
    Slot slot =
        new SlotFinder(open("shop"), Duration.ofHours(2))
            .slots(now, 1, Duration.ofMinutes(15), span -> -span.from().getEpochSecond())
            .getFirst();
    assertThat(slot.span()).isEqualTo(span("2026-12-06T03:00:00Z", "2026-12-06T05:00:00Z"));
    assertThat(
            new SlotFinder(open("shop"), Duration.ofHours(2))
                .slots(now, 1, Duration.ofMinutes(15), _ -> 0)
                .getFirst()
                .span()
                .from())
        .as("the first of those that cost the same")
        .isEqualTo(now);
  }

  @Test
  void when_it_fits_next_and_why_not_earlier() {
    SlotFinder.Next next =
        new SlotFinder(open("pay"), Duration.ofHours(6))
            .next(Instant.parse("2026-12-05T20:00:00Z"));
    assertThat(next.earliest()).contains(span("2026-12-12T21:00:00Z", "2026-12-13T03:00:00Z"));
    assertThat(next.before())
        .extracting(Reason::words)
        .containsExactly(
            "2026-12-01T00:00:00Z to 2026-12-05T21:00:00Z: no window of calendar nights is open",
            "2026-12-04T23:00:00Z to 2026-12-06T01:00:00Z: freeze 'reason of payments' of finance"
                + " (pay)",
            "2026-12-06T01:00:00Z to 2026-12-06T05:00:00Z: open for 4 h only, 6 h are needed",
            "2026-12-06T05:00:00Z to 2026-12-12T21:00:00Z: no window of calendar nights is open");
  }

  @Test
  void what_never_fits_says_why_for_the_whole_range() {
    SlotFinder.Next next = new SlotFinder(open("shop"), Duration.ofHours(9)).next(DECEMBER.from());
    assertThat(next.earliest()).isEmpty();
    assertThat(next.before()).hasAtLeastOneElementOfType(Reason.TooShort.class);
  }

  @Test
  void every_month_end_is_frozen_whatever_its_length() {
    Freeze monthEnd =
        freeze(
            "month-end",
            Scope.ALL,
            Recurrence.by(
                "FREQ=MONTHLY;BYMONTHDAY=-2",
                BERLIN,
                LocalDateTime.parse("2026-01-30T00:00"),
                new Length.Until(2, LocalTime.MIDNIGHT)));
    assertThat(monthEnd.frozen(span("2027-01-15T00:00:00Z", "2027-05-01T00:00:00Z")))
        .extracting(one -> one.to().atZone(BERLIN).toLocalDate().toString())
        .containsExactly("2027-02-01", "2027-03-01", "2027-04-01", "2027-05-01");
  }

  @Test
  void all_that_is_wrong_with_a_written_time_is_said_at_once() {
    WrittenTime written =
        new WrittenTime(
            "Europe/Berlim",
            "tomorrow",
            Optional.of("06:00"),
            Optional.empty(),
            Optional.of(""),
            List.of("2026-13-01T00:00"),
            List.of());
    assertThatThrownBy(() -> written.read("window night"))
        .isInstanceOf(CalendarUnfit.class)
        .hasMessageContaining("window night, zone: There is no zone 'Europe/Berlim'")
        .hasMessageContaining("window night, start: 'tomorrow' cannot be read")
        .hasMessageContaining("window night, rule: It is empty")
        .hasMessageContaining("window night, except: '2026-13-01T00:00' cannot be read");
  }

  @Test
  void a_written_time_is_read() {
    Recurrence read =
        new WrittenTime(
                "Europe/Berlin",
                "2026-01-03T22:00",
                Optional.of("06:00"),
                Optional.empty(),
                Optional.of("freq=weekly;byday=sa"),
                List.of(),
                List.of())
            .read("window night");
    assertThat(read).isEqualTo(saturdays.windows().getFirst().when());
  }

  private OpenTimes open(String system) {
    return OpenTimes.of(saturdays, List.of(yearEnd, payments), system, DECEMBER);
  }

  private static Freeze freeze(String id, Scope scope, Recurrence when) {
    return new Freeze(id, Freeze.Kind.FREEZE, scope, "finance", "reason of " + id, when);
  }

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }
}
