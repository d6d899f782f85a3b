package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.schedule.timetable.Placement;
import dev.evenkeel.server.schedule.timetable.TimetableDesk;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of when it happens. */
@Component
@Order(10)
class ScheduleAspect implements UpgradeAspect {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final TimetableDesk desk;

  ScheduleAspect(TimetableDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab("schedule", "Schedule"));
  }

  @Override
  public Look look(Upgrade upgrade) {
    return new Look(
        desk.agreed(upgrade.id()).map(ScheduleAspect::answer).stream().toList(), List.of());
  }

  private static Answer answer(Placement place) {
    return new Answer(
        "In the timetable",
        TIME.format(place.start()),
        "%s, until %s".formatted(place.mode(), TIME.format(place.end())),
        "",
        "schedule");
  }
}
