package dev.evenkeel.cli.server;

import java.time.Duration;
import java.util.Optional;

/**
 * What a rehearsal that went all the way and back has shown.
 *
 * @param backMillis how long its way back took
 * @param byHand whether a person skipped a step or settled it by hand
 * @param clockMoved whether a clock jumped on its way back, so that nobody knows how long it took
 */
public record Rehearsal(long backMillis, boolean byHand, boolean clockMoved) {

  /** Whether it lets the runbook run in production. */
  public boolean counts() {
    return !byHand && !clockMoved;
  }

  public Duration back() {
    return Duration.ofMillis(backMillis);
  }

  /** Where a run stands: that it is back says too little of a rehearsal. */
  public static String words(Status status, Optional<Rehearsal> rehearsal) {
    return rehearsal.map(Rehearsal::words).orElse(status.words());
  }

  private String words() {
    if (byHand) {
      return "rehearsed by hand";
    }
    return clockMoved ? "rehearsed, clock jumped" : "rehearsed, back in " + Elapsed.of(back());
  }
}
