package dev.evenkeel.server.comms.engine;

import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.ChannelTerms.InDoubt;
import dev.evenkeel.server.comms.Delivery.Outcome;
import dev.evenkeel.server.comms.MessageSettings;
import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.courier.Handover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows from an attempt. No clock and no database: the same attempt gives the same.
 *
 * @param dueAt of the next attempt, when it waits
 * @param remaining who has not got it yet, when others have; else empty
 * @param pauseUntil nothing is tried on the channel before that
 */
record After(
    Outcome outcome,
    MessageState state,
    String says,
    Instant dueAt,
    List<String> remaining,
    List<String> refused,
    Optional<Instant> pauseUntil) {
  static final String CRASHED =
      "The server stopped while the message was being handed over; it may have arrived.";

  /**
   * @param tries how often it was tried, with this attempt
   * @param giveUpAt when it is tried no longer
   * @param spread from 0 to 1, so that not all that failed together is tried together
   */
  record Attempt(
      int tries,
      Instant now,
      Instant giveUpAt,
      List<String> remaining,
      List<String> refused,
      double spread) {
    Attempt leaving(List<String> others, List<String> alsoRefused) {
      return new Attempt(
          tries,
          now,
          giveUpAt,
          others,
          Stream.concat(refused.stream(), alsoRefused.stream()).distinct().toList(),
          spread);
    }
  }

  static After of(
      Handover handover, ChannelTerms channel, Attempt attempt, MessageSettings settings) {
    return switch (handover) {
      case Handover.Taken(var says) ->
          attempt.refused().isEmpty()
              ? end(Outcome.TAKEN, MessageState.SENT, says, attempt)
              : allButThem(Outcome.TAKEN, says, attempt.leaving(List.of(), List.of()));
      case Handover.TurnedDown(var says) ->
          end(Outcome.TURNED_DOWN, MessageState.FAILED, says, attempt);
      case Handover.Partly(var remaining, var refused, var says) -> {
        Attempt left = attempt.leaving(remaining, refused);
        yield remaining.isEmpty()
            ? allButThem(Outcome.PARTLY, says, left)
            : again(Outcome.PARTLY, says, Duration.ZERO, left, settings);
      }
      case Handover.Later(var says, var everything, var after) ->
          again(Outcome.LATER, says, after.orElse(Duration.ZERO), attempt, settings)
              .pausing(everything, after, attempt, settings);
      case Handover.InDoubt(var says) -> inDoubt(says, channel, attempt, settings);
    };
  }

  /** Of an attempt that a server did not live to end. */
  static After crash(
      boolean handedOver, ChannelTerms channel, Attempt attempt, MessageSettings settings) {
    return handedOver
        ? inDoubt(CRASHED, channel, attempt, settings)
        : new After(
            Outcome.CUT_SHORT,
            MessageState.WAITING,
            "The server stopped before anything was handed over.",
            attempt.now(),
            attempt.remaining(),
            attempt.refused(),
            Optional.empty());
  }

  /** Receivers of webhooks know a double by its id; people would read it twice. */
  private static After inDoubt(
      String says, ChannelTerms channel, Attempt attempt, MessageSettings settings) {
    boolean again = channel.kind() == ChannelKind.WEBHOOK || channel.inDoubt() == InDoubt.AGAIN;
    return again
        ? again(
            Outcome.IN_DOUBT,
            says + " It is sent again under the same id.",
            Duration.ZERO,
            attempt,
            settings)
        : end(
            Outcome.IN_DOUBT,
            MessageState.FAILED,
            says + " Ask whether it came; if not, send it again.",
            attempt);
  }

  private static After end(Outcome outcome, MessageState state, String says, Attempt attempt) {
    return new After(
        outcome,
        state,
        says,
        attempt.now(),
        state == MessageState.SENT ? List.of() : attempt.remaining(),
        attempt.refused(),
        Optional.empty());
  }

  private static After allButThem(Outcome outcome, String says, Attempt attempt) {
    return end(
        outcome,
        MessageState.FAILED,
        "%s All others have it; refused for good: %s."
            .formatted(says, String.join(", ", attempt.refused())),
        attempt);
  }

  private static After again(
      Outcome outcome, String says, Duration least, Attempt attempt, MessageSettings settings) {
    Duration pause = pause(attempt, settings);
    Instant due = attempt.now().plus(pause.compareTo(least) < 0 ? least : pause);
    boolean over = !due.isBefore(attempt.giveUpAt());
    return new After(
        outcome,
        over ? MessageState.FAILED : MessageState.WAITING,
        over ? "Given up after %d attempts. %s".formatted(attempt.tries(), says) : says,
        due,
        attempt.remaining(),
        attempt.refused(),
        Optional.empty());
  }

  private After pausing(
      boolean everything, Optional<Duration> asked, Attempt attempt, MessageSettings settings) {
    return everything
        ? new After(
            outcome,
            state,
            says,
            dueAt,
            remaining,
            refused,
            Optional.of(attempt.now().plus(asked.orElse(settings.firstRetry()))))
        : this;
  }

  /** It doubles, up to the longest, and is a little more or less than that. */
  private static Duration pause(Attempt attempt, MessageSettings settings) {
    double doubled =
        settings.firstRetry().toMillis() * Math.pow(2, Math.min(attempt.tries() - 1, 30));
    double pause = Math.min(doubled, settings.longestPause().toMillis());
    return Duration.ofMillis(Math.round(pause * (0.8 + 0.4 * attempt.spread())));
  }
}
