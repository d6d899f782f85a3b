package dev.evenkeel.optimiser.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.optimiser.RandomProblem;
import dev.evenkeel.optimiser.Slip;
import dev.evenkeel.optimiser.Small;
import dev.evenkeel.optimiser.explain.Explanation.Hindered;
import dev.evenkeel.optimiser.explain.Obstacle.Kind;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Planner;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Check.Checked;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Why here, and why not there (C31). */
@Tag("C31")
class ExplainerTest {
  private static final Problem SMALL = Small.problem();

  /** The database at night, the shop in the next one. */
  private static final Timetable BOTH =
      new Timetable(
          List.of(new Assignment("U1", "big-bang", 1), new Assignment("U2", "big-bang", 24)));

  @Test
  void says_what_keeps_an_upgrade_from_better_places() {
    Explanation explanation = Explainer.explain(SMALL, BOTH, "U2");
    assertThat(explanation.here()).map(Place::start).contains(24);
    assertThat(explanation.hindered())
        .flatExtracting(Hindered::obstacles)
        .extracting(one -> one.says())
        .contains("U1 must be done before: it ends at slot 5, so that slot 8 is the first");
    assertThat(explanation.hindered()).allMatch(one -> one.saves() > 0);
  }

  @Test
  void says_what_an_upgrade_without_a_place_would_need() {
    Timetable none = new Timetable(List.of());
    Explanation explanation = Explainer.explain(SMALL, none, "U2");
    assertThat(explanation.here()).isEmpty();
    assertThat(explanation.total()).isEqualTo(3_000);
    assertThat(explanation.next()).isEmpty();
    assertThat(explanation.hindered().getFirst().obstacles())
        .extracting(one -> one.says())
        .containsExactly("U1 must be done before, and has no place");
  }

  @Test
  void an_upgrade_that_is_not_there_is_said_so() {
    assertThatThrownBy(() -> Explainer.explain(SMALL, BOTH, "U9"))
        .hasMessage("There is no upgrade U9.");
  }

  /** Whatever is called free or hindered is held against the rules as a person reads them. */
  @Test
  void what_is_called_free_keeps_to_all_rules_and_what_is_called_hindered_breaks_one() {
    int free = 0;
    int hindered = 0;
    for (int seed = 0; seed < 60; seed++) {
      Problem problem = RandomProblem.of(seed);
      AtomicLong clock = new AtomicLong();
      Timetable timetable =
          new Planner(problem, Duration.ofMillis(300), () -> clock.addAndGet(1_000_000), told -> {})
              .run(seed)
              .timetable();
      long total = total(problem, timetable);
      for (var upgrade : problem.upgrades()) {
        Explanation explanation = Explainer.explain(problem, timetable, upgrade.id());
        for (Place place : explanation.next()) {
          Timetable moved = moved(timetable, upgrade.id(), place);
          assertThat(Check.of(problem, moved).violations()).as("seed %d", seed).isEmpty();
          assertThat(total(problem, moved) - total).isEqualTo(place.total() - explanation.total());
          free++;
        }
        for (Hindered one : explanation.hindered()) {
          Timetable moved = moved(timetable, upgrade.id(), one.place());
          assertThat(Check.of(problem, moved).isValid()).as("seed %d", seed).isFalse();
          hindered++;
        }
      }
    }
    assertThat(free).isGreaterThan(50);
    assertThat(hindered).isGreaterThan(50);
  }

  /** Each is granted, to the slot and to the person, and the rules are asked again. */
  @Test
  void what_would_have_to_give_is_enough() {
    Map<Kind, Integer> granted = new EnumMap<>(Kind.class);
    for (int seed = 0; seed < 300; seed++) {
      Problem problem = RandomProblem.of(seed);
      Timetable none = new Timetable(List.of());
      for (var upgrade : problem.upgrades()) {
        long minutes = 0;
        int rules = 1;
        for (Concession one : Explainer.explain(problem, none, upgrade.id()).concessions()) {
          if (rules == one.obstacles().size()) {
            assertThat(one.minutes()).isGreaterThanOrEqualTo(minutes);
          }
          assertThat(one.obstacles().size()).isGreaterThanOrEqualTo(rules);
          rules = one.obstacles().size();
          minutes = one.minutes();
          Problem kinder = problem;
          for (Obstacle obstacle : one.obstacles()) {
            kinder = Granted.granting(kinder, obstacle);
            granted.merge(obstacle.kind(), 1, Integer::sum);
          }
          assertThat(Check.of(kinder, moved(none, upgrade.id(), one.place())).violations())
              .as("seed %d, %s", seed, one)
              .isEmpty();
        }
      }
    }
    assertThat(granted.keySet()).contains(Kind.WINDOW, Kind.FREEZE, Kind.RELEASE, Kind.BUDGET);
  }

  /** With all of a timetable, and with a part of it, so that much is free and much is not. */
  @Test
  void says_what_looking_at_each_rule_in_each_slot_would_say() {
    Map<Kind, Integer> told = new EnumMap<>(Kind.class);
    int concessions = 0;
    for (int seed = 0; seed < 300; seed++) {
      Problem problem = RandomProblem.of(seed);
      AtomicLong clock = new AtomicLong();
      Timetable all =
          new Planner(problem, Duration.ofMillis(100), () -> clock.addAndGet(1_000_000), it -> {})
              .run(seed)
              .timetable();
      for (Timetable timetable : List.of(all, without(all, seed))) {
        for (var upgrade : problem.upgrades()) {
          Explanation explanation = Explainer.explain(problem, timetable, upgrade.id());
          assertThat(explanation)
              .as("seed %d, %s", seed, upgrade.id())
              .isEqualTo(SlotBySlot.explain(problem, timetable, upgrade.id()));
          explanation.hindered().stream()
              .flatMap(one -> one.obstacles().stream())
              .forEach(one -> told.merge(one.kind(), 1, Integer::sum));
          concessions += explanation.concessions().size();
        }
      }
    }
    assertThat(told.keySet()).containsExactlyInAnyOrder(Kind.values());
    assertThat(concessions).isGreaterThan(1_000);
  }

  /**
   * What comes after something that is taken out may stay: explanations need no valid timetable.
   */
  private static Timetable without(Timetable timetable, int seed) {
    List<Assignment> some = timetable.assignments();
    return some.isEmpty()
        ? timetable
        : new Timetable(
            some.stream().filter(one -> !one.equals(some.get(seed % some.size()))).toList());
  }

  @Test
  void what_would_have_to_give_is_said_with_days_and_names() {
    Problem problem = Slip.lacks(SMALL, "dba", 1, 0, 48);
    Timetable first = new Timetable(List.of(new Assignment("U1", "parallel-run", 1)));
    List<Concession> concessions = Explainer.explain(problem, first, "U2").concessions();
    assertThat(concessions.getFirst().minutes()).isEqualTo(120);
    assertThat(concessions.getFirst().obstacles())
        .extracting(one -> one.wants(Telling.dates(problem, ZoneOffset.UTC)))
        .containsExactly("1 more of dba from 2027-02-02 00:00 to 02:00 UTC");
  }

  private static long total(Problem problem, Timetable timetable) {
    Checked checked = Check.of(problem, timetable);
    return checked.score().total(problem.weights());
  }

  private static Timetable moved(Timetable timetable, String upgrade, Place place) {
    return new Timetable(
        Stream.concat(
                timetable.assignments().stream().filter(one -> !one.upgrade().equals(upgrade)),
                Stream.of(new Assignment(upgrade, place.mode(), place.start())))
            .toList());
  }
}
