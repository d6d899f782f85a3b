package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.written.RunbookText;
import java.util.List;

/** All rules beyond the shape of a runbook. */
public final class Rules {
  private static final List<Topic> TOPICS =
      List.of(
          new UniqueNames(),
          new InputRules(),
          new NameRules(),
          new WaveRules(),
          new StepRules(),
          new StepAdvice(),
          new Confirmation(),
          new Peers(),
          new WatchTopic(),
          new Thresholds(),
          new Comparing(),
          new LimitRules(),
          new Shells(),
          new Secrets(),
          new Addresses());

  private Rules() {}

  /**
   * @param runbook mended where its shape was wrong
   */
  public static void check(RunbookText runbook, Findings findings) {
    TOPICS.forEach(topic -> topic.check(runbook, findings));
  }
}
