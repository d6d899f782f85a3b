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
import java.util.ArrayList;
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
  private static final int MOST = 100;

  private final UpgradeBook book;
  private final PlanStore store;
  private final ChannelBook channels;
  private final Outbox outbox;
  private final WordingShelf wordings;
  private final FactsOfUpgrade facts;
  private final UpgradeWindows windows;
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
    this.adoption = adoption;
    this.events = events;
    this.clock = clock;
  }

  /** The plan, or the one that is proposed while nobody has touched it. */
  public MessagePlan of(Upgrade upgrade) {
    return store
        .find(upgrade.id())
        .orElseGet(() ->
            MessagePlan.proposed(
                upgrade.id(),
                upgrade.terms().owner(),
                channels.all().stream()
                    .map(one ->
                        new MessagePlan.Way(
                            one.name(), one.terms().audience(), one.terms().language()))
                    .toList()));
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
    one.wording().ifPresent(WordingShelf::require);
    if (one.number() == 0 && plan.messages().size() >= MOST) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "The plan has %d messages already. Tell people less, not more.".formatted(MOST));
    }
    if (one.number() != 0 && plan.message(one.number()).state() == Planned.State.SENT) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Message %d was sent and cannot be changed any more. Add another one."
              .formatted(one.number()));
    }
    Planned numbered =
        one.number() == 0
            ? one.numbered(1 + plan.messages().stream().mapToInt(Planned::number).max().orElse(0))
            : one;
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
    kept(plan, actor);
    approve(plan, plan.message(number), actor);
  }

  /** The same with all that nobody has decided on. */
  @Transactional
  public void approveAll(UpgradeId id, long seen, Actor actor) {
    MessagePlan plan = begun(id, seen);
    List<Planned> drafts =
        plan.messages().stream().filter(one -> one.state() == Planned.State.DRAFT).toList();
    if (drafts.isEmpty()) {
      throw new Refused(Refused.Kind.NOT_NOW, "There is no message left to approve.");
    }
    kept(plan, actor);
    drafts.forEach(one -> approve(plan, one, actor));
  }

  private void approve(MessagePlan plan, Planned one, Actor actor) {
    requireOpen(one);
    requireWay(one);
    Instant now = clock.instant();
    if (one.isLate(windows.of(book.get(plan.upgrade())), now)) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "It is too late for '%s' to be sent in time. Send it now and say why it is late, or skip it with a reason."
              .formatted(one.occasion().label()));
    }
    store.put(plan.upgrade(), one.decided(Planned.State.APPROVED, "", actor.name(), now));
    tell(actor, "planned message approved", plan.upgrade(), Optional.of(one), "");
  }

  @Transactional
  public void skip(UpgradeId id, int number, String reason, long seen, Actor actor) {
    MessagePlan plan = begun(id, seen);
    Planned one = plan.message(number);
    requireOpen(one);
    kept(plan, actor);
    store.put(id, one.decided(Planned.State.SKIPPED, reason, actor.name(), clock.instant()));
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
    requireOpen(one);
    requireWay(one);
    if (one.basis().isRun()
        && !store.claim(Due.key(plan, one, requireRun(upgrade, one, run)), now)) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "People were told of this with '%s'. Add another message if there is more to say."
              .formatted(one.occasion().label()));
    }
    if (reason.isEmpty() && one.isLate(windows.of(upgrade), now)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "'%s' is late: it should go out at least %d days ahead. Say why it is sent late."
              .formatted(one.occasion().label(), Planned.NOTICE.toDays()));
    }
    kept(plan, actor);
    post(
        upgrade,
        plan,
        one,
        "%s/by-hand/%d".formatted(Due.key(plan, one), plan.version()),
        run,
        actor);
    if (!one.basis().isRun() || one.state() != Planned.State.APPROVED) {
      store.put(id, one.decided(Planned.State.SENT, reason, actor.name(), now));
    }
    tell(actor, "planned message sent", id, Optional.of(one), reason);
  }

  /** Gives the plan to everybody it tells anything: on each of its channels, once. */
  @Transactional
  public void give(UpgradeId id, long seen, Actor actor) {
    MessagePlan plan = begun(id, seen);
    plan.missing()
        .ifPresent(missing -> {
          throw new Refused(
              Refused.Kind.NOT_NOW,
              missing + " Approve or skip every message first; then the plan can be given out.");
        });
    Upgrade upgrade = book.get(id);
    List<Planned> one = new ArrayList<>();
    plan.messages().stream()
        .filter(message -> message.state() != Planned.State.SKIPPED)
        .filter(message -> message.channel().isPresent())
        .filter(
            message -> one.stream().noneMatch(other -> other.channel().equals(message.channel())))
        .forEach(one::add);
    outbox.post(
        one.stream()
            .map(message -> {
              Draft draft =
                  PlanText.of(upgrade, plan, windows.of(upgrade), audience(upgrade, plan, message));
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
    tell(actor, "message plan given out", id, Optional.empty(), "");
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
                actor)));
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

  private static void requireOpen(Planned one) {
    if (one.state() == Planned.State.SENT) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Message %d was sent already. Add another one to the plan.".formatted(one.number()));
    }
  }

  private static RunReport requireRun(Upgrade upgrade, Planned one, Optional<RunReport> run) {
    return run.filter(one.basis()::isNow)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_NOW,
                "'%s' tells that %s. No run of upgrade %s stands so now, and people would hear of what did not happen. If it happened elsewhere, edit it to wait for somebody who sends it, then send it."
                    .formatted(one.occasion().label(), one.basis().says(), upgrade.id())));
  }

  private static void requireWay(Planned one) {
    if (one.channel().isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "'%s' goes nowhere yet. Choose its channel first.".formatted(one.occasion().label()));
    }
    if (one.open() && one.detail() != AudienceClass.USERS) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "'%s' would stand on the public status page with details that are not for everybody. Make it one for users, or take it off the page."
              .formatted(one.occasion().label()));
    }
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
