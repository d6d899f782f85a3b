package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Known;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.draft.Wording;
import dev.evenkeel.server.comms.plan.MessagePlan.Given;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where plans of messages are made, approved and carried out. */
@Service
public class MessageDesk {
  private final UpgradeBook book;
  private final PlanStore store;
  private final ChannelBook channels;
  private final Outbox outbox;
  private final WordingShelf wordings;
  private final FactsOfUpgrade facts;
  private final UpgradeWindows windows;
  private final ToldStore told;
  private final AdoptionDesk adoption;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MessageDesk(
      UpgradeBook book,
      PlanStore store,
      ChannelBook channels,
      Outbox outbox,
      WordingShelf wordings,
      FactsOfUpgrade facts,
      UpgradeWindows windows,
      ToldStore told,
      AdoptionDesk adoption,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.store = store;
    this.channels = channels;
    this.outbox = outbox;
    this.wordings = wordings;
    this.facts = facts;
    this.windows = windows;
    this.told = told;
    this.adoption = adoption;
    this.events = events;
    this.clock = clock;
  }

  /** The plan, or the one that is proposed while nobody has touched it. */
  public MessagePlan of(Upgrade upgrade) {
    List<MessagePlan.Way> ways =
        channels.all().stream()
            .map(one ->
                new MessagePlan.Way(one.name(), one.terms().audience(), one.terms().language()))
            .toList();
    return store
        .find(upgrade.id())
        .map(plan -> plan.addressed(ways))
        .orElseGet(() -> MessagePlan.proposed(upgrade.id(), upgrade.terms().owner(), ways));
  }

  /** What a message would say now. */
  public Draft draft(
      Upgrade upgrade, MessagePlan plan, Planned one, Optional<RunReport> run, Instant now) {
    Optional<Instant> next =
        run.filter(RunReport::isUnderWay).map(_ -> now.plus(plan.terms().beat()));
    return wordings
        .of(one.occasion(), one.language(), one.wording())
        .write(facts.of(upgrade, plan.terms(), run, next), audience(upgrade, plan, one));
  }

  private Audience audience(Upgrade upgrade, MessagePlan plan, Planned one) {
    return new Audience(
        one.detail(),
        one.language(),
        one.zone().or(() -> plan.terms().zone()).orElseGet(() -> windows.zone(upgrade)));
  }

  /** Upgrades that are not over and whose plan somebody has touched. */
  public List<UpgradeId> kept() {
    return store.kept();
  }

  /** Upgrades that stand on the public status page; those for practice never do. */
  public List<UpgradeId> open() {
    Set<UpgradeId> practices = adoption.practices();
    return store.open().stream().filter(id -> !practices.contains(id)).toList();
  }

  /** Whether one only practises with it, so that nobody is told. */
  public boolean isPractice(UpgradeId id) {
    return adoption.isPractice(id);
  }

  /** Nothing is said to be sent that does not leave. */
  public void requireMeant(UpgradeId id) {
    if (isPractice(id)) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Upgrade %s is for practice, so nobody is told and nothing is sent. Say on its tab Under way that it is meant, if it is."
              .formatted(id));
    }
  }

  /** What stands there, the newest first. */
  public List<OpenMessage> published(UpgradeId id, int limit) {
    return store.published(id, limit);
  }

  /**
   * Puts a message on the public status page, if the upgrade is on it: under the name it has there,
   * and with no name of a person or a system.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(
      Upgrade upgrade,
      MessagePlan plan,
      String key,
      Language language,
      Wording wording,
      Optional<RunReport> run) {
    if (!plan.terms().open() || isPractice(upgrade.id())) {
      return;
    }
    String title = plan.terms().openTitle().orElseThrow();
    Instant now = clock.instant();
    var told =
        facts
            .of(
                upgrade,
                plan.terms(),
                run,
                run.filter(RunReport::isUnderWay).map(_ -> now.plus(plan.terms().beat())))
            .without(
                Known.OWNER,
                Known.COMMUNICATOR,
                Known.SPEAKER,
                Known.REASON,
                Known.WHY,
                Known.WAY_BACK,
                Known.FROM,
                Known.TO,
                Known.PAGE)
            .words(Known.TITLE, title)
            .words(Known.SYSTEMS, title);
    store.publish(
        key,
        upgrade.id(),
        language,
        wording.write(
            told,
            new Audience(
                AudienceClass.USERS,
                language,
                plan.terms().zone().orElseGet(() -> windows.zone(upgrade)))),
        now);
  }

  @Transactional
  public void keep(UpgradeId id, PlanTerms terms, long seen, Actor actor) {
    MessagePlan plan = begun(id, seen);
    terms.live().ifPresent(this::requireChannel);
    kept(with(plan, terms, plan.given()), actor);
    tell(actor, "message plan changed", id, Optional.empty(), "");
  }

  /** Adds a message, or puts another in the place of one; it has to be approved anew. */
  @Transactional
  public void keep(UpgradeId id, Planned one, long seen, Actor actor) {
    MessagePlan plan = begun(id, seen);
    one.channel().ifPresent(this::requireChannel);
    Planned numbered = Ruling.planned(plan, one);
    kept(plan, actor);
    store.put(id, numbered);
    tell(
        actor,
        one.number() == 0 ? "message planned" : "planned message changed",
        id,
        Optional.of(numbered),
        "");
  }

  /** Has it sent when its time comes. */
  @Transactional
  public void approve(UpgradeId id, int number, long seen, Actor actor) {
    MessagePlan plan = begun(id, seen);
    approve(
        plan,
        List.of(
            Ruling.approved(
                plan.message(number), windows.of(book.get(id)), actor, clock.instant())),
        actor);
  }

  /** The same with all that nobody has decided on. */
  @Transactional
  public void approveAll(UpgradeId id, long seen, Actor actor) {
    MessagePlan plan = begun(id, seen);
    approve(
        plan, Ruling.allApproved(plan, windows.of(book.get(id)), actor, clock.instant()), actor);
  }

  private void approve(MessagePlan plan, List<Planned> approved, Actor actor) {
    kept(plan, actor);
    for (Planned one : approved) {
      store.put(plan.upgrade(), one);
      tell(actor, "planned message approved", plan.upgrade(), Optional.of(one), "");
    }
  }

  @Transactional
  public void skip(UpgradeId id, int number, String reason, long seen, Actor actor) {
    MessagePlan plan = begun(id, seen);
    Planned one = plan.message(number);
    Planned skipped = Ruling.skipped(one, reason, actor, clock.instant());
    kept(plan, actor);
    store.put(id, skipped);
    tell(actor, "planned message skipped", id, Optional.of(one), reason);
  }

  /**
   * Sends one now, whenever it is due. What tells of a run needs one that stands so, and is told of
   * that once, by hand or by itself; if it was approved it stays so for what comes.
   *
   * @param reason needed when it is late; may be empty else
   */
  @Transactional
  public void send(
      UpgradeId id, int number, String reason, long seen, Optional<RunReport> run, Actor actor) {
    MessagePlan plan = begun(id, seen);
    Planned one = plan.message(number);
    Upgrade upgrade = book.get(id);
    Instant now = clock.instant();
    requireMeant(id);
    Ruling.Sending sending =
        Ruling.sent(plan, one, reason, windows.of(upgrade), run, adoption.stands(id), actor, now);
    if (sending.told().filter(key -> !store.claim(key, now)).isPresent()) {
      throw Ruling.told(one);
    }
    kept(plan, actor);
    post(upgrade, plan, one, sending.key(), run, actor);
    sending.kept().ifPresent(kept -> store.put(id, kept));
    tell(actor, "planned message sent", id, Optional.of(one), reason);
  }

  /**
   * Gives the plan to everybody it tells anything: on each of its channels, once. In practice that
   * is on record as done, and as given to nobody.
   */
  @Transactional
  public void give(UpgradeId id, long seen, Actor actor) {
    MessagePlan plan = begun(id, seen);
    List<Planned> one = Ruling.givenBy(plan);
    Upgrade upgrade = book.get(id);
    outbox.post(
        one.stream()
            .map(message -> {
              Draft draft =
                  PlanText.of(
                      upgrade,
                      plan,
                      message,
                      windows.of(upgrade),
                      audience(upgrade, plan, message));
              return Message.toChannel(
                  "upgrade/%s/plan-given/%d/%s"
                      .formatted(id, plan.version(), message.channel().orElseThrow()),
                  message.channel().orElseThrow(),
                  draft.subject(),
                  draft.text(),
                  "/upgrades/" + id,
                  message.language().word(),
                  actor);
            })
            .toList());
    Given given = new Given(clock.instant(), actor.name(), plan.digest());
    kept(with(plan, plan.terms(), Optional.of(given)), actor);
    tell(
        actor,
        isPractice(id) ? "message plan given out in practice, to nobody" : "message plan given out",
        id,
        Optional.empty(),
        "");
  }

  /** Sends what is due, unless it was sent before. Of what is for practice all stays as it is. */
  @Transactional
  public void send(Upgrade upgrade, MessagePlan plan, Due due) {
    Instant now = clock.instant();
    if (isPractice(upgrade.id())
        || !store.claim(due.key(), now)
        || (due.message().basis().isTime()
            && !store.sent(upgrade.id(), due.message().number(), now))) {
      return;
    }
    post(upgrade, plan, due.message(), due.key(), due.run(), Actor.EVENKEEL);
    tell(Actor.EVENKEEL, "planned message sent", upgrade.id(), Optional.of(due.message()), "");
  }

  /** That a message was not sent though its time came: it was over before anybody looked. */
  public Optional<Instant> passedOver(
      MessagePlan plan, Planned one, Optional<RunReport> run, Instant now) {
    return isPractice(plan.upgrade())
        ? Optional.empty()
        : run.flatMap(it -> Due.passed(plan, one, it, now))
            .filter(passed -> !store.isTold(passed.key()))
            .map(Due.Passed::at);
  }

  /** Nobody is told that something comes which is there: that is skipped, and says why. */
  @Transactional
  public void overtake(Upgrade upgrade, MessagePlan plan, String reason) {
    if (isPractice(upgrade.id())) {
      return;
    }
    Instant now = clock.instant();
    plan.messages().stream()
        .filter(Planned::announces)
        .filter(one -> store.overtaken(upgrade.id(), one.number(), reason, now))
        .forEach(one ->
            tell(
                Actor.EVENKEEL,
                "planned message overtaken",
                upgrade.id(),
                Optional.of(one),
                reason));
  }

  private void post(
      Upgrade upgrade,
      MessagePlan plan,
      Planned one,
      String key,
      Optional<RunReport> run,
      Actor actor) {
    Draft draft = draft(upgrade, plan, one, run, clock.instant());
    outbox.post(
        List.of(
            Message.toChannel(
                    key,
                    one.channel().orElseThrow(),
                    draft.subject(),
                    draft.text(),
                    "/upgrades/" + upgrade.id(),
                    one.language().word(),
                    actor)
                // who sends by hand means now
                .ifItCanWait(
                    one.occasion().canWait()
                        && actor.equals(Actor.EVENKEEL)
                        && !windows.isNear(upgrade, clock.instant()))));
    if (one.occasion() == Occasion.ADVANCE_NOTICE) {
      windows
          .of(upgrade)
          .ifPresent(window -> told.add(upgrade.id(), new Told(clock.instant(), window)));
    }
    if (one.open()) {
      publish(
          upgrade,
          plan,
          key,
          one.language(),
          wordings.of(one.occasion(), one.language(), one.wording()),
          run);
    }
  }

  private MessagePlan begun(UpgradeId id, long seen) {
    Upgrade upgrade = book.get(id);
    if (upgrade.isOver()) {
      throw upgrade.refused();
    }
    MessagePlan plan = of(upgrade);
    if (plan.version() != seen) {
      throw stale(id);
    }
    return plan;
  }

  /** Whoever changes anything of a plan has the whole of it for himself until he is done. */
  private void kept(MessagePlan plan, Actor actor) {
    if (!store.keep(plan, actor, clock.instant())) {
      throw stale(plan.upgrade());
    }
    if (plan.version() == 0) {
      plan.messages()
          .forEach(one -> {
            if (store.find(plan.upgrade()).orElseThrow().messages().stream()
                .noneMatch(there -> there.number() == one.number())) {
              store.put(plan.upgrade(), one);
            }
          });
    }
  }

  private static Refused stale(UpgradeId id) {
    return new Refused(
        Refused.Kind.STALE,
        "Somebody else changed the plan of messages of upgrade %s meanwhile. Load it again and do it then."
            .formatted(id));
  }

  private static MessagePlan with(MessagePlan plan, PlanTerms terms, Optional<Given> given) {
    return new MessagePlan(plan.upgrade(), terms, plan.messages(), given, plan.version());
  }

  private void requireChannel(String name) {
    if (channels.find(name).isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "There is no channel '%s'. Make it under Settings, Channels, first.".formatted(name));
    }
  }

  private void tell(Actor actor, String what, UpgradeId id, Optional<Planned> one, String reason) {
    events.publishEvent(
        Auditable.by(actor, what, "/upgrades/%s/messages".formatted(id))
            .with("number", one.map(Planned::number))
            .with("occasion", one.map(Planned::occasion).map(Occasion::word))
            .with("channel", one.flatMap(Planned::channel))
            .with("audience", one.map(found -> found.detail().name().toLowerCase(Locale.ROOT)))
            .with("reason", Optional.of(reason).filter(text -> !text.isEmpty())));
  }
}
