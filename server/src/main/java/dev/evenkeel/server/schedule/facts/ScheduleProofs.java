package dev.evenkeel.server.schedule.facts;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.RehearsedTimes;
import dev.evenkeel.server.schedule.budget.CostDesk;
import dev.evenkeel.server.schedule.times.Shown;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import dev.evenkeel.server.schedule.timetable.Placement;
import dev.evenkeel.server.shared.Moments;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import dev.evenkeel.server.tasks.WindowStarts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Costs that are approved, places in the timetable that was agreed on, rehearsals that passed. */
@Component
class ScheduleProofs implements Proofs, WindowStarts {
  private final AgreedPlan plan;
  private final CostDesk costs;
  private final ObjectProvider<RehearsedTimes> rehearsed;
  private final Clock clock;

  ScheduleProofs(
      AgreedPlan plan, CostDesk costs, ObjectProvider<RehearsedTimes> rehearsed, Clock clock) {
    this.plan = plan;
    this.costs = costs;
    this.rehearsed = rehearsed;
    this.clock = clock;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of(ProofKind.COSTS_APPROVED, ProofKind.WINDOW_AGREED, ProofKind.REHEARSAL_PASSED);
  }

  @Override
  public Optional<Proof> of(Undertaking about, ProofKind kind) {
    return switch (kind) {
      case COSTS_APPROVED ->
          costs
              .get(new UpgradeId(about.id()))
              .approval()
              .map(approval ->
                  new Proof(
                      "%,d %s were approved by %s."
                          .formatted(
                              approval.costs().total(),
                              approval.costs().currency(),
                              approval.by().name()),
                      approval.at(),
                      about.path() + "/budget"));
      case WINDOW_AGREED ->
          plan.of(new UpgradeId(about.id()))
              .map(place ->
                  new Proof(
                      "It has its place from %s in the timetable that was agreed on."
                          .formatted(Moments.span(place.start(), place.end())),
                      clock.instant(),
                      about.path() + "/schedule"));
      case REHEARSAL_PASSED -> rehearsal(about);
      default -> Optional.empty();
    };
  }

  /** One from before the upgrade was planned shows nothing of it. */
  private Optional<Proof> rehearsal(Undertaking about) {
    List<RehearsedTimes.Rehearsed> newest =
        rehearsed
            .orderedStream()
            .flatMap(one -> one.newest().stream())
            .filter(one -> !one.at().isBefore(about.madeAt()))
            .toList();
    return RehearsedTimes.of(newest, about.systems(), about.to())
        .map(one ->
            new Proof(
                "The rehearsal of '%s' went forward in %s and back in %s."
                    .formatted(
                        one.runbook(), Shown.length(one.work()), Shown.length(one.wayBack())),
                one.at(),
                one.path()));
  }

  @Override
  public Optional<Instant> of(long upgrade) {
    return plan.of(new UpgradeId(upgrade)).map(Placement::start);
  }

  @Override
  public Map<Long, Instant> between(Instant from, Instant until) {
    return plan.placements().stream()
        .filter(one -> one.start().isAfter(from) && one.start().isBefore(until))
        .collect(Collectors.toMap(one -> one.upgrade().value(), Placement::start, (one, _) -> one));
  }
}
