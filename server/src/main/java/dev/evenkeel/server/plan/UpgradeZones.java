package dev.evenkeel.server.plan;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateCalendar;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.server.inventory.EstateBook;
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
    return said(upgrade).orElse(USUAL_ZONE);
  }

  /** Empty when neither a system nor a calendar says one. */
  public Optional<ZoneId> said(Upgrade upgrade) {
    Estate now = estate.estate();
    return upgrade.terms().systems().stream()
        .flatMap(name -> now.system(name).stream())
        .flatMap(system -> zone(now, system).stream())
        .findFirst();
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
