package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.tasks.store.TaskStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds tasks against facts. A task whose fact is there is done; one that a fact had closed and
 * whose fact is gone is open again, unless the upgrade is over: then what is done stays done. Both
 * are looked at when somebody looks at the upgrade, and from time to time by themselves, a few
 * upgrades at a time.
 */
@Service
public class EvidenceKeeper {
  private static final Logger log = LoggerFactory.getLogger(EvidenceKeeper.class);
  private static final Duration STALE = Duration.ofMinutes(2);
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final int AT_A_TIME = 40;

  private final TaskStore store;
  private final TaskDesk desk;
  private final FactDesk facts;
  private final Clock clock;
  private final TransactionTemplate transactions;

  EvidenceKeeper(
      TaskStore store,
      TaskDesk desk,
      FactDesk facts,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.desk = desk;
    this.facts = facts;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Looks at an upgrade now, unless that was done a moment ago. */
  public void look(long upgrade) {
    Instant now = clock.instant();
    boolean due =
        store.launches(upgrade).stream()
            .anyMatch(launch -> launch.checkedAt().isBefore(now.minus(FRESH)));
    if (due) {
      check(upgrade);
    }
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void sweep() {
    for (long upgrade : store.unchecked(clock.instant().minus(STALE), AT_A_TIME)) {
      try {
        check(upgrade);
      } catch (RuntimeException failed) {
        log.warn("The tasks of upgrade {} could not be held against facts", upgrade, failed);
      }
    }
  }

  /** Looks at an upgrade now. */
  public void check(long upgrade) {
    Undertaking about = facts.upgrade(upgrade);
    for (Launch launch : store.launches(upgrade)) {
      transactions.executeWithoutResult(_ -> check(about, launch.id()));
    }
  }

  private void check(Undertaking about, long id) {
    Launch launch = store.lock(id);
    Optional<LocalDate> goLive = about.goLive();
    Optional<Instant> windowStart = facts.windowStart(about.id());
    boolean moved = !launch.at(goLive, windowStart);
    store.checked(id, goLive, windowStart, clock.instant());
    boolean changed = false;
    for (Task task : store.ofLaunch(id)) {
      if ((task.isOpen() || closedByFact(task) && !about.over())
          && facts.knows(about, task.proof())) {
        changed |= hold(task, facts.of(about, task.proof()));
      }
    }
    if (moved || changed) {
      desk.settle(id);
    }
  }

  private boolean hold(Task task, Optional<Proof> proof) {
    if (task.isOpen() && proof.isPresent()) {
      String says = proof.get().says();
      desk.event(task, "closed-by-fact", "", says, Actor.EVENKEEL);
      return kept(
          TaskDesk.ended(
              task,
              TaskState.DONE,
              new Task.End(Actor.EVENKEEL, proof.get().at(), Optional.of(says))));
    }
    if (closedByFact(task) && proof.isEmpty()) {
      desk.event(
          task,
          "fact-gone",
          task.end().flatMap(Task.End::says).orElse(""),
          "It is not so any more that " + task.proof().says() + ".",
          Actor.EVENKEEL);
      return kept(TaskDesk.reopened(task));
    }
    return false;
  }

  private static boolean closedByFact(Task task) {
    return task.state() == TaskState.DONE
        && task.end().filter(end -> end.by().equals(Actor.EVENKEEL)).isPresent();
  }

  private boolean kept(Task task) {
    if (!store.change(task)) {
      throw new Refused(Refused.Kind.STALE, "Task %d was changed meanwhile.".formatted(task.id()));
    }
    return true;
  }
}
