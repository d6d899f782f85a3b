package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.store.DutyStore;
import dev.evenkeel.server.approval.store.StandingStore;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Standing approvals, the managers of changes, and when the board meets. */
@Service
public class StandingDesk {
  private final StandingStore store;
  private final DutyStore duties;
  private final UpgradeBook upgrades;
  private final ApprovalBook book;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StandingDesk(
      StandingStore store,
      DutyStore duties,
      UpgradeBook upgrades,
      ApprovalBook book,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.duties = duties;
    this.upgrades = upgrades;
    this.book = book;
    this.events = events;
    this.clock = clock;
  }

  public List<StandingApproval> all() {
    return store.all();
  }

  /**
   * Agrees to a runbook once and for all that it is used for within its limits.
   *
   * @param given without number, giver and time
   */
  @Transactional
  public void give(StandingApproval given, Actor actor) {
    book.person(actor, "Standing approvals are given");
    Instant now = clock.instant();
    if (!given.runbook().matches("[0-9a-f]{64}")) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The digest of the runbook is missing or none: it has 64 hexadecimal digits. The page of a run shows it.");
    }
    if (!given.until().isAfter(now)) {
      throw new Refused(Refused.Kind.INVALID, "%s is over.".formatted(given.until()));
    }
    long id =
        store.add(
            new StandingApproval(
                0,
                given.title(),
                given.runbook(),
                given.systems(),
                given.mostClass(),
                given.mostRisk(),
                given.until(),
                given.why(),
                actor,
                now,
                Optional.empty()));
    events.publishEvent(
        Auditable.by(actor, "standing approval given", "/approvals")
            .with("number", id)
            .with("title", given.title())
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

  /** When the board meets, the next first. */
  public List<Meeting> meetings() {
    return duties.meetings(clock.instant().minus(java.time.Duration.ofHours(4)));
  }

  @Transactional
  public void meeting(Instant at, String title, Actor actor) {
    Instant now = clock.instant();
    if (!at.isAfter(now)) {
      throw new Refused(Refused.Kind.INVALID, "%s is over. Give a later time.".formatted(at));
    }
    duties.meeting(at, title, actor, now);
    events.publishEvent(
        Auditable.by(actor, "board meeting set", "/approvals/agenda")
            .with("at", at)
            .with("title", title));
  }
}
