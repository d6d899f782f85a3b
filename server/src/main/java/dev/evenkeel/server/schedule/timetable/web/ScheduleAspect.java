package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of when it happens. */
@Component
@Order(10)
class ScheduleAspect implements UpgradeAspect {
  @Override
  public List<Tab> tabs() {
    return List.of(new Tab("schedule", "Schedule"));
  }

  @Override
  public Look look(Upgrade upgrade) {
    return new Look(List.of(), List.of());
  }
}
