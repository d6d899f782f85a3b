package dev.evenkeel.server.comms.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.rule.Firing.Outcome;
import dev.evenkeel.server.comms.rule.RuleTerms.Kind;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules do about what happens (C03). */
@Tag("C03")
class MatchingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final UpgradeId SHOP = new UpgradeId(12);

  private static Rule rule(RuleEvent event, int quiet, int most) {
    return new Rule(
        3,
        new RuleTerms(
            "Tell",
            event,
            Optional.of(SHOP),
            Optional.of("shop"),
            Kind.MESSAGE,
            "role:stakeholders",
            event.usual(),
            Optional.empty(),
            quiet,
            most),
        true,
        Optional.empty(),
        10,
        Optional.empty(),
        1,
        NOW,
        "ann",
        Actor.person("ann"),
        NOW);
  }

  private static Event event(long seq, String what, Map<String, String> facts) {
    return new Event(
        seq,
        NOW.plusSeconds(60 * seq),
        Actor.person("ann"),
        what,
        "/upgrades/12",
        facts,
        Optional.of(SHOP),
        Set.of("shop"),
        false);
  }

  private static Event run(long seq, String what, boolean production) {
    return new Event(
        seq,
        NOW.plusSeconds(60 * seq),
        Actor.EVENKEEL,
        what,
        "/runs/k3x9",
        Map.of(),
        Optional.of(SHOP),
        Set.of("shop"),
        production);
  }

  @ParameterizedTest
  @CsvSource({
    "window scheduled, '', true",
    "upgrade added, 2026-12-03, true",
    "upgrade changed, 2026-12-03 → 2026-12-04, true",
    "upgrade changed, 2026-12-03 → –, false",
    "upgrade changed, '', false",
    "upgrade cancel, '', false"
  })
  void a_window_is_scheduled_when_it_is_agreed_on_or_its_day_is_set(
      String what, String day, boolean fires) {
    Map<String, String> facts = day.isEmpty() ? Map.of() : Map.of("go-live", day);
    assertThat(Matching.of(rule(RuleEvent.WINDOW_SCHEDULED, 0, 60), event(11, what, facts)))
        .matches(act -> act.isPresent() == fires);
  }

  @Test
  void a_day_that_follows_from_a_timetable_is_not_told_beside_its_window() {
    assertThat(
            Matching.of(
                rule(RuleEvent.WINDOW_SCHEDULED, 0, 60),
                event(
                    11, "upgrade changed", Map.of("go-live", "– → 2026-12-04", "timetable", "3"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "run verdict-warning, true, true",
    "run verdict-breach, true, true",
    "run run-rolling-back, true, true",
    "run run-rolling-back, false, false",
    "run verdict-breach, false, false",
    "run verdict-healthy, true, false"
  })
  void a_rollback_may_be_needed_only_in_production(String what, boolean production, boolean fires) {
    assertThat(
            Matching.of(rule(RuleEvent.ROLLBACK_MAY_BE_NEEDED, 0, 60), run(11, what, production)))
        .matches(act -> act.isPresent() == fires);
  }

  @Test
  void what_is_off_stopped_older_elsewhere_or_done_by_a_rule_fires_nothing() {
    Rule rule = rule(RuleEvent.WINDOW_SCHEDULED, 0, 60);
    Event event = event(11, "window scheduled", Map.of());
    assertThat(Matching.of(rule, event).orElseThrow().key()).isEqualTo("rule/3/11");
    assertThat(Matching.of(rule, event(10, "window scheduled", Map.of()))).isEmpty();
    assertThat(Matching.of(with(rule, false, Optional.empty()), event)).isEmpty();
    assertThat(Matching.of(with(rule, true, Optional.of("Too often.")), event)).isEmpty();
    assertThat(Matching.of(rule, other(event, Event.actor(7), SHOP, "shop"))).isEmpty();
    assertThat(Matching.of(rule, other(event, event.actor(), new UpgradeId(13), "shop"))).isEmpty();
    assertThat(Matching.of(rule, other(event, event.actor(), SHOP, "billing"))).isEmpty();
  }

  private static Rule with(Rule rule, boolean on, Optional<String> stopped) {
    return new Rule(
        3,
        rule.terms(),
        on,
        stopped,
        10,
        Optional.empty(),
        1,
        NOW,
        "ann",
        Actor.person("ann"),
        NOW);
  }

  private static Event other(Event event, Actor actor, UpgradeId upgrade, String system) {
    return new Event(
        event.seq(),
        event.at(),
        actor,
        event.what(),
        event.subject(),
        event.facts(),
        Optional.of(upgrade),
        Set.of(system),
        false);
  }

  @Test
  void the_same_is_told_once_while_it_is_quiet_and_what_is_worse_is_told_at_once() {
    assertThat(
            Matching.over(
                rule(RuleEvent.ROLLBACK_MAY_BE_NEEDED, 15, 60),
                List.of(
                    run(11, "run verdict-warning", true),
                    run(12, "run verdict-warning", true),
                    run(13, "run verdict-breach", true),
                    run(26, "run verdict-warning", true))))
        .extracting(Firing::outcome)
        .containsExactly(Outcome.DONE, Outcome.QUIET, Outcome.DONE, Outcome.DONE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15})
  void one_way_back_is_one_alert(int quiet) {
    assertThat(
            Matching.over(
                rule(RuleEvent.ROLLBACK_MAY_BE_NEEDED, quiet, 60),
                List.of(
                    run(11, "run verdict-warning", true),
                    run(12, "run verdict-breach", true),
                    run(13, "run run-rolling-back", true),
                    run(60, "run run-rolling-back", true))))
        .extracting(Firing::outcome)
        .containsExactly(Outcome.DONE, Outcome.DONE, Outcome.QUIET, Outcome.DONE);
  }

  @Test
  void whoever_would_fire_too_often_is_stopped_and_an_hour_later_counts_anew() {
    List<Event> soon =
        List.of(
            event(11, "window scheduled", Map.of()),
            event(12, "window scheduled", Map.of()),
            event(13, "window scheduled", Map.of()),
            event(14, "window scheduled", Map.of()));
    assertThat(Matching.over(rule(RuleEvent.WINDOW_SCHEDULED, 0, 2), soon))
        .extracting(Firing::outcome)
        .containsExactly(Outcome.DONE, Outcome.DONE, Outcome.STOPPED);
    assertThat(
            Matching.over(
                rule(RuleEvent.WINDOW_SCHEDULED, 0, 2),
                List.of(soon.get(0), soon.get(1), event(72, "window scheduled", Map.of()))))
        .extracting(Firing::outcome)
        .containsExactly(Outcome.DONE, Outcome.DONE, Outcome.DONE);
  }
}
