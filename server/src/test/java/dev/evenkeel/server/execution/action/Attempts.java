package dev.evenkeel.server.execution.action;

import dev.evenkeel.server.secrets.Masking;
import java.time.Duration;
import java.util.UUID;

/** Attempts for tests, saying only what matters. */
public final class Attempts {
  private Attempts() {}

  /** One nobody has made before, with a minute of time, begun by this server. */
  public static Attempt anAttempt() {
    return anAttempt(new Printout());
  }

  public static Attempt anAttempt(Printout printout) {
    return new Attempt(
        "r1-" + UUID.randomUUID(),
        "r1",
        "w1/n1/switch",
        "n1",
        true,
        Duration.ofMinutes(1),
        "",
        printout);
  }

  public static Attempt withMemo(Attempt attempt, String memo) {
    return new Attempt(
        attempt.id(),
        attempt.run(),
        attempt.step(),
        attempt.target(),
        attempt.startedHere(),
        attempt.remaining(),
        memo,
        attempt.output());
  }

  public static Attempt with(Attempt attempt, Duration remaining) {
    return new Attempt(
        attempt.id(),
        attempt.run(),
        attempt.step(),
        attempt.target(),
        attempt.startedHere(),
        remaining,
        attempt.memo(),
        attempt.output());
  }

  /** As another server sees it. */
  public static Attempt elsewhere(Attempt attempt) {
    return new Attempt(
        attempt.id(),
        attempt.run(),
        attempt.step(),
        attempt.target(),
        false,
        attempt.remaining(),
        attempt.memo(),
        attempt.output());
  }

  /** Keeps what was printed, as the engine does: each piece masked alone. */
  public static class Printout implements Attempt.Output {
    private final StringBuilder text = new StringBuilder();
    private final Masking masking;
    private long length;

    public Printout() {
      this(Masking.NOTHING);
    }

    public Printout(Masking masking) {
      this.masking = masking;
    }

    @Override
    public void append(String more) {
      text.append(masking.mask(more));
      length += more.length();
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public int wholeUpTo(String text) {
      return masking.wholeUpTo(text);
    }

    @Override
    public int wholeFrom(String text, int place) {
      return masking.wholeFrom(text, place);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
