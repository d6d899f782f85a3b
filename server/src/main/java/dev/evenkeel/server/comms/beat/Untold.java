package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.comms.plan.Planned;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says at once that a run in production began of which nobody will hear, as no message of its plan
 * was approved, sent or skipped: in an emergency the checklist is overridden, and the plan of
 * messages with it.
 */
@Component
class Untold {
  private final BeatStore store;
  private final MessageDesk desk;
  private final Alarms alarms;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Untold(
      BeatStore store,
      MessageDesk desk,
      Alarms alarms,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.desk = desk;
    this.alarms = alarms;
    this.events = events;
    this.clock = clock;
  }

  /** Once for each run and upgrade, also when it is over already. */
  @Transactional
  void look(Upgrade upgrade, RunReport run) {
    if (run.began().isEmpty() || desk.isPractice(upgrade.id())) {
      return;
    }
    MessagePlan plan = desk.of(upgrade);
    if (plan.messages().stream().anyMatch(Planned::isDecided)) {
      return;
    }
    Instant began = run.began().get();
    BiFunction<Words, Audience, Draft> says =
        (words, reader) ->
            new Draft(
                words.word("beat.untold.subject").formatted(upgrade.terms().title()),
                words
                        .word("beat.untold.text")
                        .formatted(Spoken.at(began, reader), alarms.plan(upgrade, words))
                    + "\n");
    Audience record = alarms.onRecord(upgrade, plan);
    String key = "run/%s/untold/%s".formatted(run.id().value(), upgrade.id());
    Beat beat =
        new Beat(
            Beat.Kind.ALARM,
            clock.instant(),
            Actor.EVENKEEL.name(),
            says.apply(Words.of(record.language()), record).text().strip());
    if (!store.add(key, run.id(), upgrade.id(), beat)) {
      return;
    }
    alarms.communicator(upgrade, plan, key, says);
    alarms.team(upgrade, plan, key, says);
    events.publishEvent(
        Auditable.by(Actor.EVENKEEL, "nobody is told of a run", run.path()).with("began", began));
  }
}
