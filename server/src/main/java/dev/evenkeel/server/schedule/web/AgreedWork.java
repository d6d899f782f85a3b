package dev.evenkeel.server.schedule.web;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.PlacedWork;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The places of the timetable that was agreed on are work that has its time. */
@Component
class AgreedWork implements PlacedWork {
  private final AgreedPlan plan;
  private final UpgradeBook upgrades;

  AgreedWork(AgreedPlan plan, UpgradeBook upgrades) {
    this.plan = plan;
    this.upgrades = upgrades;
  }

  @Override
  public List<Placed> within(Span range) {
    Map<UpgradeId, Upgrade> open =
        upgrades.open().stream().collect(Collectors.toMap(Upgrade::id, Function.identity()));
    return plan.placements().stream()
        .filter(one -> open.containsKey(one.upgrade()))
        .filter(one -> new Span(one.start(), one.end()).meets(range))
        .map(one -> {
          Upgrade upgrade = Objects.requireNonNull(open.get(one.upgrade()));
          return new Placed(
              upgrade.terms().title(),
              "/upgrades/" + upgrade.id(),
              upgrade.terms().systems(),
              new Span(one.start(), one.end()));
        })
        .toList();
  }
}
