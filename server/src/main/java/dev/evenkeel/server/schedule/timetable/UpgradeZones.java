package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateCalendar;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * In which time zone the days of an upgrade are meant: that of its systems, else of their calendar.
 */
@Component
public class UpgradeZones {
  /** The zone in which people mean days when no system says another. */
  private static final ZoneId USUAL_ZONE = ZoneId.of("UTC");

  private final EstateBook estate;

  UpgradeZones(EstateBook estate) {
    this.estate = estate;
  }

  public ZoneId of(Upgrade upgrade) {
    Estate now = estate.estate();
    return upgrade.terms().systems().stream()
        .flatMap(name -> now.system(name).stream())
        .flatMap(system -> zone(now, system).stream())
        .findFirst()
        .orElse(USUAL_ZONE);
  }

  private static Optional<ZoneId> zone(Estate estate, EstateSystem system) {
    return system
        .timeZone()
        .or(() ->
            estate
                .calendarOf(system)
                .flatMap(name -> estate.find(new Document.Key(EntryKind.CALENDAR, name)))
                .flatMap(calendar -> ((EstateCalendar) calendar.entry()).timeZone()));
  }
}
