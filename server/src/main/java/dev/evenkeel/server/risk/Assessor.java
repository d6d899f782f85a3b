package dev.evenkeel.server.risk;

import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.EstateChanged;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.inventory.callers.CallsChanged;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeChanged;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * Computes risks and advice again when the estate, the calls that were seen, the upgrade or its
 * sheets changed, and every hour, because days pass and a server may have died in between. The same
 * data change nothing.
 */
@Component
public class Assessor {
  private static final Logger log = LoggerFactory.getLogger(Assessor.class);

  private final EstateBook estate;
  private final UpgradeBook upgrades;
  private final RiskRegister register;
  private final Lookout lookout;
  private final Advisor advisor;
  private final TaskScheduler scheduler;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicBoolean wanted = new AtomicBoolean();

  Assessor(
      EstateBook estate,
      UpgradeBook upgrades,
      RiskRegister register,
      Lookout lookout,
      Advisor advisor,
      TaskScheduler scheduler,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.estate = estate;
    this.upgrades = upgrades;
    this.register = register;
    this.lookout = lookout;
    this.advisor = advisor;
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
    wantAll();
  }

  @TransactionalEventListener
  void on(CallsChanged changed) {
    wantAll();
  }

  private void wantAll() {
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
    register.refresh(upgrade.id(), lookout.of(upgrade.terms(), snapshot));
    advisor.advise(upgrade, snapshot);
  }
}
