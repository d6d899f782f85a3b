package dev.evenkeel.server.risk;

import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.EstateChanged;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeChanged;
import dev.evenkeel.server.risk.reckon.Probes;
import dev.evenkeel.server.risk.reckon.StrategyAdvice;
import dev.evenkeel.server.risk.reckon.StrategyFacts;
import dev.evenkeel.server.risk.store.AdviceStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes risks and advice again when the estate, the upgrade or its sheets changed, and every
 * hour, because days pass and a server may have died in between. The same data change nothing.
 */
@Component
public class Assessor {
  private static final Logger log = LoggerFactory.getLogger(Assessor.class);

  private final EstateBook estate;
  private final UpgradeBook upgrades;
  private final RiskRegister register;
  private final RiskDesk desk;
  private final AdviceStore advice;
  private final TaskScheduler scheduler;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicBoolean wanted = new AtomicBoolean();

  Assessor(
      EstateBook estate,
      UpgradeBook upgrades,
      RiskRegister register,
      RiskDesk desk,
      AdviceStore advice,
      TaskScheduler scheduler,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.estate = estate;
    this.upgrades = upgrades;
    this.register = register;
    this.desk = desk;
    this.advice = advice;
    this.scheduler = scheduler;
    // What listens after a commit is still inside of what was committed: without a transaction of
    // its own, what it writes would be lost.
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /** There may be many upgrades; who edits the estate does not wait for them. */
  @TransactionalEventListener
  void on(EstateChanged changed) {
    if (wanted.compareAndSet(false, true)) {
      scheduler.schedule(this::all, clock.instant());
    }
  }

  @TransactionalEventListener
  void on(UpgradeChanged changed) {
    tryOne(changed.upgrade(), estate.snapshot());
  }

  @TransactionalEventListener
  void on(SheetKept kept) {
    tryOne(upgrades.get(kept.upgrade()), estate.snapshot());
  }

  @TransactionalEventListener
  void on(FindingChanged changed) {
    tryOne(upgrades.get(changed.upgrade()), estate.snapshot());
  }

  /** All upgrades that are not over. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void all() {
    wanted.set(false);
    Snapshot snapshot = estate.snapshot();
    upgrades.open().forEach(upgrade -> tryOne(upgrade, snapshot));
  }

  /** What changed is kept already; that this fails must not undo it. The next look does it. */
  private void tryOne(Upgrade upgrade, Snapshot snapshot) {
    try {
      transaction.executeWithoutResult(status -> look(upgrade, snapshot));
    } catch (RuntimeException failed) {
      log.warn(
          "The risks of upgrade {} could not be computed; the next look tries again",
          upgrade.id(),
          failed);
    }
  }

  private void look(Upgrade upgrade, Snapshot snapshot) {
    register.refresh(
        upgrade.id(),
        Probes.of(upgrade.terms(), snapshot.estate(), snapshot.map(), LocalDate.now(clock)));
    advise(upgrade, desk.strategyFacts(upgrade, snapshot));
  }

  private void advise(Upgrade upgrade, StrategyFacts from) {
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
