package dev.evenkeel.server.execution.action.exec;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are kept and stopped.
 *
 * @param keep how long the folder of an ended attempt stays on disk, a day or more
 * @param grace how long a command may take to end by itself after it was told to (SIGTERM), before
 *     it is killed
 */
@ConfigurationProperties("evenkeel.exec")
record ExecSettings(@DefaultValue("30d") Duration keep, @DefaultValue("10s") Duration grace) {
  ExecSettings {
    if (keep.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "evenkeel.exec.keep is %s; it must be one day (1d) or more, so that a run interrupted for hours still finds what its commands did"
              .formatted(keep));
    }
    if (grace.isNegative() || grace.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException(
          "evenkeel.exec.grace is %s; it must be between 0s and 5m".formatted(grace));
    }
  }
}
