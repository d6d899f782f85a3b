package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.downstream.OverrunJudge;
import dev.evenkeel.judge.journey.JourneyJudge;
import dev.evenkeel.judge.novelty.NoveltyJudge;
import java.time.Instant;

/** Judges thresholds as they were stated. */
public final class LiteralJudge {
  private LiteralJudge() {}

  public static Verdict judge(Rule rule, Evidence evidence, Instant now) {
    if (evidence.upgraded().isEmpty()) {
      return LevelJudge.nothingUpgraded(rule);
    }
    return switch (rule.metric()) {
      case ERROR_RATE ->
          new LevelJudge<>(rule, new Lens.Errors(), new Wording.Errors(), evidence, now).verdict();
      case LATENCY ->
          new LevelJudge<>(
                  rule,
                  new Lens.Latencies(rule.quantile()),
                  new Wording.Latencies(rule.quantile()),
                  evidence,
                  now)
              .verdict();
      case VALUE -> LevelJudge.worstOfValues(rule, evidence, now);
      case FAILING -> new FailingJudge(rule, evidence, now).verdict();
      case BLOCKED -> JourneyJudge.judge(Special.journeys(rule), evidence, now).verdict();
      case NOVELTY -> NoveltyJudge.judge(Special.novelty(rule), evidence, now).verdict();
      case OVERRUN -> OverrunJudge.judge(rule, evidence, now);
    };
  }
}
