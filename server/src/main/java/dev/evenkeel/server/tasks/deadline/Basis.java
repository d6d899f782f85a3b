package dev.evenkeel.server.tasks.deadline;

import dev.evenkeel.runbook.grammar.Grammars;

/** From when a deadline counts. */
public enum Basis {
  PREVIOUS_STEP,
  LAUNCH,
  GO_LIVE,
  WINDOW_START;

  /** As documents write it. */
  public String word() {
    return Grammars.written(this);
  }
}
