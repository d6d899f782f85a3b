package dev.evenkeel.server.comms;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One attempt to deliver a message, written down before it is made.
 *
 * @param handedOverAt since when it may have arrived
 * @param outcome empty while it is under way
 */
public record Delivery(
    int number,
    Instant startedAt,
    Optional<Instant> handedOverAt,
    Optional<Instant> endedAt,
    Optional<Outcome> outcome,
    String says) {

  /** How an attempt ended. Names are stored, so they never change. */
  public enum Outcome {
    /** The receiver took it. */
    TAKEN,
    /** Not all fared alike: some have it or are refused for good, others not yet. */
    PARTLY,
    /** Not this time. */
    LATER,
    /** Never like this. */
    TURNED_DOWN,
    /** Nobody knows whether it arrived. */
    IN_DOUBT,
    /** It ended before anything was handed over. */
    CUT_SHORT
  }

  /** The same in other words. */
  public Delivery saying(String other) {
    return new Delivery(number, startedAt, handedOverAt, endedAt, outcome, other);
  }

  /** The outcome in words for people. */
  public String word() {
    return outcome
        .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .orElse("under way");
  }
}
