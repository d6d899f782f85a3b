package dev.evenkeel.server.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeChanged;
import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.risk.store.AdviceStore;
import dev.evenkeel.server.shared.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is computed after a commit is written whole or not at all. */
@ServerTest
@Tag("C11")
class AssessorTest {
  @Autowired EstateBook estate;
  @Autowired UpgradeBook upgrades;
  @Autowired RiskRegister register;
  @Autowired RiskDesk desk;
  @Autowired Lookout lookout;
  @Autowired Advisor advisor;
  @Autowired AdviceStore advice;
  @Autowired TaskScheduler scheduler;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void what_fails_midway_leaves_nothing_and_is_tried_again_soon() {
    Upgrade upgrade = upgrades.add(terms(Optional.empty()), Actor.EVENKEEL);
    RiskScene.until(() -> noWayBack(upgrade).filter(Finding::isOpen).isPresent());
    // Changed so that only the assessor of this test hears of it.
    jdbc.sql("update plan_upgrade set way_back = 'restore' where id = :id")
        .param("id", upgrade.id().value())
        .update();
    var failing = new Failing(upgrade);
    var assessor =
        new Assessor(estate, upgrades, register, lookout, failing, scheduler, transactions, clock);

    afterACommit(assessor, upgrade);
    RiskScene.until(() -> failing.times.get() == 1);
    assertThat(noWayBack(upgrade)).get().matches(Finding::isOpen);

    failing.mended = true;
    RiskScene.until(() -> noWayBack(upgrade).filter(Predicate.not(Finding::isOpen)).isPresent());
  }

  /** As Spring calls listeners: what was committed is still around it. */
  private void afterACommit(Assessor assessor, Upgrade upgrade) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(status ->
            TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                  @Override
                  public void afterCommit() {
                    assessor.on(new UpgradeChanged(upgrade));
                  }
                }));
  }

  private Optional<Finding> noWayBack(Upgrade upgrade) {
    return register.of(upgrade.id()).stream()
        .filter(finding -> finding.key().equals(Optional.of("no-way-back")))
        .findFirst();
  }

  private static Terms terms(Optional<String> wayBack) {
    return new Terms(
        "t",
        "",
        List.of("assessor-test"),
        "1",
        "2",
        UpgradeClass.MAJOR,
        "ann",
        Optional.empty(),
        Optional.empty(),
        wayBack);
  }

  /** Fails after the findings were written. */
  private final class Failing extends Advisor {
    private final Upgrade at;
    private final AtomicInteger times = new AtomicInteger();
    private volatile boolean mended;

    Failing(Upgrade at) {
      super(desk, advice, clock);
      this.at = at;
    }

    @Override
    void advise(Upgrade upgrade, Snapshot snapshot) {
      if (!mended && upgrade.id().equals(at.id())) {
        times.incrementAndGet();
        throw new IllegalStateException("as the test wants it");
      }
      super.advise(upgrade, snapshot);
    }
  }
}
