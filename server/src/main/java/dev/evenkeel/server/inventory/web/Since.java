package dev.evenkeel.server.inventory.web;

import dev.evenkeel.server.inventory.lifecycle.Rankings;
import java.time.Duration;
import java.time.Instant;

/**
 * How old what a reader sees is.
 *
 * @param fresh whether nothing was changed since
 */
record Since(Instant at, boolean fresh, String age) {
  static Since of(Rankings.View made, Instant now) {
    return new Since(made.at(), made.isFresh(), words(Duration.between(made.at(), now)));
  }

  private static String words(Duration age) {
    if (age.toHours() >= 1) {
      return age.toHours() == 1 ? "an hour" : age.toHours() + " hours";
    }
    if (age.toMinutes() >= 1) {
      return age.toMinutes() == 1 ? "a minute" : age.toMinutes() + " minutes";
    }
    return age.toSeconds() <= 1 ? "a second" : age.toSeconds() + " seconds";
  }
}
