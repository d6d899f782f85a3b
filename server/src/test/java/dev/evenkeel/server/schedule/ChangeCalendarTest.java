package dev.evenkeel.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.web.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What the rest of the server asks of calendars (C31, C33). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C31")
@Tag("C33")
class ChangeCalendarTest {
  @Autowired ListableBeanFactory beans;
  @Autowired ChangeCalendar calendar;

  private final String own = "c" + UUID.randomUUID().toString().substring(0, 8);
  private final String shop = own + "-shop";
  private final String db = own + "-db";

  @BeforeAll
  void open() {
    var answer =
        ApiClient.of(beans, Crew.ALL_HANDS)
            .post(
                "/api/estate/apply",
                """
                {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, calendar: OWN-nights, users: 2400, timeZone: UTC,
                 demand: {weekdays: [1,1,1,1,1,0,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}, dependsOn: [{system: OWN-db, type: data}]}
                ---
                {apiVersion: evenkeel/v1, kind: System, name: OWN-db, calendar: OWN-late}
                ---
                {apiVersion: evenkeel/v1, kind: Calendar, name: OWN-nights, timeZone: UTC,
                 windows: [{start: 2026-01-05T22:00, end: '06:00', rule: FREQ=DAILY}]}
                ---
                {apiVersion: evenkeel/v1, kind: Calendar, name: OWN-late, timeZone: UTC,
                 windows: [{start: 2026-01-06T02:00, end: '08:00', rule: FREQ=DAILY}]}
                ---
                {apiVersion: evenkeel/v1, kind: Freeze, name: OWN-close, scope: {systems: [OWN-db]}, owner: dora, reason: Books,
                 when: {start: 2030-03-02T00:00, end: 2030-03-05T00:00}, overriddenBy: operator}
                ---
                {apiVersion: evenkeel/v1, kind: Freeze, name: OWN-long, scope: {systems: [OWN-db]}, owner: dora, reason: Move of the house,
                 when: {start: 2032-01-01T00:00, end: 2032-06-01T00:00}}
                """
                    .replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static Instant at(String time) {
    return Instant.parse(time + ":00Z");
  }

  @Test
  void says_until_when_all_are_open() {
    assertThat(calendar.openUntil(List.of(shop, db), at("2030-02-20T03:00")))
        .contains(at("2030-02-20T06:00"));
    assertThat(calendar.openUntil(List.of(shop), at("2030-02-20T05:59:30".substring(0, 16))))
        .contains(at("2030-02-20T06:00"));
    assertThat(calendar.openUntil(List.of(shop, db), at("2030-02-20T06:00"))).isEmpty();
    assertThat(calendar.openUntil(List.of(shop, db), at("2030-02-20T01:00"))).isEmpty();
    assertThat(calendar.openUntil(List.of(own + "-unknown"), at("2030-02-20T01:00")))
        .contains(at("2030-02-20T01:00").plus(ChangeCalendar.AHEAD));
  }

  @Test
  void objects_system_by_system_and_says_who_may_override() {
    var objections =
        calendar.objections(
            List.of(shop, db), new Span(at("2030-03-02T01:00"), at("2030-03-02T03:00")));
    assertThat(objections)
        .filteredOn(one -> one.reason() instanceof Reason.Frozen)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.system()).isEqualTo(db);
          assertThat(one.mayOverride()).isEqualTo(Right.RUN);
          assertThat(one.reason().when())
              .isEqualTo(new Span(at("2030-03-02T00:00"), at("2030-03-05T00:00")));
          assertThat(one.words()).startsWith(db + ": ").contains("freeze 'Books' of dora");
        });
    assertThat(objections)
        .filteredOn(one -> one.reason() instanceof Reason.Closed)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.system()).isEqualTo(db);
          assertThat(one.mayOverride()).isEqualTo(Right.OVERRIDE);
          assertThat(one.words()).contains("no window of calendar " + own + "-late is open");
        });
    assertThat(
            calendar.objections(
                List.of(shop, db), new Span(at("2030-03-06T02:00"), at("2030-03-06T06:00"))))
        .isEmpty();
  }

  @Test
  void says_to_its_very_end_how_long_a_long_freeze_holds() {
    assertThat(
            calendar.objections(
                List.of(db), new Span(at("2032-01-10T03:00"), at("2032-01-10T04:00"))))
        .filteredOn(one -> one.reason() instanceof Reason.Frozen)
        .singleElement()
        .satisfies(one -> assertThat(one.reason().when().to()).isEqualTo(at("2032-06-01T00:00")));
  }

  @Test
  void finds_the_next_slots_open_to_all_each_at_its_cheapest_place() {
    List<FreeSlot> slots =
        calendar.slots(List.of(shop, db), Duration.ofHours(1), at("2030-02-28T12:00"), 3);
    assertThat(slots)
        .extracting(slot -> slot.span().from())
        .containsExactly(at("2030-03-01T05:00"), at("2030-03-05T05:00"), at("2030-03-06T05:00"));
    assertThat(slots.getFirst().opening())
        .isEqualTo(new Span(at("2030-03-01T02:00"), at("2030-03-01T06:00")));
    assertThat(slots.getFirst().cost().hours()).isZero();
  }

  @Test
  void what_is_away_costs_the_use_of_all_that_need_it() {
    List<FreeSlot> slots =
        calendar.slots(List.of(db), Duration.ofHours(2), at("2030-02-20T06:00"), 1);
    assertThat(slots)
        .singleElement()
        .satisfies(slot -> {
          assertThat(slot.span().from()).isEqualTo(at("2030-02-20T06:00"));
          assertThat(slot.cost().inPeople()).isTrue();
          // 2,400 people for two hours, which are 24/23 of the average
          assertThat(slot.cost().hours()).isBetween(5008.6, 5008.8);
          assertThat(slot.cost().words()).isEqualTo("5,009 hours of people");
        });
  }

  @Test
  void says_when_a_change_fits_next_and_why_not_before() {
    var next = calendar.next(List.of(db), Duration.ofHours(7), at("2030-02-20T06:00"));
    assertThat(next.earliest()).isEmpty();
    assertThat(next.before()).anyMatch(Reason.TooShort.class::isInstance);
    assertThatThrownBy(() -> calendar.next(List.of(db), Duration.ZERO, at("2030-02-20T06:00")))
        .isInstanceOf(Refused.class);
  }
}
