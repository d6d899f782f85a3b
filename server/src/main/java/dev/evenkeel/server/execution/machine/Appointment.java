package dev.evenkeel.server.execution.machine;

import dev.evenkeel.server.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a run which was taken in starts by itself.
 *
 * <pre>
 * WAITING --its gates hold at its time--> KEPT           (while a clock is in doubt, only a person moves it)
 *    |  +---they do not until the latest start--> MISSED
 *    |  +---a person starts or aborts the run--> OVERTAKEN
 *    +------a person takes it back--> CANCELLED
 * any but KEPT and OVERTAKEN --made anew--> WAITING
 * </pre>
 *
 * @param startsAt not before
 * @param latest not after
 * @param madeBy in whose name it starts; they must still have the right to start runs then
 * @param override why it starts outside of its window or inside of a freeze
 * @param reasons why it did not start when it was last tried
 * @param doubt why nobody can tell what time it is, until a person makes the appointment anew
 * @param version counts what people did to it and what became of it
 */
public record Appointment(
    Instant startsAt,
    Instant latest,
    Instant madeAt,
    Actor madeBy,
    Optional<String> override,
    State state,
    List<String> reasons,
    Optional<String> doubt,
    long version) {
  /** From one try to the next. */
  static final Duration TRIED_EVERY = Duration.ofSeconds(30);

  public Appointment {
    reasons = List.copyOf(reasons);
  }

  /** What became of it. The names are stored, so they never change. */
  public enum State {
    WAITING,
    KEPT,
    MISSED,
    CANCELLED,
    OVERTAKEN
  }

  /** What is to be done about it at some time. */
  public sealed interface Turn {
    /** Nothing any more, unless a person makes it anew. */
    record Over() implements Turn {}

    /** Nothing yet: whoever was woken was woken early. */
    record Early(Duration by) implements Turn {}

    /** The run is to be started, if its gates hold. */
    record Due() implements Turn {}

    /** It is too late, whether it was tried or not. */
    record Late() implements Turn {}
  }

  public Turn turn(Instant now) {
    if (state != State.WAITING || doubt.isPresent()) {
      return new Turn.Over();
    }
    if (now.isBefore(startsAt)) {
      return new Turn.Early(Duration.between(now, startsAt));
    }
    return now.isAfter(latest) ? new Turn.Late() : new Turn.Due();
  }

  /** When it is tried again: at the latest start once more, and right after it is given up. */
  public Duration rest(Instant now) {
    Duration left = Duration.between(now, latest);
    if (left.compareTo(TRIED_EVERY) > 0) {
      return TRIED_EVERY;
    }
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  /** The same with another outcome. */
  public Appointment to(State next) {
    return new Appointment(
        startsAt, latest, madeAt, madeBy, override, next, reasons, doubt, version + 1);
  }

  /** The same when it was tried and did not start. */
  public Appointment notYet(List<String> why) {
    return new Appointment(startsAt, latest, madeAt, madeBy, override, state, why, doubt, version);
  }

  /** The same when nobody can tell what time it is. */
  public Appointment inDoubt(String why) {
    return new Appointment(
        startsAt, latest, madeAt, madeBy, override, state, reasons, Optional.of(why), version);
  }

  /** Why it was missed, in full. */
  public List<String> whyMissed() {
    if (!reasons.isEmpty()) {
      return reasons;
    }
    return List.of(
        "No server was there to start it between %s and %s."
            .formatted(Spoken.moment(startsAt), Spoken.moment(latest)));
  }
}
