package dev.evenkeel.server.execution;

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
}
