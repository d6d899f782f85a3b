package dev.evenkeel.server.schedule.web.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.times.ChangeTimes;
import dev.evenkeel.server.schedule.web.conflict.Conflict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is planned, held against what is true now. */
@Tag("C31")
class ConflictsTest {
  private static final String ESTATE =
      """
      {apiVersion: evenkeel/v1, kind: Team, name: web, calendar: nights}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: shop-1, team: web, group: shop}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: shop-2, group: shop}
      ---
      {apiVersion: evenkeel/v1, kind: System, name: wiki}
      ---
      {apiVersion: evenkeel/v1, kind: Calendar, name: nights, windows: [{start: '2027-02-01T22:00', lasts: PT6H, rule: FREQ=DAILY}]}
      ---
      {apiVersion: evenkeel/v1, kind: Freeze, name: sale, title: Sale, scope: {systems: [wiki]}, owner: ann, reason: Orders., when: {start: '2027-02-10T00:00', lasts: PT24H}}
      ---
      {apiVersion: evenkeel/v1, kind: Person, name: ann, title: Ann Ames, absences: [{from: 2027-02-12, to: 2027-02-14}]}
      ---
      {apiVersion: evenkeel/v1, kind: Roster, name: r, team: web, shifts: [{start: '2027-02-03T20:00', lasts: PT12H, people: [ann]}]}
      """;

  private static final Estate estate =
      Estate.of(EstateReader.read("estate.yaml", ESTATE).documents());

  private static Work work(long id, String system, String from, String length, Long... after) {
    Instant start = Instant.parse(from);
    Duration takes = Duration.parse(length);
    return new Work(
        "work " + id,
        "/upgrades/" + id,
        Optional.of(id),
        Optional.of("ann"),
        List.of(system),
        new Span(start, start.plus(takes)),
        takes,
        List.of(after));
  }

  private static List<Conflict> held(Work... work) {
    var times = new ChangeTimes(estate, () -> EstateMap.of(estate));
    return new Conflicts(
            estate,
            times::ofAll,
            system ->
                system.name().equals("wiki")
                    ? Optional.of(LocalDate.of(2027, 6, 30))
                    : Optional.empty(),
            one -> one.what().equals("work 7") ? List.of("Its way back is too short.") : List.of())
        .of(List.of(work));
  }

  @Test
  void what_is_open_in_order_and_attended_has_no_conflict() {
    assertThat(held(work(1, "shop-1", "2027-02-03T23:00:00Z", "PT2H"))).isEmpty();
  }

  @Test
  void a_freeze_that_was_put_in_later_is_named_with_its_owner_and_a_way_to_it() {
    assertThat(held(work(1, "wiki", "2027-02-10T12:00:00Z", "PT1H")))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.kind()).isEqualTo(Kind.FREEZE);
          assertThat(one.says()).contains("Sale: Orders.").contains("of ann");
          assertThat(one.path()).isEqualTo("/estate/freezes/sale");
        });
  }

  @Test
  void a_window_that_is_gone_and_a_roster_without_anybody_are_told_by_themselves() {
    assertThat(held(work(1, "shop-1", "2027-02-04T12:00:00Z", "PT1H")))
        .extracting(Conflict::kind)
        .containsExactly(Kind.WINDOW, Kind.PEOPLE);
  }

  @Test
  void of_a_day_without_a_time_some_of_it_is_enough() {
    Work day =
        new Work(
            "Shop to 11",
            "/upgrades/1",
            Optional.of(1L),
            Optional.empty(),
            List.of("shop-1"),
            new Span(Instant.parse("2027-02-03T00:00:00Z"), Instant.parse("2027-02-04T12:00:00Z")),
            Duration.ofHours(2),
            List.of());
    assertThat(held(day)).isEmpty();
  }

  @Test
  void the_run_that_does_an_upgrade_is_not_in_its_way_and_any_other_is() {
    Work upgrade = work(1, "shop-1", "2027-02-03T23:00:00Z", "PT2H");
    assertThat(held(upgrade, run("2027-02-03T23:30:00Z", "shop-1"))).isEmpty();
    assertThat(held(upgrade, run("2027-02-03T22:45:00Z", "shop-1")))
        .extracting(Conflict::kind)
        .containsExactly(Kind.TOGETHER);
    assertThat(held(upgrade, run("2027-02-03T23:30:00Z", "shop-1", "shop-2")))
        .extracting(Conflict::kind)
        .contains(Kind.TOGETHER);
  }

  private static Work run(String from, String... systems) {
    Instant start = Instant.parse(from);
    Duration takes = Duration.ofMinutes(30);
    return new Work(
        "run",
        "/runs/r",
        Optional.empty(),
        Optional.empty(),
        List.of(systems),
        new Span(start, start.plus(takes)),
        takes,
        List.of());
  }

  @Test
  void what_comes_first_must_be_over() {
    assertThat(
            held(
                work(1, "wiki", "2027-03-02T12:00:00Z", "PT1H"),
                work(2, "shop-2", "2027-03-01T12:00:00Z", "PT1H", 1L)))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.kind()).isEqualTo(Kind.ORDER);
          assertThat(one.work().what()).isEqualTo("work 2");
          assertThat(one.path()).isEqualTo("/upgrades/1");
        });
  }

  @Test
  void systems_that_stand_in_for_each_other_are_not_changed_at_once() {
    assertThat(
            held(
                work(1, "shop-1", "2027-02-03T23:00:00Z", "PT2H"),
                work(2, "shop-2", "2027-02-04T00:00:00Z", "PT2H")))
        .extracting(Conflict::kind)
        .containsExactly(Kind.TOGETHER);
    assertThat(
            held(
                work(1, "shop-1", "2027-02-03T23:00:00Z", "PT2H"),
                work(2, "shop-2", "2027-02-04T01:00:00Z", "PT2H")))
        .isEmpty();
  }

  @Test
  void a_way_back_for_which_the_plan_has_less_time_than_its_rehearsal_took_is_told() {
    assertThat(held(work(7, "wiki", "2027-02-15T12:00:00Z", "PT1H")))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.kind()).isEqualTo(Kind.WAY_BACK);
          assertThat(one.says()).isEqualTo("Its way back is too short.");
          assertThat(one.path()).isEqualTo("/upgrades/7/schedule");
        });
  }

  @Test
  void who_answers_for_it_is_there_and_support_has_not_ended() {
    assertThat(held(work(1, "wiki", "2027-02-13T12:00:00Z", "PT1H")))
        .extracting(Conflict::says)
        .containsExactly("Ann Ames, who answers for it, is away from 2027-02-12 to 2027-02-14.");
    assertThat(held(work(1, "wiki", "2027-07-01T12:00:00Z", "PT1H")))
        .extracting(Conflict::kind)
        .containsExactly(Kind.SUPPORT);
  }
}
