package dev.evenkeel.server.execution.engine;

import java.time.Duration;

/** How a task goes on. */
sealed interface Next {

  /** It is over. */
  record Over() implements Next {}

  /** It is carried on after a while. */
  record Again(Duration after) implements Next {}
}
