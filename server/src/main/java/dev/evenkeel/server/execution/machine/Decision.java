package dev.evenkeel.server.execution.machine;

import java.util.List;

/** What becomes of a signal: the next state, what shall happen, and what to write down. */
public record Decision(RunState state, List<Effect> effects, List<Entry> entries) {
  public Decision {
    effects = List.copyOf(effects);
    entries = List.copyOf(entries);
  }
}
