package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.List;

/** All rules beyond the shape of a runbook. */
public final class Rules {
  private static final List<Topic> TOPICS = List.of();

  private Rules() {}

  /**
   * @param runbook mended where its shape was wrong
   */
  public static void check(RunbookText runbook, Findings findings) {
    TOPICS.forEach(topic -> topic.check(runbook, findings));
  }
}
