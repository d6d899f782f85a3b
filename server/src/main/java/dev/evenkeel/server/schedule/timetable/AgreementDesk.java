package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.plan.UpgradeZones;
import dev.evenkeel.server.schedule.timetable.store.TimetableStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a timetable is agreed on, and the days of its upgrades follow. */
@Service
public class AgreementDesk {
  /** So many are named; nobody reads more of them. */
  private static final int NAMED = 10;

  private final TimetableStore store;
  private final TimetableDesk timetables;
  private final AgreedPlan plan;
  private final UpgradeBook upgrades;
  private final UpgradeZones zones;
  private final StillHolds holds;
  private final UnapprovedCosts costs;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AgreementDesk(
      TimetableStore store,
      TimetableDesk timetables,
      AgreedPlan plan,
      UpgradeBook upgrades,
      UpgradeZones zones,
      StillHolds holds,
      UnapprovedCosts costs,
      ApplicationEventPublisher events,
      Clock clock) {
    this.events = events;
    this.store = store;
    this.timetables = timetables;
    this.plan = plan;
    this.upgrades = upgrades;
    this.zones = zones;
    this.holds = holds;
    this.costs = costs;
    this.clock = clock;
  }

  /**
   * Makes it the plan: the day of go-live of each of its upgrades follows, and what the plan before
   * had and this one has not loses the day it had from it.
   *
   * @throws Refused when it asks what would be if, is not a draft, or holds no longer
   */
  @Transactional
  public KeptTimetable agree(long id, Optional<String> despite, Actor actor) {
    timetables.get(id).requireWorthAgreeing();
    List<Placement> places = store.placements(id);
    Instant now = clock.instant();
    List<Placement> before = plan.placements();
    holds.require(id, places, before, now);
    List<String> unapproved = unapproved(places);
    if (!unapproved.isEmpty() && despite.isEmpty()) {
      throw notPaidFor(id, unapproved);
    }
    if (!store.agree(id, despite.filter(why -> !unapproved.isEmpty()), actor, now)) {
      throw new Refused(
          Refused.Kind.STALE, "Timetable %d was changed by somebody else meanwhile.".formatted(id));
    }
    store.keepWhatHasBegun(before, id, now);
    events.publishEvent(
        Auditable.by(actor, "timetable agreed", "/schedule/timetables/" + id)
            .with("upgrades", places.size())
            .with("despite", despite.filter(_ -> !unapproved.isEmpty()))
            .with("sha256 of places", Sha256.hexOf(places.toString())));
    places.forEach(placement -> goLive(id, placement, Optional.of(day(placement)), actor));
    places.stream()
        .filter(one -> one.start().isAfter(now) && !isThere(one, before))
        .forEach(one ->
            events.publishEvent(
                Auditable.by(actor, "window scheduled", "/upgrades/" + one.upgrade())
                    .with("start", one.start())
                    .with("end", one.end())
                    .with("timetable", id)));
    Set<UpgradeId> placed = places.stream().map(Placement::upgrade).collect(Collectors.toSet());
    before.stream()
        .filter(one -> !placed.contains(one.upgrade()) && one.start().isAfter(now))
        .filter(one -> upgrades.get(one.upgrade()).terms().goLive().equals(Optional.of(day(one))))
        .forEach(one -> goLive(id, one, Optional.empty(), actor));
    return Objects.requireNonNull(store.find(id).orElse(null));
  }

  /** Whether an upgrade has the window that it had before. */
  private static boolean isThere(Placement placement, List<Placement> before) {
    return before.stream()
        .anyMatch(one ->
            one.upgrade().equals(placement.upgrade())
                && one.start().equals(placement.start())
                && one.end().equals(placement.end()));
  }

  private List<String> unapproved(List<Placement> places) {
    return costs.of(places.stream().map(Placement::upgrade).toList()).stream()
        .map(UnapprovedCosts.Unapproved::says)
        .toList();
  }

  private static Refused notPaidFor(long id, List<String> unapproved) {
    return new Refused(
            Refused.Kind.NOT_NOW,
            "Timetable %d counts on money that nobody has approved: %s%s. Have it approved on the page Budget of each upgrade, or say why it is agreed on all the same (despite)."
                .formatted(
                    id,
                    String.join("; ", unapproved.stream().limit(NAMED).toList()),
                    unapproved.size() > NAMED
                        ? "; and %d more".formatted(unapproved.size() - NAMED)
                        : ""))
        .with("reasons", unapproved);
  }

  private LocalDate day(Placement placement) {
    return placement.start().atZone(zones.of(upgrades.get(placement.upgrade()))).toLocalDate();
  }

  private void goLive(long id, Placement placement, Optional<LocalDate> day, Actor actor) {
    var upgrade = upgrades.get(placement.upgrade());
    var terms = upgrade.terms();
    if (!upgrade.isOver() && !terms.goLive().equals(day)) {
      upgrades.edit(
          upgrade.id(),
          terms.on(day),
          upgrade.version(),
          Map.of("timetable", Long.toString(id)),
          actor);
    }
  }
}
