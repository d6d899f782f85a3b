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

  /** What it has shown, to be put after an article: "the rehearsal went …". */
  public String says() {
    if (byHand) {
      return "rehearsal went all the way and back, but not by itself: a step was skipped or settled by hand. It does not count; mend what needed a hand, then rehearse again.";
    }
    return clockMoved
        ? "rehearsal went all the way and back, but a clock jumped on the way back, so nobody knows how long it took. It does not count; see that the clock is right, then rehearse again."
        : "rehearsal went all the way and back. The way back works; it took %s."
            .formatted(Elapsed.of(back()));
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
