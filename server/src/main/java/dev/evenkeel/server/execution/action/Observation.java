package dev.evenkeel.server.execution.action;

import java.util.Map;

/** What a look at the target showed. */
public sealed interface Observation {

  /** It is as the step wants it. */
  record Holds(Map<String, String> outputs) implements Observation {
    public Holds {
      outputs = Map.copyOf(outputs);
    }
  }

  /** It is not as the step wants it. */
  record HoldsNot(String why) implements Observation {}

  /** It cannot be told. Never guessed. */
  record Unknown(String why) implements Observation {}
}
