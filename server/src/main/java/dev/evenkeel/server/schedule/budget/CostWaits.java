package dev.evenkeel.server.schedule.budget;

import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.plan.UpgradeZones;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.TeamGate;
import dev.evenkeel.server.shared.Wait;
import dev.evenkeel.server.shared.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Costs that wait for a sponsor who did not write them. What upgrades cost is reckoned from all
 * that is planned, so it is kept for a while: a twentieth of the time goes into it at the most.
 */
@Component
class CostWaits implements Waiting {
  private static final int RARELY = 20;
  private static final int MOST = 100;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final CostDesk costs;
  private final AdoptionDesk adoption;
  private final TeamGate teams;
  private final UpgradeZones zones;
  private final Clock clock;
  private Known known = new Known(List.of(), Instant.MIN);

  CostWaits(
      CostDesk costs, AdoptionDesk adoption, TeamGate teams, UpgradeZones zones, Clock clock) {
    this.costs = costs;
    this.adoption = adoption;
    this.teams = teams;
    this.zones = zones;
    this.clock = clock;
  }

  /** Costs nobody approved, and when to look again. */
  private record Known(List<CostDesk.Open> open, Instant until) {}

  @Override
  public List<Wait> of(String person, Rights rights) {
    if (!rights.maySomewhere(Right.BUDGET)) {
      return List.of();
    }
    Set<UpgradeId> practices = adoption.practices();
    Map<UpgradeId, CostDecision> decided = costs.decided();
    return open().stream()
        .filter(one -> !practices.contains(one.standing().upgrade().id()))
        .filter(one -> !isDecidedSince(one.standing(), decided))
        .filter(one ->
            teams
                .against(rights, Right.BUDGET, one.standing().upgrade().terms().systems())
                .isEmpty())
        .filter(one -> !costs.wrote(one.writers().get(), Actor.person(person)))
        .limit(MOST)
        .map(one -> wait(one.standing()))
        .toList();
  }

  private static boolean isDecidedSince(
      CostStanding standing, Map<UpgradeId, CostDecision> decided) {
    CostDecision last = decided.get(standing.upgrade().id());
    return last != null && last.number() > standing.decisions();
  }

  private synchronized List<CostDesk.Open> open() {
    Instant now = clock.instant();
    if (!now.isBefore(known.until())) {
      List<CostDesk.Open> open = costs.open();
      Duration took = Duration.between(now, clock.instant()).multipliedBy(RARELY);
      known = new Known(open, clock.instant().plus(took.compareTo(LONGEST) < 0 ? took : LONGEST));
    }
    return known.open();
  }

  private Wait wait(CostStanding one) {
    Upgrade upgrade = one.upgrade();
    return new Wait(
        Wait.Kind.COSTS,
        "costs/%s/%s".formatted(upgrade.id(), one.costs().digest()),
        upgrade.terms().title(),
        "%,d %s".formatted(one.costs().total(), one.costs().currency()),
        upgrade.terms().goLive().map(day -> day.atStartOfDay(zones.of(upgrade)).toInstant()),
        "/upgrades/%s/budget".formatted(upgrade.id()));
  }
}
