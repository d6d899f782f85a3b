package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.plan.UpgradeZones;
import dev.evenkeel.server.schedule.times.Shown;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import dev.evenkeel.server.schedule.timetable.Placement;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of when it happens, by the clock of its systems. */
@Component
@Order(10)
class ScheduleAspect implements UpgradeAspect {
  private final AgreedPlan plan;
  private final UpgradeZones zones;

  ScheduleAspect(AgreedPlan plan, UpgradeZones zones) {
    this.plan = plan;
    this.zones = zones;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab("schedule", "Schedule", Phase.PLAN));
  }

  @Override
  public Look look(Upgrade upgrade) {
    return new Look(
        plan.of(upgrade.id()).map(place -> answer(place, zones.of(upgrade))).stream().toList(),
        List.of());
  }

  private static Answer answer(Placement place, ZoneId zone) {
    return new Answer(
        "In the timetable",
        new Shown(zone).span(new Span(place.start(), place.end())),
        "%s, %s".formatted(zone, place.mode()),
        "",
        "schedule");
  }
}
