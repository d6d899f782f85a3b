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
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

  @Test
  void what_fails_midway_leaves_nothing_and_the_next_look_does_it() {
    Upgrade upgrade = upgrades.add(terms(Optional.empty()), Actor.EVENKEEL);
    assertThat(noWayBack(upgrade)).matches(Finding::isOpen);
    Upgrade better =
        new Upgrade(
            upgrade.id(),
            terms(Optional.of("restore")),
            upgrade.state(),
            upgrade.madeBy(),
            upgrade.madeAt(),
            upgrade.changedBy(),
            upgrade.changedAt(),
            upgrade.version());

    afterACommit(assessor(new Failing()), better);
    assertThat(noWayBack(upgrade)).matches(Finding::isOpen);

    afterACommit(assessor(advisor), better);
    assertThat(noWayBack(upgrade)).matches(Predicate.not(Finding::isOpen));
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

  private Assessor assessor(Advisor used) {
    return new Assessor(estate, upgrades, register, lookout, used, scheduler, transactions, clock);
  }

  private Finding noWayBack(Upgrade upgrade) {
    return register.of(upgrade.id()).stream()
        .filter(finding -> finding.key().equals(Optional.of("no-way-back")))
        .findFirst()
        .orElseThrow();
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
    Failing() {
      super(desk, advice, clock);
    }

    @Override
    void advise(Upgrade upgrade, Snapshot snapshot) {
      throw new IllegalStateException("as the test wants it");
    }
  }
}
