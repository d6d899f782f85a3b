package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.store.DutyStore;
import dev.evenkeel.server.approval.store.StandingStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Moments;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Standing approvals, and the managers of changes. */
@Service
public class StandingDesk {
  private final StandingStore store;
  private final StandingTexts texts;
  private final Processes processes;
  private final DutyStore duties;
  private final UpgradeBook upgrades;
  private final ApprovalBook book;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StandingDesk(
      StandingStore store,
      StandingTexts texts,
      Processes processes,
      DutyStore duties,
      UpgradeBook upgrades,
      ApprovalBook book,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.texts = texts;
    this.processes = processes;
    this.duties = duties;
    this.upgrades = upgrades;
    this.book = book;
    this.events = events;
    this.clock = clock;
  }

  public List<StandingApproval> all() {
    return store.all();
  }

  /** What somebody renews, to begin with. */
  public StandingApproval get(long id) {
    return store
        .find(id)
        .orElseThrow(() ->
            new Refused(Refused.Kind.NOT_FOUND, "There is no standing approval %d.".formatted(id)));
  }

  /** All of them, with what is another by now than what was agreed to. */
  public List<StandingLook> looks() {
    Instant now = clock.instant();
    return store.all().stream().map(one -> texts.look(one, now)).toList();
  }

  /** Why one does not cover an upgrade; nothing when it does. */
  public record Reach(StandingLook look, List<String> beyond) {
    public Reach {
      beyond = List.copyOf(beyond);
    }
  }

  /** How far those reach that nobody ended, for one upgrade. */
  public List<Reach> reach(Upgrade upgrade) {
    Instant now = clock.instant();
    Content content = book.content(upgrade);
    List<ProcessEdition> follows = processes.of(upgrade.id());
    return store.all().stream()
        .filter(one -> one.isOpen(now))
        .map(one ->
            new Reach(
                texts.look(one, upgrade, content, follows, now),
                Rules.beyond(one, upgrade, content, follows, now)))
        .toList();
  }

  /**
   * The one that lets an upgrade go as it is.
   *
   * @throws Refused when none does, with what keeps each
   */
  StandingApproval covering(Upgrade upgrade, Content content) {
    Instant now = clock.instant();
    List<ProcessEdition> follows = processes.of(upgrade.id());
    StringBuilder why = new StringBuilder();
    for (StandingApproval one : store.all()) {
      List<String> beyond = Rules.beyond(one, upgrade, content, follows, now);
      if (beyond.isEmpty()) {
        return one;
      }
      why.append(" '%s': %s.".formatted(one.title(), String.join("; ", beyond)));
    }
    throw new Refused(
        Refused.Kind.NOT_NOW,
        "No standing approval lets this go as a standard change.%s Ask for it as a normal change, or have the standing approval renewed."
            .formatted(why));
  }

  /**
   * Agrees to a runbook within a process once and for all that they are used for within its limits.
   *
   * @param given without number, giver and time
   * @param template whose newest version it is for
   * @param renews the one that ends with it
   */
  @Transactional
  public void give(StandingApproval given, String template, Optional<Long> renews, Actor actor) {
    book.person(actor, "Standing approvals are given");
    Instant now = clock.instant();
    if (!given.runbook().matches("[0-9a-f]{64}")) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The digest of the runbook is missing or none: it has 64 hexadecimal digits. The page of a run shows it.");
    }
    if (!given.until().isAfter(now)) {
      throw new Refused(Refused.Kind.INVALID, "%s is over.".formatted(Moments.at(given.until())));
    }
    ProcessEdition process = processes.newest(template);
    renews
        .map(this::get)
        .filter(one -> one.ended().isEmpty())
        .ifPresent(one -> end(one.id(), actor));
    long id = store.add(given.givenBy(actor, now, process));
    events.publishEvent(
        Auditable.by(actor, "standing approval given", "/approvals")
            .with("number", id)
            .with("instead of", renews)
            .with("title", given.title())
            .with("template", process.template())
            .with("version of the template", process.version())
            .with("digest of the template", process.digest())
            .with("runbook", given.runbook())
            .with("systems", String.join(", ", given.systems()))
            .with("largest class", given.mostClass())
            .with("highest risk", given.mostRisk())
            .with("until", given.until())
            .with("why", given.why()));
  }

  @Transactional
  public void end(long id, Actor actor) {
    if (!store.end(id, actor.name(), clock.instant())) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "Standing approval %d is not there or has ended.".formatted(id));
    }
    events.publishEvent(
        Auditable.by(actor, "standing approval ended", "/approvals").with("number", id));
  }

  /** Who sees to it that the change goes its way. */
  public Optional<String> manager(UpgradeId upgrade) {
    return duties.manager(upgrade);
  }

  @Transactional
  public void manager(UpgradeId upgrade, String person, Actor actor) {
    if (upgrades.get(upgrade).isOver()) {
      throw upgrades.get(upgrade).refused();
    }
    duties.manager(upgrade, person, actor, clock.instant());
    events.publishEvent(
        Auditable.by(actor, "change manager named", "/upgrades/%s/approval".formatted(upgrade))
            .with("person", person));
  }
}
