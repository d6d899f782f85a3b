package dev.evenkeel.demo.load;

import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How much is asked of the fleet, whether or not it keeps up.
 *
 * @param url the page asked for, ending in a slash
 * @param perSecond requests a second, all users together
 * @param users who takes turns; request number i belongs to user i modulo users
 * @param longEvery of how many requests one is a long one, on average
 * @param patience after which a user gives up; counted as failed
 */
public record LoadPlan(URI url, int perSecond, int users, int longEvery, Duration patience) {

  public LoadPlan {
    if (perSecond < 1 || users < 1 || longEvery < 1) {
      throw new IllegalArgumentException("A load needs at least 1 request a second and 1 user");
    }
  }

  /** 300 requests a second of 100 users, one in fifty of them long. */
  public static LoadPlan usual(URI url) {
    return new LoadPlan(url, 300, 100, 50, Duration.ofSeconds(10));
  }

  long periodNanos() {
    return 1_000_000_000L / perSecond;
  }

  /**
   * Which requests are long is scattered, but the same each time. Were it every fiftieth, always
   * the same of some nodes that take turns would get them.
   */
  URI urlOf(long number) {
    boolean isLong = new SplittableRandom(number).nextInt(longEvery) == 0;
    return isLong ? URI.create(url + "?long") : url;
  }
}
