package dev.evenkeel.server.plan;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Stated.Kind;
import dev.evenkeel.server.plan.store.StatedStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.tasks.SafetyDesk;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over an upgrade that is under way already, and lets people practise with one.
 *
 * <pre>
 * nothing --started--> under way --paused--> paused --resumed, no safety measure missing--> under way
 *                        |  finished, rolled back (also from paused)
 * </pre>
 */
@Service
public class AdoptionDesk {
  /** Nothing that began longer ago is under way. */
  private static final int YEARS = 10;

  private final UpgradeBook book;
  private final StatedStore store;
  private final SafetyDesk safety;
  private final EstateBook estate;
  private final FactBook facts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AdoptionDesk(
      UpgradeBook book,
      StatedStore store,
      SafetyDesk safety,
      EstateBook estate,
      FactBook facts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.store = store;
    this.safety = safety;
    this.estate = estate;
    this.facts = facts;
    this.events = events;
    this.clock = clock;
  }

  public List<Stated> stated(UpgradeId id) {
    return store.of(id);
  }

  /** The newest that says where it stands. */
  static Optional<Kind> last(List<Stated> stated) {
    return stated.stream().map(Stated::kind).filter(Kind::moves).reduce((first, last) -> last);
  }

  /** The newest statement that says where it stands. */
  public Optional<Stated> stands(UpgradeId id) {
    return stated(id).stream().filter(one -> one.kind().moves()).reduce((one, later) -> later);
  }

  /** Whether it was taken over and is under way, as people stated. */
  public boolean isUnderWay(UpgradeId id) {
    return stands(id)
        .map(Stated::kind)
        .filter(kind -> kind != Kind.FINISHED && kind != Kind.ROLLED_BACK)
        .isPresent();
  }

  public boolean isPaused(UpgradeId id) {
    return last(stated(id)).filter(Kind.PAUSED::equals).isPresent();
  }

  /** What keeps an upgrade safe, and what of it is missing. */
  public List<SafetyDesk.Measure> measures(UpgradeId id) {
    return safety.of(id.value());
  }

  /**
   * @param seen how many statements there were when it was looked at
   * @throws Refused when it does not follow from what was stated before, lies in the future, long
   *     ago or before what was stated before, or safety measures are missing and it would go on
   */
  @Transactional
  public void state(
      UpgradeId id, Kind kind, String says, String who, Instant when, long seen, Actor actor) {
    Upgrade upgrade = book.get(id);
    if (upgrade.isOver()) {
      throw upgrade.refused();
    }
    Instant now = clock.instant();
    if (when.isAfter(now)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "It is stated for %s, and it is %s now. Only what happened can be stated."
              .formatted(when, now));
    }
    List<Stated> before = store.of(id);
    requireSense(kind, last(before), id);
    requireOrder(kind, when, now, before);
    Stated stated = new Stated(id, before.size() + 1, kind, says, who, when, actor, now);
    if (seen != before.size() || !store.add(stated)) {
      throw new Refused(
          Refused.Kind.STALE,
          "Somebody else stated something of upgrade %s meanwhile. Load it again.".formatted(id));
    }
    events.publishEvent(new UpgradeChanged(upgrade));
    events.publishEvent(
        Auditable.by(
                actor,
                "upgrade stated " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "/upgrades/%s/adoption".formatted(id))
            .with("says", says)
            .with("who", who)
            .with("when", when));
  }

  private void requireSense(Kind kind, Optional<Kind> last, UpgradeId id) {
    boolean underWay = last.filter(one -> one == Kind.STARTED || one == Kind.RESUMED).isPresent();
    boolean paused = last.filter(Kind.PAUSED::equals).isPresent();
    boolean fits =
        switch (kind) {
          case STARTED -> !underWay && !paused;
          case PAUSED -> underWay;
          case RESUMED -> paused;
          case FINISHED, ROLLED_BACK -> underWay || paused;
          case DONE -> true;
        };
    if (!fits) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "'%s' does not follow on '%s'."
              .formatted(kind.says(), last.map(Kind::says).orElse("nothing was stated yet")));
    }
    if (kind == Kind.RESUMED) {
      List<String> missing =
          measures(id).stream()
              .filter(SafetyDesk.Measure::missing)
              .map(SafetyDesk.Measure::title)
              .toList();
      if (!missing.isEmpty()) {
        throw new Refused(
            Refused.Kind.NOT_NOW,
            "It goes on when nothing that keeps it safe is missing. Missing are: %s. Add them as tasks first."
                .formatted(String.join("; ", missing)));
      }
    }
  }

  /**
   * What moves an upgrade is stated in the order of time; what else was done, as it is remembered.
   */
  private static void requireOrder(Kind kind, Instant when, Instant now, List<Stated> before) {
    Instant floor = now.atOffset(ZoneOffset.UTC).minusYears(YEARS).toInstant();
    if (when.isBefore(floor)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "It is stated for %s, more than ten years ago. State when it happened.".formatted(when));
    }
    if (kind.moves()) {
      before.stream()
          .filter(one -> one.kind().moves())
          .reduce((first, last) -> last)
          .filter(one -> when.isBefore(one.when()))
          .ifPresent(one -> {
            throw new Refused(
                Refused.Kind.INVALID,
                "It is stated for %s, and '%s' for %s. What comes after it was not earlier."
                    .formatted(when, one.kind().says(), one.when()));
          });
    }
  }

  public Set<UpgradeId> practices() {
    return store.practices();
  }

  public boolean isPractice(UpgradeId id) {
    return store.practice(id);
  }

  /**
   * Says that one only practises with an upgrade, or that it is meant.
   *
   * @throws Refused when one of its systems is red, by what somebody said or by what Evenkeel
   *     proposes, or when it was carried out or is under way: of practice nobody is told
   */
  @Transactional
  public void practise(UpgradeId id, boolean practice, Actor actor) {
    Upgrade upgrade = book.get(id);
    if (upgrade.isOver()) {
      throw upgrade.refused();
    }
    if (practice) {
      requireLowRisk(upgrade);
    }
    if (practice == store.practice(id)) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          practice
              ? "Upgrade %s is for practice already.".formatted(id)
              : "Upgrade %s is not for practice.".formatted(id));
    }
    store.practice(id, practice, actor, clock.instant());
    events.publishEvent(new UpgradeChanged(upgrade));
    events.publishEvent(
        Auditable.by(
            actor,
            practice ? "upgrade made for practice" : "upgrade made for real",
            "/upgrades/" + id));
  }

  private void requireLowRisk(Upgrade upgrade) {
    EstateMap map = estate.snapshot().map();
    upgrade.terms().systems().stream()
        .flatMap(name -> map.find(new Document.Key(EntryKind.SYSTEM, name)).stream())
        .filter(node -> map.rating(node).criticality() == Criticality.RED)
        .map(node -> map.node(node).title())
        .findFirst()
        .ifPresent(red -> {
          throw new Refused(
              Refused.Kind.NOT_NOW,
              "%s is red. One practises with an upgrade of low risk: choose another."
                  .formatted(red));
        });
    if (facts.lifecycle(upgrade).stage().compareTo(Lifecycle.Stage.RUNNING) >= 0) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "It is under way or was carried out, and of practice nobody is told. One practises with an upgrade that has not begun.");
    }
  }
}
