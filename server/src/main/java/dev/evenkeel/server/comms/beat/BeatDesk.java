package dev.evenkeel.server.comms.beat;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Person;
import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Facts;
import dev.evenkeel.server.comms.draft.Known;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.draft.Wording;
import dev.evenkeel.server.comms.plan.FactsOfUpgrade;
import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.comms.plan.UpgradeWindows;
import dev.evenkeel.server.comms.plan.WordingShelf;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  private final UpgradeWindows windows;
  private final ChannelBook channels;
  private final Outbox outbox;
  private final EstateBook estate;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BeatDesk(
      BeatStore store,
      MessageDesk desk,
      WordingShelf wordings,
      FactsOfUpgrade facts,
      UpgradeWindows windows,
      ChannelBook channels,
      Outbox outbox,
      EstateBook estate,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.desk = desk;
    this.wordings = wordings;
    this.facts = facts;
    this.windows = windows;
    this.channels = channels;
    this.outbox = outbox;
    this.estate = estate;
    this.events = events;
    this.clock = clock;
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
    String channel =
        plan.terms()
            .live()
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "The plan names no live channel. Choose one under 'Who speaks, how often'."));
    Instant now = clock.instant();
    String key = "run/%s/word/%s".formatted(about.id().value(), now);
    if (!store.add(
        key, about.id(), upgrade.id(), new Beat(Beat.Kind.PERSON, now, actor.name(), says))) {
      throw new Refused(Refused.Kind.STALE, "Somebody wrote at the very same moment. Look first.");
    }
    Audience readers = readers(upgrade, plan, channel);
    Wording usual = wordings.of(Occasion.HEARTBEAT, readers.language(), Optional.empty());
    // What is measured must not put words into a person's mouth, so the subject claims nothing.
    String subject =
        usual.write(Facts.none().words(Known.TITLE, upgrade.terms().title()), readers).subject();
    outbox.post(
        List.of(
            Message.toChannel(
                key,
                channel,
                subject,
                says + "\n",
                "/upgrades/" + upgrade.id(),
                readers.language().word(),
                actor)));
    desk.publish(upgrade, plan, key, readers.language(), usual, Optional.of(about));
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
        case Rhythm.Due.Machine machine ->
            plan.terms()
                .live()
                .ifPresent(channel -> machine(upgrade, plan, run, machine, channel, now));
      }
    }
  }

  private void machine(
      Upgrade upgrade,
      MessagePlan plan,
      RunReport run,
      Rhythm.Due.Machine due,
      String channel,
      Instant now) {
    Audience readers = readers(upgrade, plan, channel);
    Wording wording = wordings.of(Occasion.HEARTBEAT, readers.language(), Optional.empty());
    Facts told =
        facts
            .of(upgrade, plan.terms(), Optional.of(run), Optional.of(now.plus(plan.terms().beat())))
            .words(Known.BY_MACHINE, "yes")
            .at(Known.LAST_BEAT, due.last());
    Draft draft = wording.write(told, readers);
    Beat beat = new Beat(Beat.Kind.MACHINE, now, Actor.EVENKEEL.name(), draft.text().strip());
    if (!store.add(due.key(), run.id(), upgrade.id(), beat)) {
      return;
    }
    outbox.post(
        List.of(
            Message.toChannel(
                due.key(),
                channel,
                draft.subject(),
                draft.text(),
                "/upgrades/" + upgrade.id(),
                readers.language().word(),
                Actor.EVENKEEL)));
    desk.publish(upgrade, plan, due.key(), readers.language(), wording, Optional.of(run));
    nudge(
        upgrade,
        plan,
        due.key() + "/missed",
        "%s: nobody has written since %s".formatted(upgrade.terms().title(), due.last()),
        "You keep people informed of this upgrade, and the word due at %s did not come. Evenkeel has said what was measured. Write the next one on %s.\n"
            .formatted(due.slot(), "/upgrades/%s/messages".formatted(upgrade.id())));
    events.publishEvent(
        Auditable.by(Actor.EVENKEEL, "word missed while it runs", run.path())
            .with("due", due.slot())
            .with("communicator", plan.terms().communicator()));
  }

  private void alarm(
      Upgrade upgrade, MessagePlan plan, RunReport run, Rhythm.Due.Alarm due, Instant now) {
    String says =
        "Nothing was said since %s, for more than %d minutes%s."
            .formatted(
                due.last(),
                Rhythm.ALARM.toMinutes(),
                plan.terms().live().isEmpty() ? ": the plan names no live channel" : "");
    if (!store.add(
        due.key(),
        run.id(),
        upgrade.id(),
        new Beat(Beat.Kind.ALARM, now, Actor.EVENKEEL.name(), says))) {
      return;
    }
    String subject = "%s: people hear nothing".formatted(upgrade.terms().title());
    nudge(upgrade, plan, due.key(), subject, says + "\n");
    channels.all().stream()
        .filter(one -> one.terms().audience().equalsIgnoreCase(AudienceClass.TECHNICAL.word()))
        .findFirst()
        .ifPresent(one ->
            outbox.post(
                List.of(
                    Message.toChannel(
                        due.key() + "/team",
                        one.name(),
                        subject,
                        says + "\n",
                        "/upgrades/" + upgrade.id(),
                        Language.EN.word(),
                        Actor.EVENKEEL))));
    events.publishEvent(
        Auditable.by(Actor.EVENKEEL, "nothing was said while it runs", run.path())
            .with("since", due.last()));
  }

  /** Tells the communicator, if the estate knows an address. */
  private void nudge(Upgrade upgrade, MessagePlan plan, String key, String subject, String text) {
    plan.terms()
        .communicator()
        .flatMap(name -> estate.estate().find(new Document.Key(EntryKind.PERSON, name)))
        .flatMap(found -> ((Person) found.entry()).email())
        .ifPresent(address ->
            outbox.post(
                List.of(
                    Message.toPerson(
                        key + "/communicator",
                        address,
                        subject,
                        text,
                        "/upgrades/" + upgrade.id(),
                        Language.EN.word(),
                        Actor.EVENKEEL))));
  }

  /** Who reads a channel: the class its audience names, else those who support others. */
  private Audience readers(Upgrade upgrade, MessagePlan plan, String channel) {
    Optional<Channel> found = channels.find(channel);
    return new Audience(
        found
            .flatMap(one ->
                Arrays.stream(AudienceClass.values())
                    .filter(detail -> detail.word().equalsIgnoreCase(one.terms().audience()))
                    .findFirst())
            .orElse(AudienceClass.SUPPORT),
        found.map(one -> Language.of(one.terms().language())).orElse(Language.EN),
        plan.terms().zone().orElseGet(() -> windows.zone(upgrade)));
  }
}
