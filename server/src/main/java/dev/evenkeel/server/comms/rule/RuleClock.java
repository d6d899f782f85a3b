package dev.evenkeel.server.comms.rule;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.server.audit.AuditTrail;
import dev.evenkeel.server.comms.rule.Firing.Outcome;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the trail and does what rules say about its rows.
 *
 * <ol>
 *   <li>Rows are read after the position that was kept last. The trail has no gaps and shows rows
 *       in the order of their commits, so none is passed over.
 *   <li>What one rule does about one row is one transaction, together with its line in {@code
 *       comms_firing}, whose key is both: after a crash it is there as a whole, or is done anew.
 *   <li>What cannot be done is on record with its reason, and holds up no other rule.
 *   <li>Then the position moves. It may be kept too late, never too early.
 * </ol>
 */
@Component
public class RuleClock {
  private static final Logger LOG = LoggerFactory.getLogger(RuleClock.class);
  private static final int SOME = 500;
  private static final Duration LATELY = Duration.ofDays(1);

  private final AuditTrail trail;
  private final AutomationStore store;
  private final Readings readings;
  private final Doing doing;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RuleClock(
      AuditTrail trail,
      AutomationStore store,
      Readings readings,
      Doing doing,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.trail = trail;
    this.store = store;
    this.readings = readings;
    this.doing = doing;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Ticking {
    /** The name is stored, so it never changes. */
    @Bean
    Task<Void> automationsTask(RuleClock rules) {
      return Tasks.recurring("automations", Schedules.fixedDelay(Duration.ofSeconds(5)))
          .execute((instance, context) -> rules.tick());
    }
  }

  public void tick() {
    List<Entry> rows;
    do {
      rows = trail.after(store.position(), SOME);
      List<Entry> telling = rows.stream().filter(row -> RuleEvent.any(row.deed().what())).toList();
      if (!telling.isEmpty()) {
        List<RunReport> runs = readings.runs(telling.getFirst().deed().at());
        telling.forEach(row -> follow(readings.read(row, runs), runs));
      }
      if (!rows.isEmpty()) {
        store.position(rows.getLast().seq());
      }
    } while (rows.size() == SOME);
  }

  private void follow(Event event, List<RunReport> runs) {
    Optional<RunReport> run = Readings.run(event.subject(), runs);
    for (Rule rule : store.all()) {
      Matching.of(rule, event).ifPresent(act -> fire(rule, act, run));
    }
  }

  private void fire(Rule rule, Act act, Optional<RunReport> run) {
    Instant now = clock.instant();
    Firing begun = Firing.of(rule, act.event(), now, Outcome.DONE, "");
    try {
      transaction.executeWithoutResult(_ -> done(rule, act, run, begun));
    } catch (Refused refused) {
      failed(begun, String.valueOf(refused.getMessage()));
    } catch (RuntimeException bug) {
      LOG.atError().setCause(bug).log("rule {} failed on row {}", rule.id(), act.event().seq());
      failed(begun, "It could not be done; the log of the server says why.");
    }
  }

  private void done(Rule rule, Act act, Optional<RunReport> run, Firing begun) {
    store.lock();
    if (store.isFired(rule.id(), act.event().seq())) {
      return;
    }
    Outcome outcome =
        Matching.brake(
            rule.terms(), act.event(), store.since(rule.id(), act.event().at().minus(LATELY)));
    if (outcome == Outcome.DONE) {
      Doing.Done done = doing.act(rule, act, run);
      record(begun.with(Outcome.DONE, done.says(), done.messages()));
      return;
    }
    String says = Firing.would(rule.terms(), outcome);
    record(begun.with(outcome, says, List.of()));
    if (outcome == Outcome.STOPPED) {
      store.stop(rule.id(), says);
      events.publishEvent(
          Auditable.by(Actor.EVENKEEL, "automation stopped", AutomationDesk.path(rule.id()))
              .with("name", rule.terms().name())
              .with("says", says));
    }
  }

  /**
   * Tries once more what failed, in the name of the rule.
   *
   * @throws Refused when it did not fail, the rule is gone, or it still cannot be done
   */
  @Transactional
  public Firing again(long rule, long seq, Actor actor) {
    store.lock();
    Firing failed =
        store
            .firing(rule, seq)
            .filter(one -> one.outcome() == Outcome.FAILED)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "Automation %d has not failed on row %d, so there is nothing to try again."
                        .formatted(rule, seq)));
    Rule known =
        store
            .find(rule)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW, "The automation was removed. Do by hand what it did."));
    if (known.terms().action() == RuleTerms.Kind.START_RUN) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "A run is not started by an automation later. Start it by hand.");
    }
    Entry row = trail.row(seq).orElseThrow();
    List<RunReport> runs = readings.runs(row.deed().at());
    Event event = readings.read(row, runs);
    Doing.Done done =
        doing.act(known, Matching.act(known, event), Readings.run(event.subject(), runs));
    Firing now =
        Firing.of(known, event, clock.instant(), Outcome.DONE, "")
            .with(
                Outcome.DONE,
                "Tried again by %s: %s".formatted(actor.name(), done.says()),
                done.messages());
    if (!store.again(now)) {
      throw new Refused(Refused.Kind.STALE, "Somebody else tried it again meanwhile. Look first.");
    }
    events.publishEvent(
        Auditable.by(
                actor,
                "automation tried again",
                failed.upgrade().map(one -> "/upgrades/" + one).orElse("")
                    + AutomationDesk.path(rule))
            .with("row", seq)
            .with("says", done.says()));
    return now;
  }

  /** If even that is not possible, the row is followed anew later. */
  private void failed(Firing begun, String says) {
    transaction.executeWithoutResult(_ -> record(begun.with(Outcome.FAILED, says, List.of())));
  }

  private void record(Firing firing) {
    if (store.add(firing)) {
      events.publishEvent(
          Auditable.by(
                  Event.actor(firing.rule()),
                  "automation fired",
                  firing.upgrade().map(one -> "/upgrades/" + one).orElse("")
                      + AutomationDesk.path(firing.rule()))
              .with("rule", firing.ruleName())
              .with("row", firing.seq())
              .with("outcome", firing.outcome().word())
              .with("says", firing.says()));
    }
  }
}
