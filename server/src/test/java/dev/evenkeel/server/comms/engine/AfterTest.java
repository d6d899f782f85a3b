package dev.evenkeel.server.comms.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.ChannelTerms.InDoubt;
import dev.evenkeel.server.comms.Delivery.Outcome;
import dev.evenkeel.server.comms.MessageSettings;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.courier.Handover;
import dev.evenkeel.server.comms.engine.After.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from an attempt. */
class AfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  private static final MessageSettings SETTINGS =
      new MessageSettings(
          Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofHours(4));

  @ParameterizedTest
  @CsvSource({"1,5", "2,10", "3,20", "8,640", "9,900", "50,900", "100000,900"})
  void pauses_double_up_to_the_longest(int tries, long seconds) {
    var after =
        After.of(Handover.Later.thisOne("busy"), slack(InDoubt.HOLD), tried(tries), SETTINGS);
    assertThat(after.state()).isEqualTo(MessageState.WAITING);
    assertThat(after.dueAt()).isEqualTo(NOW.plusSeconds(seconds));
  }

  @Test
  void what_cannot_be_delivered_in_time_is_given_up_visibly() {
    var late = new Attempt(40, NOW, NOW.plusSeconds(60), List.of(), List.of(), 0.5);
    var after = After.of(Handover.Later.thisOne("busy"), slack(InDoubt.HOLD), late, SETTINGS);
    assertThat(after.state()).isEqualTo(MessageState.FAILED);
    assertThat(after.says()).isEqualTo("Given up after 40 attempts. busy");
  }

  @Test
  void who_asks_for_a_longer_pause_gets_it_and_with_it_the_whole_channel() {
    var after =
        After.of(
            new Handover.Later("wait", true, Optional.of(Duration.ofMinutes(2))),
            slack(InDoubt.HOLD),
            tried(1),
            SETTINGS);
    assertThat(after.dueAt()).isEqualTo(NOW.plusSeconds(120));
    assertThat(after.pauseUntil()).contains(NOW.plusSeconds(120));
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK,HOLD,FAILED",
    "SLACK,AGAIN,WAITING",
    "SMTP,HOLD,FAILED",
    "WEBHOOK,HOLD,WAITING"
  })
  void what_is_in_doubt_is_held_unless_receivers_can_tell_doubles_or_people_want_it(
      ChannelKind kind, InDoubt inDoubt, MessageState state) {
    var terms = terms(kind, inDoubt);
    assertThat(After.of(new Handover.InDoubt("?"), terms, tried(1), SETTINGS))
        .returns(state, After::state)
        .returns(Outcome.IN_DOUBT, After::outcome);
    assertThat(After.crash(true, terms, tried(1), SETTINGS)).returns(state, After::state);
    assertThat(After.crash(false, terms, tried(1), SETTINGS))
        .returns(MessageState.WAITING, After::state)
        .returns(NOW, After::dueAt);
  }

  @Test
  void those_who_have_it_are_not_told_twice() {
    var after =
        After.of(
            new Handover.Partly(List.of("b@example.org"), List.of(), "not b"),
            slack(InDoubt.HOLD),
            tried(1),
            SETTINGS);
    assertThat(after.remaining()).containsExactly("b@example.org");
    assertThat(after.state()).isEqualTo(MessageState.WAITING);
    var next = new Attempt(2, NOW, NOW.plusSeconds(9000), after.remaining(), List.of(), 0.5);
    assertThat(
            After.of(Handover.Later.thisOne("x"), slack(InDoubt.HOLD), next, SETTINGS).remaining())
        .containsExactly("b@example.org");
  }

  @Test
  void who_is_refused_for_good_is_named_and_not_offered_again_while_the_others_are_tried() {
    var after =
        After.of(
            new Handover.Partly(List.of("a@example.org"), List.of("b@example.org"), "not yet"),
            slack(InDoubt.HOLD),
            tried(1),
            SETTINGS);
    assertThat(after.state()).isEqualTo(MessageState.WAITING);
    assertThat(after.remaining()).containsExactly("a@example.org");
    assertThat(after.refused()).containsExactly("b@example.org");

    var next = new Attempt(2, NOW, NOW.plusSeconds(9000), after.remaining(), after.refused(), 0.5);
    var done = After.of(new Handover.Taken("taken."), slack(InDoubt.HOLD), next, SETTINGS);
    assertThat(done)
        .returns(Outcome.TAKEN, After::outcome)
        .returns(MessageState.FAILED, After::state)
        .returns(List.of(), After::remaining)
        .returns(List.of("b@example.org"), After::refused);
    assertThat(done.says()).contains("All others have it; refused for good: b@example.org");
  }

  private static Attempt tried(int tries) {
    return new Attempt(tries, NOW, NOW.plus(Duration.ofHours(24)), List.of(), List.of(), 0.5);
  }

  private static ChannelTerms slack(InDoubt inDoubt) {
    return terms(ChannelKind.SLACK, inDoubt);
  }

  private static ChannelTerms terms(ChannelKind kind, InDoubt inDoubt) {
    return new ChannelTerms(
        "ops", kind, "", Optional.of("ops"), Optional.empty(), "en", "", false, false, inDoubt);
  }
}
