package dev.evenkeel.server.comms;

import dev.evenkeel.server.shared.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are delivered.
 *
 * @param firstRetry the pause after the first attempt that failed; it doubles from then on
 * @param longestPause between two attempts
 * @param giveUpAfter when a message stands as failed for good
 * @param digestAfter how long after the first message that is held those of a channel are told
 */
@ConfigurationProperties("evenkeel.messages")
public record MessageSettings(
    @DefaultValue("PT5S") Duration firstRetry,
    @DefaultValue("PT15M") Duration longestPause,
    @DefaultValue("PT24H") Duration giveUpAfter,
    @DefaultValue("PT4H") Duration digestAfter) {

  public MessageSettings {
    within("EVENKEEL_MESSAGES_FIRST_RETRY", firstRetry, Duration.ofMillis(10), "PT5S");
    within("EVENKEEL_MESSAGES_LONGEST_PAUSE", longestPause, firstRetry, "PT15M");
    within("EVENKEEL_MESSAGES_GIVE_UP_AFTER", giveUpAfter, firstRetry, "PT24H");
    within("EVENKEEL_MESSAGES_DIGEST_AFTER", digestAfter, Duration.ofMinutes(1), "PT4H");
  }

  private static void within(String name, Duration given, Duration least, String usual) {
    if (given.compareTo(least) < 0 || given.compareTo(Duration.ofDays(30)) > 0) {
      throw new StartRefused(
          "%s is %s; it must be from %s to P30D.".formatted(name, given, least),
          "Write a duration such as %s, or leave it out.".formatted(usual));
    }
  }
}
