package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.server.shared.TimeSetting;
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
    TimeSetting.EXEC_KEEP.require(keep);
    TimeSetting.EXEC_GRACE.require(grace);
  }
}
