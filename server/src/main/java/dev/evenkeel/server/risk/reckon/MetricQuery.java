package dev.evenkeel.server.risk.reckon;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Prometheus says how much of something there is or is used.
 *
 * @param url of the server; secrets stand in it by name only
 * @param query in the unit of the resource, one series
 * @param period such as {@code 7d}; the worst of it counts
 */
public record MetricQuery(String url, String query, String period) {
  public static final String USUAL_PERIOD = "7d";
  private static final Pattern PERIOD = Pattern.compile("([1-9]\\d{0,3})([hdw])");
  private static final Duration LONGEST = Duration.ofDays(92);

  /** So many points are looked at for each series at most, but none more often than a minute. */
  private static final int POINTS = 12_000;

  /** Empty when it is no period, or a longer one than is looked back. */
  public static Optional<Duration> duration(String period) {
    Matcher matcher = PERIOD.matcher(period);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int amount = Integer.parseInt(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "h" -> Duration.ofHours(amount);
          case "d" -> Duration.ofDays(amount);
          default -> Duration.ofDays(7L * amount);
        };
    return duration.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(duration);
  }

  /**
   * The worst of the period and of now. Without a value of now there is no answer: what is not
   * measured any more says nothing of today.
   */
  public String worst(Side side) {
    long seconds = duration(period).orElse(Duration.ofDays(7)).toSeconds();
    long step = Math.max(60, Math.ceilDiv(seconds, POINTS));
    // The line ends keep a comment at the end of the query from hiding what comes after it.
    return "(%s((%s\n)[%ds:%ds]) %s (%s\n)) or (%s\n)"
        .formatted(side.overTime, query, seconds, step, side.isWorse, query, query);
  }

  /** Which way is worse: little that is there, much that is used. */
  public enum Side {
    THERE("min_over_time", "<"),
    USED("max_over_time", ">");

    private final String overTime;
    private final String isWorse;

    Side(String overTime, String isWorse) {
      this.overTime = overTime;
      this.isWorse = isWorse;
    }
  }
}
