package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.written.RunbookText;

/** Rules about one topic. */
@FunctionalInterface
interface Topic {
  void check(RunbookText runbook, Findings findings);
}
