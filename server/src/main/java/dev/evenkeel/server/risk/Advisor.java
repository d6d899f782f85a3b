package dev.evenkeel.server.risk;

import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.risk.reckon.StrategyAdvice;
import dev.evenkeel.server.risk.reckon.StrategyFacts;
import dev.evenkeel.server.risk.store.AdviceStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps how the strategy was advised, each time that it is another, with what changed. */
@Component
class Advisor {
  private final RiskDesk desk;
  private final AdviceStore advice;
  private final Clock clock;

  Advisor(RiskDesk desk, AdviceStore advice, Clock clock) {
    this.desk = desk;
    this.advice = advice;
    this.clock = clock;
  }

  void advise(Upgrade upgrade, Snapshot snapshot) {
    StrategyFacts from = desk.strategyFacts(upgrade, snapshot);
    StrategyAdvice now = desk.advice(upgrade, from);
    Map<String, String> facts = from.words();
    String scores = scores(now);
    List<AdviceNote> before = advice.of(upgrade.id(), 1);
    if (before.isEmpty() || !before.getFirst().scores().equals(scores)) {
      advice.add(
          upgrade.id(),
          new AdviceNote(
              clock.instant(),
              now.best().strategy(),
              scores,
              facts,
              before.isEmpty() ? "first look" : changed(before.getFirst().facts(), facts)));
    }
  }

  private static String scores(StrategyAdvice advice) {
    return advice.rows().stream()
        .map(row ->
            row.strategy()
                + row.scores().stream()
                    .map(score -> Integer.toString(score.score()))
                    .collect(Collectors.joining(" ", "=", row.ruledOut().isPresent() ? "!" : "")))
        .collect(Collectors.joining(";"));
  }

  static String changed(Map<String, String> before, Map<String, String> now) {
    String changes =
        now.entrySet().stream()
            .filter(fact -> !fact.getValue().equals(before.get(fact.getKey())))
            .map(fact ->
                "%s: %s → %s"
                    .formatted(
                        fact.getKey(),
                        Optional.ofNullable(before.get(fact.getKey())).orElse("not known"),
                        fact.getValue()))
            .collect(Collectors.joining("; "));
    return changes.isEmpty() ? "scores were adjusted" : changes;
  }
}
