package dev.evenkeel.server.schedule.timetable.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.optimiser.problem.Group;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.timetable.terms.LeadTime;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Away;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Need;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From upgrades to a problem: what can be planned, and what is named that cannot. */
class ProblemMakerTest {
  private static final Instant START = Instant.parse("2027-01-04T00:00:00Z");
  private static final int DAYS = 30;
  private static final Span RANGE = new Span(START, START.plus(Duration.ofDays(DAYS)));

  /** The first Saturday, six hours. */
  private static final Span WINDOW =
      new Span(Instant.parse("2027-01-09T20:00:00Z"), Instant.parse("2027-01-10T02:00:00Z"));

  private static Candidate candidate(long id, String system, int hours, After... after) {
    return candidate(id, system, hours, List.of(new Need("platform", 2)), after);
  }

  static Candidate candidate(long id, String system, int hours, List<Need> people, After... after) {
    UpgradePlan.Way way =
        new UpgradePlan.Way(
            Strategy.BIG_BANG,
            Duration.ofHours(hours),
            Duration.ofMinutes(30),
            Duration.ofHours(hours),
            List.of(new Away(Duration.ZERO, Duration.ofMinutes(50), 100)),
            people,
            List.of(),
            3,
            0);
    return new Candidate(
        new UpgradeId(id),
        "Upgrade of " + system,
        List.of(system),
        "1",
        "2",
        new UpgradePlan(
            new LeadTime(2, 1, 2, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 5)),
            Optional.of(LocalDate.of(2027, 1, 10)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(way),
            List.of(after),
            List.of(),
            List.of(),
            Optional.empty(),
            "",
            List.of(),
            List.of()),
        HourlyCost.flat(600),
        Exposure.of(600, 0, false),
        ZoneOffset.UTC,
        List.of());
  }

  private static After after(long id) {
    return new After(id, Duration.ofHours(1), Optional.empty());
  }

  private static ProblemMaker.Made make(Candidate... candidates) {
    return make(Map.of(), candidates);
  }

  private static ProblemMaker.Made make(Map<String, List<String>> peers, Candidate... candidates) {
    return make(peers, Map.of(), candidates);
  }

  private static ProblemMaker.Made make(
      Map<String, List<String>> peers, Map<Long, Span> begun, Candidate... candidates) {
    OpenTimes open =
        new OpenTimes(
            RANGE,
            List.of(WINDOW),
            Spans.without(List.of(RANGE), List.of(WINDOW)).stream()
                .<Reason>map(span -> new Reason.Closed("nights", span))
                .toList());
    return ProblemMaker.make(
        "test",
        START,
        DAYS,
        List.of(candidates),
        new Surroundings(
            system -> open,
            Map.of("platform", List.of(new Surroundings.People(RANGE, 3))),
            Map.of(),
            Map.of(),
            peers,
            begun,
            1));
  }

  private static List<String> leftOut(ProblemMaker.Made made) {
    return made.findings().stream()
        .filter(PlanningFinding::isLeftOut)
        .map(PlanningFinding::says)
        .toList();
  }

  @Test
  void times_become_slots_and_an_outage_stays_as_long_as_it_is() {
    Problem problem = make(candidate(1, "shop", 2)).problem();
    Upgrade upgrade = problem.upgrades().getFirst();
    assertThat(problem.slotMinutes()).isEqualTo(15);
    assertThat(problem.at(problem.calendars().getFirst().open().getFirst().from()))
        .isEqualTo(WINDOW.from());
    assertThat(problem.at(upgrade.release())).isEqualTo(Instant.parse("2027-01-05T00:00:00Z"));
    assertThat(problem.at(upgrade.deadline().orElseThrow()))
        .isEqualTo(Instant.parse("2027-01-11T00:00:00Z"));
    var mode = upgrade.modes().getFirst();
    assertThat(mode.length()).isEqualTo(18);
    var down = mode.down().getFirst();
    assertThat(down.outage() * down.slots() * 15 / 1000.0).isBetween(49.9, 50.1);
  }

  @Test
  void windows_that_several_share_are_named_by_them_all() {
    assertThat(make(candidate(1, "shop", 1), candidate(2, "erp", 1)).problem().calendars())
        .singleElement()
        .satisfies(one -> assertThat(one.id()).isEqualTo("windows of shop, erp"));
    assertThat(
            make(
                    candidate(1, "a", 1),
                    candidate(2, "b", 1),
                    candidate(3, "c", 1),
                    candidate(4, "d", 1),
                    candidate(5, "d", 1))
                .problem()
                .calendars())
        .singleElement()
        .satisfies(one -> assertThat(one.id()).isEqualTo("windows of a, b and 2 more"));
  }

  @Test
  void a_window_shorter_than_the_upgrade_is_named_with_both_lengths() {
    var made = make(candidate(1, "shop", 2), candidate(2, "erp", 3));
    assertThat(made.problem().upgrades()).extracting(Upgrade::id).containsExactly("u1");
    assertThat(leftOut(made))
        .singleElement()
        .asString()
        .contains("it takes 6 h 30 min", "the longest opening from 2027-01-05 on is 6 h");
  }

  @Test
  void what_comes_after_something_that_has_begun_waits_for_its_end() {
    Instant end = Instant.parse("2027-01-08T06:00:00Z");
    var made =
        make(
            Map.of(),
            Map.of(7L, new Span(end.minusSeconds(7_200), end)),
            candidate(1, "shop", 1, after(7)));
    assertThat(leftOut(made)).isEmpty();
    assertThat(made.problem().precedences()).isEmpty();
    assertThat(made.problem().at(made.problem().upgrades().getFirst().release()))
        .isEqualTo(Instant.parse("2027-01-08T07:00:00Z"));
  }

  @Test
  void a_circle_of_precedences_is_named_and_so_is_what_waits_for_it() {
    var made =
        make(
            candidate(1, "a", 1, after(2)),
            candidate(2, "b", 1, after(1)),
            candidate(3, "c", 1, after(2)),
            candidate(4, "d", 1));
    assertThat(made.problem().upgrades()).extracting(Upgrade::id).containsExactly("u4");
    assertThat(leftOut(made))
        .satisfiesExactlyInAnyOrder(
            says ->
                assertThat(says)
                    .contains(
                        "comes after itself: Upgrade of a after Upgrade of b after Upgrade of a"),
            says -> assertThat(says).contains("Upgrade of b comes after itself"),
            says ->
                assertThat(says)
                    .contains(
                        "Upgrade of c comes after Upgrade of b, which is not in the timetable"));
  }

  @Test
  void peers_and_upgrades_of_one_system_are_kept_apart() {
    var made =
        make(
            Map.of("web", List.of("web-1", "web-2")),
            candidate(1, "web-1", 1),
            candidate(2, "web-2", 1),
            candidate(3, "web-2", 1));
    assertThat(made.problem().groups())
        .extracting(Group::id, Group::systems)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("system web-2", List.of("u2", "u3")),
            org.assertj.core.groups.Tuple.tuple("peers web", List.of("u1", "u2", "u3")));
  }

  @Test
  void what_begins_after_the_end_and_a_budget_that_is_not_there_are_named() {
    Candidate late = candidate(1, "shop", 1);
    UpgradePlan plan = late.plan();
    Candidate poor =
        new Candidate(
            new UpgradeId(2),
            "Upgrade of erp",
            List.of("erp"),
            "1",
            "2",
            new UpgradePlan(
                plan.lead(),
                plan.deadline(),
                plan.deadlineOf(),
                Optional.of("it"),
                plan.leftOut(),
                plan.ways(),
                plan.after(),
                plan.rollout(),
                List.of(),
                Optional.empty(),
                "",
                List.of(),
                List.of()),
            late.cost(),
            late.exposure(),
            ZoneOffset.UTC,
            List.of());
    assertThat(leftOut(make(poor))).singleElement().asString().contains("there is no such budget");
  }
}
