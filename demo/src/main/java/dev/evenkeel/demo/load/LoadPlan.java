package dev.evenkeel.demo.load;

import java.net.URI;
import java.time.Duration;

/**
 * How much is asked of the fleet, whether or not it keeps up.
 *
 * @param url the page asked for, ending in a slash
 * @param perSecond requests a second, all users together
 * @param users who takes turns; request number i belongs to user i modulo users
 * @param longEvery every how manyth request is a long one
 * @param patience after which a user gives up; counted as failed
 */
public record LoadPlan(URI url, int perSecond, int users, int longEvery, Duration patience) {

  public LoadPlan {
    if (perSecond < 1 || users < 1 || longEvery < 1) {
      throw new IllegalArgumentException("A load needs at least 1 request a second and 1 user");
    }
  }

  /** 300 requests a second of 100 users, one in twenty of them long. */
  public static LoadPlan usual(URI url) {
    return new LoadPlan(url, 300, 100, 20, Duration.ofSeconds(10));
  }

  long periodNanos() {
    return 1_000_000_000L / perSecond;
  }

  URI urlOf(long number) {
    return number % longEvery == longEvery - 1 ? URI.create(url + "?long") : url;
  }
}
