package dev.evenkeel.cli.server;

import java.time.Duration;
import java.util.Optional;

/**
 * What a rehearsal that went all the way and back has shown.
 *
 * @param backMillis how long its way back took
 * @param byHand whether a person skipped a step or settled it by hand
 */
public record Rehearsal(long backMillis, boolean byHand) {

  /** Whether it lets the runbook run in production. */
  public boolean counts() {
    return !byHand;
  }

  public Duration back() {
    return Duration.ofMillis(backMillis);
  }

  /** Where a run stands: that it is back says too little of a rehearsal. */
  public static String words(Status status, Optional<Rehearsal> rehearsal) {
    return rehearsal
        .map(shown ->
            shown.counts() ? "rehearsed, back in " + Elapsed.of(shown.back()) : "rehearsed by hand")
        .orElse(status.words());
  }
}
