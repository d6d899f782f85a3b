package dev.evenkeel.server.health;

import dev.evenkeel.server.health.Watchtower.Lookout;
import java.time.Duration;

/** Asks a metric source for one number, there and then. Nothing of it is kept. */
public interface Gauge {

  /** What came of asking. */
  sealed interface Answer {
    record Number(double value) implements Answer {}

    /**
     * @param why a person can act on it; secrets in it are hidden
     */
    record Nothing(String why) implements Answer {}
  }

  /** Never throws: a source that does not answer is an answer too. */
  Answer read(Lookout lookout, Duration within);
}
