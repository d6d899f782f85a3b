package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.Decision.Kind;
import dev.evenkeel.server.plan.store.DecisionStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.tasks.EvidenceKeeper;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskDesk;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people decide about upgrades what no fact shows. */
@Service
public class DecisionDesk {
  private final UpgradeBook book;
  private final FactBook facts;
  private final DecisionStore store;
  private final TaskDesk tasks;
  private final EvidenceKeeper keeper;
  private final PeopleBehind behind;
  private final ObjectProvider<Separation> separation;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DecisionDesk(
      UpgradeBook book,
      FactBook facts,
      DecisionStore store,
      TaskDesk tasks,
      EvidenceKeeper keeper,
      PeopleBehind behind,
      ObjectProvider<Separation> separation,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.facts = facts;
    this.store = store;
    this.tasks = tasks;
    this.keeper = keeper;
    this.behind = behind;
    this.separation = separation;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Decides about the whole: {@code CANCEL}, {@code REVIEW} or {@code REOPEN}. A review closes the
   * tasks that wait for it.
   *
   * @param why in words; of a review, what was learned
   * @param open of a review, why tasks stay open
   * @param seen how many decisions there were when it was looked at
   * @throws Refused when it cannot be so now, or somebody decided meanwhile
   */
  @Transactional
  public void decide(
      UpgradeId id, Kind kind, String why, Optional<String> open, long seen, Actor actor) {
    Upgrade upgrade = book.get(id);
    requireSense(upgrade, kind);
    Optional<String> said = Optional.empty();
    if (kind == Kind.REVIEW) {
      keeper.check(id.value());
      List<Task> still = OpenAtReview.of(tasks.of(id.value()));
      if (!still.isEmpty() && open.isEmpty()) {
        throw OpenAtReview.refused(id, still);
      }
      said = open.filter(_ -> !still.isEmpty());
    }
    keep(upgrade, kind, Optional.empty(), why, said, seen, actor);
    if (kind == Kind.REVIEW) {
      keeper.check(id.value());
    }
    events.publishEvent(new UpgradeChanged(book.get(id)));
  }

  /** Tasks that are open and do not wait for the review. */
  public List<Task> openAtReview(UpgradeId id) {
    return OpenAtReview.of(tasks.of(id.value()));
  }

  /**
   * Says of an item that no fact shows that it is so, or is not.
   *
   * @throws Refused when a fact tells it, nobody stands behind the actor, or somebody decided
   *     meanwhile
   */
  @Transactional
  public void confirm(UpgradeId id, Gate gate, boolean yes, String why, long seen, Actor actor) {
    Upgrade upgrade = book.get(id);
    if (upgrade.isOver()) {
      throw upgrade.refused();
    }
    Checklist.Item item = facts.checklist(upgrade).item(gate);
    if (!item.byPerson()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "'%s' follows from facts, and nobody confirms it. %s".formatted(gate.word(), item.says())
              + (item.yes() ? "" : " " + item.wayOut()));
    }
    if (behind.of(actor).isEmpty()) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "The items of the checklist are confirmed by a person, and nobody stands behind '%s'. Sign in, or use a token that a person issued."
              .formatted(actor.name()));
    }
    separation.orderedStream().forEach(one -> one.validates(upgrade, actor));
    keep(
        upgrade,
        yes ? Kind.CONFIRM : Kind.WITHDRAW,
        Optional.of(gate),
        why,
        Optional.empty(),
        seen,
        actor);
  }

  private void requireSense(Upgrade upgrade, Kind kind) {
    if (!kind.ofTheWhole()) {
      throw new IllegalStateException(kind + " is about an item of the checklist");
    }
    if (kind == Kind.REOPEN) {
      if (!upgrade.isOver()) {
        throw new Refused(
            Refused.Kind.NOT_NOW,
            "Upgrade %s is not over, so there is nothing to open again.".formatted(upgrade.id()));
      }
      return;
    }
    if (upgrade.isOver()) {
      throw upgrade.refused();
    }
    if (facts.lifecycle(upgrade).stage() == Lifecycle.Stage.RUNNING) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "A run carries upgrade %s out just now, or was broken off and left it half done. Bring it to its end, or roll it back, first."
              .formatted(upgrade.id()));
    }
  }

  private void keep(
      Upgrade upgrade,
      Kind kind,
      Optional<Gate> gate,
      String why,
      Optional<String> open,
      long seen,
      Actor actor) {
    List<Decision> before = store.of(upgrade.id());
    Decision decision =
        new Decision(
            upgrade.id(),
            before.size() + 1,
            kind,
            gate,
            why,
            open,
            Checklist.about(upgrade),
            actor,
            clock.instant());
    if (seen != before.size() || !store.add(decision)) {
      throw new Refused(
          Refused.Kind.STALE,
          "Somebody else decided about upgrade %s meanwhile. Load it again and decide then."
              .formatted(upgrade.id()));
    }
    events.publishEvent(
        Auditable.by(
                actor,
                "upgrade " + kind.name().toLowerCase(Locale.ROOT),
                "/upgrades/" + upgrade.id())
            .with("number", decision.number())
            .with("item", gate.map(Gate::word))
            .with("about", decision.about())
            .with("why", why)
            .with("open", open));
  }
}
