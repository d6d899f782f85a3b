package dev.evenkeel.server.execution;

import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says on the page of a run what else hangs on it. */
public interface RunAside {

  /**
   * @param what such as {@code silence in Alertmanager 'main'}
   * @param state in a word
   * @param tone class of its look
   * @param until when it ends by itself
   */
  record Line(String what, String state, String tone, String says, Optional<Instant> until) {}

  List<Line> of(RunId run);

  /** What would stand there of a new run of an upgrade, to be said before it is made. */
  default List<Line> ofNew(UpgradeId upgrade) {
    return List.of();
  }
}
