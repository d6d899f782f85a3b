package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** In which time zone the days of an upgrade are meant: that of its systems. */
@Component
class UpgradeZones {
  private final EstateBook estate;

  UpgradeZones(EstateBook estate) {
    this.estate = estate;
  }

  ZoneId of(Upgrade upgrade) {
    return upgrade.terms().systems().stream()
        .flatMap(name -> estate.estate().system(name).stream())
        .flatMap(system -> system.timeZone().stream())
        .findFirst()
        .orElse(TimetableDesk.USUAL_ZONE);
  }
}
