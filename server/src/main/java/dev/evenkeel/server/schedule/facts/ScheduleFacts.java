package dev.evenkeel.server.schedule.facts;

import dev.evenkeel.server.plan.Fact;
import dev.evenkeel.server.plan.FactSource;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.schedule.budget.CostDecision;
import dev.evenkeel.server.schedule.budget.CostDesk;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import dev.evenkeel.server.schedule.timetable.KeptTimetable;
import dev.evenkeel.server.shared.Actor;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who decided about the costs of an upgrade, and who agreed on its timetable. */
@Component
class ScheduleFacts implements FactSource {
  private final CostDesk costs;
  private final AgreedPlan plan;

  ScheduleFacts(CostDesk costs, AgreedPlan plan) {
    this.costs = costs;
    this.plan = plan;
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return Stream.empty();
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    return Stream.concat(
        costs.history(upgrade.id()).stream().map(one -> decided(one, upgrade)),
        plan
            .of(upgrade.id())
            .flatMap(_ -> plan.timetable())
            .flatMap(ScheduleFacts::agreed)
            .stream());
  }

  private static Fact decided(CostDecision decision, Upgrade upgrade) {
    boolean approved = decision.verdict() == CostDecision.Verdict.APPROVED;
    return new Fact(
        "costs-decided",
        Optional.of(decision.at()),
        Optional.of(decision.by().name()),
        "%,d %s were %s%s"
            .formatted(
                decision.costs().total(),
                decision.costs().currency(),
                approved ? "approved" : "not approved any more",
                decision.note().map(": %s"::formatted).orElse(".")),
        "/upgrades/%s/budget".formatted(upgrade.id()),
        approved);
  }

  private static Optional<Fact> agreed(KeptTimetable timetable) {
    return timetable
        .agreedAt()
        .map(at ->
            new Fact(
                "timetable-agreed",
                Optional.of(at),
                timetable.agreedBy().map(Actor::name),
                "The timetable '%s' was agreed on, and it has its place there."
                    .formatted(timetable.name()),
                "/schedule/timetables/" + timetable.id(),
                true));
  }
}
