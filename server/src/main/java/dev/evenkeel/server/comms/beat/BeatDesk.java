package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Facts;
import dev.evenkeel.server.comms.draft.Known;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.comms.draft.Wording;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.plan.FactsOfUpgrade;
import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.comms.plan.Planned;
import dev.evenkeel.server.comms.plan.WordingShelf;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where words come from while a run is under way. */
@Service
public class BeatDesk {
  private final BeatStore store;
  private final MessageDesk desk;
  private final WordingShelf wordings;
  private final FactsOfUpgrade facts;
  private final Outbox outbox;
  private final Promises promises;
  private final Alarms alarms;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BeatDesk(
      BeatStore store,
      MessageDesk desk,
      WordingShelf wordings,
      FactsOfUpgrade facts,
      Outbox outbox,
      Promises promises,
      Alarms alarms,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.desk = desk;
    this.wordings = wordings;
    this.facts = facts;
    this.outbox = outbox;
    this.promises = promises;
    this.alarms = alarms;
    this.events = events;
    this.clock = clock;
  }

  /** The channel where words go out while it runs; empty when the plan names none. */
  public Optional<String> live(Upgrade upgrade) {
    return desk.of(upgrade).terms().live();
  }

  /** All channels where they go out: the live one, and those that were promised a word. */
  public List<String> channels(RunReport run, Upgrade upgrade) {
    return promises.channels(desk.of(upgrade), run);
  }

  /** The words of a run, the newest first. */
  public List<Beat> of(RunReport run, Upgrade upgrade) {
    return store.of(run.id(), upgrade.id());
  }

  /** When the next word is due. */
  public Instant next(RunReport run, Upgrade upgrade) {
    return Rhythm.last(run.began().orElse(run.since()), of(run, upgrade))
        .plus(desk.of(upgrade).terms().beat());
  }

  /**
   * A person says how it stands.
   *
   * @throws Refused when no run is under way, there is no channel for it, or one only practises
   */
  @Transactional
  public void say(Upgrade upgrade, Optional<RunReport> run, String says, Actor actor) {
    desk.requireMeant(upgrade.id());
    MessagePlan plan = desk.of(upgrade);
    RunReport about =
        run.filter(RunReport::isUnderWay)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "No run of upgrade %s is under way. Send one of the planned messages instead."
                        .formatted(upgrade.id())));
    List<String> ways = promises.channels(plan, about);
    if (ways.isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "The plan names no live channel. Choose one under 'Who speaks, how often'.");
    }
    Instant now = clock.instant();
    String key = "run/%s/word/%s".formatted(about.id().value(), now);
    if (!store.add(
        key, about.id(), upgrade.id(), new Beat(Beat.Kind.PERSON, now, actor.name(), says))) {
      throw new Refused(Refused.Kind.STALE, "Somebody wrote at the very same moment. Look first.");
    }
    // What is measured must not put words into a person's mouth, so the subject claims nothing.
    Facts title = Facts.none().words(Known.TITLE, upgrade.terms().title());
    post(
        upgrade,
        plan,
        key,
        ways,
        readers -> new Draft(usual(readers).write(title, readers).subject(), says + "\n"),
        actor);
    publish(upgrade, plan, key, alarms.readers(upgrade, plan, ways.getFirst()), about);
    events.publishEvent(
        Auditable.by(actor, "word sent while it runs", about.path()).with("says", says));
  }

  /** Does what is due of a run, unless it was done before. In practice nobody waits for a word. */
  @Transactional
  public void beat(Upgrade upgrade, RunReport run) {
    if (desk.isPractice(upgrade.id())) {
      return;
    }
    MessagePlan plan = desk.of(upgrade);
    Instant now = clock.instant();
    List<Beat> beats = of(run, upgrade);
    Instant began = run.began().orElse(run.since());
    for (Rhythm.Due due : Rhythm.due(run.id().value(), began, beats, plan.terms().beat(), now)) {
      switch (due) {
        case Rhythm.Due.Alarm alarm -> alarm(upgrade, plan, run, alarm, now);
        case Rhythm.Due.Machine machine -> {
          List<String> ways = promises.channels(plan, run);
          if (!ways.isEmpty()) {
            machine(upgrade, plan, run, machine, ways, now);
          }
        }
      }
    }
  }

  private void machine(
      Upgrade upgrade,
      MessagePlan plan,
      RunReport run,
      Rhythm.Due.Machine due,
      List<String> ways,
      Instant now) {
    Audience first = alarms.readers(upgrade, plan, ways.getFirst());
    Facts told =
        facts
            .of(upgrade, plan.terms(), Optional.of(run), Optional.of(now.plus(plan.terms().beat())))
            .words(Known.BY_MACHINE, "yes")
            .at(Known.LAST_BEAT, due.last());
    String said = usual(first).write(told, first).text().strip();
    Beat beat = new Beat(Beat.Kind.MACHINE, now, Actor.EVENKEEL.name(), said);
    if (!store.add(due.key(), run.id(), upgrade.id(), beat)) {
      return;
    }
    post(
        upgrade,
        plan,
        due.key(),
        ways,
        readers -> usual(readers).write(told, readers),
        Actor.EVENKEEL);
    publish(upgrade, plan, due.key(), first, run);
    alarms.communicator(
        upgrade,
        plan,
        due.key() + "/missed",
        (words, reader) ->
            new Draft(
                words
                    .word("beat.missed.subject")
                    .formatted(upgrade.terms().title(), Spoken.at(due.last(), reader)),
                words
                        .word("beat.missed.text")
                        .formatted(Spoken.at(due.slot(), reader), alarms.page(upgrade, words))
                    + "\n"));
    events.publishEvent(
        Auditable.by(Actor.EVENKEEL, "word missed while it runs", run.path())
            .with("due", due.slot())
            .with("communicator", plan.terms().communicator()));
  }

  /** In the language of what else stands on the public page, else in that of the first channel. */
  private void publish(
      Upgrade upgrade, MessagePlan plan, String key, Audience first, RunReport run) {
    Language language =
        plan.messages().stream()
            .filter(Planned::open)
            .map(Planned::language)
            .findFirst()
            .orElse(first.language());
    desk.publish(upgrade, plan, key, language, usual(language), Optional.of(run));
  }

  private Wording usual(Audience readers) {
    return usual(readers.language());
  }

  private Wording usual(Language language) {
    return wordings.of(Occasion.HEARTBEAT, language, Optional.empty());
  }

  /** The same to each channel, as its readers are spoken to. */
  private void post(
      Upgrade upgrade,
      MessagePlan plan,
      String key,
      List<String> ways,
      Function<Audience, Draft> says,
      Actor actor) {
    List<Message> all = new ArrayList<>();
    for (String channel : ways) {
      Audience readers = alarms.readers(upgrade, plan, channel);
      Draft draft = says.apply(readers);
      all.add(
          Message.toChannel(
              all.isEmpty() ? key : key + "/" + channel,
              channel,
              draft.subject(),
              draft.text(),
              "/upgrades/" + upgrade.id(),
              readers.language().word(),
              actor));
    }
    outbox.post(all);
  }

  private void alarm(
      Upgrade upgrade, MessagePlan plan, RunReport run, Rhythm.Due.Alarm due, Instant now) {
    BiFunction<Words, Audience, Draft> alarm =
        (words, reader) ->
            new Draft(
                words.word("beat.silence.subject").formatted(upgrade.terms().title()),
                "%s %s%n"
                    .formatted(
                        words
                            .word("beat.silence.text")
                            .formatted(Spoken.at(due.last(), reader), Rhythm.ALARM.toMinutes()),
                        words
                            .word(
                                plan.terms().live().isEmpty()
                                    ? "beat.silence.noLive"
                                    : "beat.silence.write")
                            .formatted(alarms.page(upgrade, words))));
    Draft own = alarm.apply(Words.of(Language.EN), alarms.onRecord(upgrade, plan));
    if (!store.add(
        due.key(),
        run.id(),
        upgrade.id(),
        new Beat(Beat.Kind.ALARM, now, Actor.EVENKEEL.name(), own.text().strip()))) {
      return;
    }
    alarms.communicator(upgrade, plan, due.key(), alarm);
    alarms.team(upgrade, plan, due.key(), alarm);
    events.publishEvent(
        Auditable.by(Actor.EVENKEEL, "nothing was said while it runs", run.path())
            .with("since", due.last()));
  }
}
