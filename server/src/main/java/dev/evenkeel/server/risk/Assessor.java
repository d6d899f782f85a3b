package dev.evenkeel.server.risk;

import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.EstateChanged;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.inventory.callers.CallsChanged;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeChanged;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
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

  /** After 2, 4, 8, … seconds; then hourly. */
  private static final int MOST_TRIES = 6;

  private final EstateBook estate;
  private final UpgradeBook upgrades;
  private final RiskRegister register;
  private final Lookout lookout;
  private final Advisor advisor;
  private final TaskScheduler scheduler;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicBoolean allWanted = new AtomicBoolean();
  private final Wanted wanted = new Wanted();

  /** How often in a row. */
  private final Map<UpgradeId, Integer> failures = new ConcurrentHashMap<>();

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
    this.transaction = new TransactionTemplate(transactions);
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
    if (allWanted.compareAndSet(false, true)) {
      scheduler.schedule(this::all, clock.instant());
    }
  }

  @TransactionalEventListener
  void on(UpgradeChanged changed) {
    want(changed.upgrade().id());
  }

  @TransactionalEventListener
  void on(SheetKept kept) {
    want(kept.upgrade());
  }

  @TransactionalEventListener
  void on(FindingChanged changed) {
    want(changed.upgrade());
  }

  /**
   * Who edits an upgrade still holds the connection of what was committed. A crowd of them that
   * took a second one each would wait for each other.
   */
  private void want(UpgradeId upgrade) {
    if (wanted.edited(upgrade)) {
      send();
    }
  }

  private void send() {
    try {
      scheduler.schedule(this::work, clock.instant());
    } catch (TaskRejectedException goesDown) {
      wanted.nobodyWorks();
      log.info("The server goes down; risks are computed after its next start");
    }
  }

  /** Whether all is computed that was wanted of this server. */
  boolean isDone() {
    return !allWanted.get() && wanted.isNothing();
  }

  /** All upgrades that are not over. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void all() {
    allWanted.set(false);
    failures.clear();
    if (wanted.others(upgrades.open().stream().map(Upgrade::id).toList())) {
      work();
    }
  }

  private void work() {
    try {
      for (var next = wanted.next(); next.isPresent(); next = wanted.next()) {
        tryOne(next.get());
      }
    } catch (Error broken) {
      wanted.nobodyWorks();
      throw broken;
    }
  }

  /** What changed is kept already; that this fails must not undo it. It is tried again. */
  private void tryOne(UpgradeId id) {
    try {
      transaction.executeWithoutResult(status -> look(upgrades.get(id), estate.snapshot()));
      failures.remove(id);
    } catch (RuntimeException failed) {
      int times = failures.merge(id, 1, Integer::sum);
      boolean again = times <= MOST_TRIES;
      log.warn(
          "The risks of upgrade {} could not be computed; {}",
          id,
          again ? "they are tried again soon" : "the next hourly look tries again",
          failed);
      if (again) {
        scheduler.schedule(() -> want(id), clock.instant().plusSeconds(1L << times));
      }
    }
  }

  private void look(Upgrade upgrade, Snapshot snapshot) {
    register.refresh(upgrade.id(), lookout.of(upgrade.terms(), snapshot));
    advisor.advise(upgrade, snapshot);
  }
}
