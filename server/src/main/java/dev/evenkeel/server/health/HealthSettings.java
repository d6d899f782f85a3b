package dev.evenkeel.server.health;

import dev.evenkeel.server.shared.TimeSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long readings are kept.
 *
 * @param detailed for how long every single one; after that one a minute
 * @param keep after how long without a look a watch and all its readings are removed
 */
@ConfigurationProperties("evenkeel.health")
record HealthSettings(@DefaultValue("1h") Duration detailed, @DefaultValue("90d") Duration keep) {
  HealthSettings {
    TimeSetting.HEALTH_DETAILED.require(detailed);
    TimeSetting.HEALTH_KEEP.require(keep);
    TimeSetting.requireKept(detailed, keep);
  }
}
