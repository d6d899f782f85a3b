package dev.evenkeel.server.execution.action;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Playing.carryOut;
import static dev.evenkeel.server.execution.action.Playing.toTheEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/**
 * What every action promises. Each action's test extends it with a real world of its own: a file
 * system, a server, a database.
 *
 * @param <A> the action's words
 */
public abstract class ActionContract<A extends Record> {

  /** A new instance, as after a restart of the server. */
  protected abstract Action<A> restarted();

  /** Words that change the world. */
  protected abstract A work();

  /** Words that undo it. */
  protected abstract A undo();

  /** Words that pass the reader and still cannot work in this world. */
  protected abstract A hopeless();

  /** Whether the world is as {@link #work} wants it. */
  protected abstract boolean worked();

  /** How often the world was changed, as the world itself has counted. */
  protected abstract int changes();

  /** Leaves the world as a crash in the middle of the work does. */
  protected abstract void leaveHalfDone();

  /** Words of a step's {@code observe} for that work. */
  protected A look() {
    return work();
  }

  /** Whether the action can tell by looking. */
  protected boolean observes() {
    return true;
  }

  @Test
  void does_its_work_and_says_so() {
    assertThat(carryOut(restarted(), work())).isInstanceOf(Outcome.Done.class);
    assertThat(worked()).isTrue();
  }

  @Test
  void does_it_once_when_the_answer_of_start_was_lost() {
    var attempt = anAttempt();
    restarted().start(work(), attempt);

    var outcome =
        switch (restarted().recover(work(), attempt)) {
          case Recovery.Known(var known) -> toTheEnd(this::restarted, work(), attempt, known);
          case Recovery.StartAgain again -> carryOut(restarted(), work(), attempt);
          case Recovery.Unknown(var why, var over) -> new Outcome.Unknown(why, over);
        };

    assertThat(outcome).isInstanceOfAny(Outcome.Done.class, Outcome.Unknown.class);
    assertThat(changes()).isLessThanOrEqualTo(1);
  }

  @Test
  void never_claims_work_that_did_not_begin() {
    var attempt = anAttempt();
    restarted().prepare(work(), attempt);
    var recovery = restarted().recover(work(), attempt);

    assertThat(recovery).isInstanceOfAny(Recovery.StartAgain.class, Recovery.Unknown.class);
    assertThat(changes()).isZero();
  }

  @Test
  void undoes_what_was_done() {
    carryOut(restarted(), work());

    assertThat(carryOut(restarted(), undo())).isInstanceOf(Outcome.Done.class);
    assertThat(worked()).isFalse();
  }

  @Test
  void undoes_what_was_only_half_done() {
    leaveHalfDone();

    assertThat(carryOut(restarted(), undo())).isInstanceOf(Outcome.Done.class);
    assertThat(worked()).isFalse();
  }

  @Test
  void undoing_twice_does_no_harm() {
    carryOut(restarted(), work());
    carryOut(restarted(), undo());

    assertThat(carryOut(restarted(), undo())).isInstanceOf(Outcome.Done.class);
    assertThat(worked()).isFalse();
  }

  @Test
  void looking_tells_before_from_after_and_changes_nothing() {
    assumeTrue(observes(), "this action cannot look");

    assertThat(restarted().observe(look(), anAttempt())).isInstanceOf(Observation.HoldsNot.class);
    assertThat(changes()).isZero();
    carryOut(restarted(), work());
    assertThat(restarted().observe(look(), anAttempt())).isInstanceOf(Observation.Holds.class);
    assertThat(changes()).isEqualTo(1);
  }

  @Test
  void an_action_that_cannot_look_says_unknown() {
    assumeTrue(!observes(), "this action can look");

    assertThat(restarted().observe(look(), anAttempt())).isInstanceOf(Observation.Unknown.class);
  }

  @Test
  void stopping_what_is_not_there_or_over_is_no_trouble() {
    var none = anAttempt();
    restarted().prepare(work(), none);
    assertThat(restarted().stop(work(), none)).isEmpty();

    var attempt = anAttempt();
    carryOut(restarted(), work(), attempt);
    assertThat(restarted().stop(work(), attempt)).isEmpty();
    assertThat(worked()).isTrue();
  }

  @Test
  void says_what_is_wrong_and_what_to_do_when_it_cannot_work() {
    var outcome = carryOut(restarted(), hopeless());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.reason()).hasSizeGreaterThan(20));
    assertThat(changes()).isZero();
  }
}
