package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is wrong with what people were told ahead (C51). */
@Tag("C51")
class NoticeFaultTest {
  private static final Instant START = Instant.parse("2027-01-04T21:00:00Z");
  private static final Window WINDOW = new Window(START, START.plus(Duration.ofHours(4)), true);
  private static final Instant TOLD = START.minus(Duration.ofDays(20));
  private static final Instant NOW = START.minus(Duration.ofDays(10));
  private static final MessagePlan PLAN =
      MessagePlan.proposed(
          new UpgradeId(12), "ann", List.of(new MessagePlan.Way("mail", "users", "en")));

  private static MessagePlan with(Planned.State state, Actor by, Instant at) {
    return new MessagePlan(
        PLAN.upgrade(),
        PLAN.terms(),
        PLAN.messages().stream()
            .map(one ->
                one.occasion() == Occasion.ADVANCE_NOTICE
                    ? one.decided(state, "", by.name(), at)
                    : one)
            .toList(),
        Optional.empty(),
        1);
  }

  private static final MessagePlan SENT = with(Planned.State.SENT, Actor.EVENKEEL, TOLD);

  private static NoticeFault.Case told(Optional<Instant> lastInVain, Window planned) {
    return new NoticeFault.Case(
        SENT, Optional.of(new Told(TOLD, WINDOW)), lastInVain, Optional.of(planned));
  }

  private static Optional<String> says(Optional<NoticeFault> fault) {
    return fault.map(NoticeFault::says);
  }

  @Test
  void a_notice_counts_once_it_was_sent_or_a_person_left_it_out() {
    assertThat(says(NoticeFault.of(none(PLAN), NOW)))
        .hasValueSatisfying(said -> assertThat(said).contains("No advance notice was sent"));
    assertThat(NoticeFault.of(none(SENT), NOW)).isEmpty();
    assertThat(NoticeFault.of(none(with(Planned.State.SKIPPED, Actor.person("cleo"), TOLD)), NOW))
        .isEmpty();
    assertThat(NoticeFault.of(none(with(Planned.State.SKIPPED, Actor.EVENKEEL, TOLD)), NOW))
        .as("what a run overtook nobody left out")
        .isPresent();
  }

  private static NoticeFault.Case none(MessagePlan plan) {
    return new NoticeFault.Case(plan, Optional.empty(), Optional.empty(), Optional.of(WINDOW));
  }

  @Test
  void one_more_try_wants_a_notice_of_its_own() {
    assertThat(says(NoticeFault.of(told(Optional.of(TOLD.plusSeconds(60)), WINDOW), NOW)))
        .contains(
            "A run in production did not end well on 2026-12-15 21:01 UTC, and nobody was told of another one since.");
    assertThat(NoticeFault.of(told(Optional.of(TOLD.minusSeconds(60)), WINDOW), NOW)).isEmpty();
  }

  @Test
  void a_new_time_wants_to_be_told_until_it_has_come() {
    Window later =
        new Window(START.plus(Duration.ofDays(7)), WINDOW.end().plus(Duration.ofDays(7)), true);
    assertThat(says(NoticeFault.of(told(Optional.empty(), later), NOW)))
        .contains(
            "People were told of 2027-01-04 21:00 to 2027-01-05 01:00 UTC; it is planned for 2027-01-11 21:00 to 2027-01-12 01:00 UTC now.");
    assertThat(NoticeFault.of(told(Optional.empty(), later), later.start())).isEmpty();
  }

  @Test
  void it_begins_when_people_were_told_and_at_no_other_time_unless_a_person_answers_for_it() {
    assertThat(says(NoticeFault.at(told(Optional.empty(), WINDOW), NOW)))
        .contains(
            "People were told of 2027-01-04 21:00 to 2027-01-05 01:00 UTC, and it is 2026-12-25 21:00 UTC.");
    assertThat(NoticeFault.at(told(Optional.empty(), WINDOW), START)).isEmpty();
    assertThat(NoticeFault.at(told(Optional.empty(), WINDOW), WINDOW.end())).isPresent();
    assertThat(
            NoticeFault.at(
                new NoticeFault.Case(
                    with(Planned.State.SKIPPED, Actor.person("cleo"), NOW),
                    Optional.of(new Told(TOLD, WINDOW)),
                    Optional.empty(),
                    Optional.of(WINDOW)),
                NOW))
        .isEmpty();
  }
}
