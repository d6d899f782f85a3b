package dev.evenkeel.e2e.lab;

import java.util.Optional;

/**
 * A line of what the targets see.
 *
 * @param token id of the attempt that asked
 */
public record Seen(
    long nanos, What what, String operation, String node, String token, boolean changed, int code) {

  /** The kinds of lines. */
  public enum What {
    BEGIN,
    END,
    LOOK
  }

  /** Empty for a line that is still being written. */
  static Optional<Seen> parse(String line) {
    String[] parts = line.split("\\|");
    if (parts.length != 7) {
      return Optional.empty();
    }
    What what = What.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT));
    return Optional.of(
        new Seen(
            Long.parseLong(parts[0]),
            what,
            parts[2],
            parts[3],
            parts[4],
            parts[5].equals("true"),
            what == What.BEGIN ? 0 : Integer.parseInt(parts[6])));
  }

  /** The step and direction it belongs to, over all attempts: {@code w1.n1.stop-f}. */
  public String step() {
    String withoutRun = token.substring(token.indexOf('-') + 1);
    return withoutRun.replaceFirst("\\d+$", "");
  }

  /** Whether it is on the way back. */
  public boolean back() {
    return step().endsWith("-b");
  }
}
