package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeZones;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When upgrades happen: by the timetable that was agreed on, else on their day of go-live. */
@Component
public class UpgradeWindows {
  private final AgreedPlan plan;
  private final UpgradeZones zones;

  UpgradeWindows(AgreedPlan plan, UpgradeZones zones) {
    this.plan = plan;
    this.zones = zones;
  }

  public ZoneId zone(Upgrade upgrade) {
    return zones.of(upgrade);
  }

  /** Whether it is so near that nothing about it can wait. */
  public boolean isNear(Upgrade upgrade, Instant now) {
    return of(upgrade).filter(window -> window.isNear(now)).isPresent();
  }

  public Optional<Window> of(Upgrade upgrade) {
    return plan.of(upgrade.id())
        .map(place -> new Window(place.start(), place.end(), true))
        .or(() ->
            upgrade
                .terms()
                .goLive()
                .map(day -> {
                  ZoneId zone = zones.of(upgrade);
                  return new Window(
                      day.atStartOfDay(zone).toInstant(),
                      day.plusDays(1).atStartOfDay(zone).toInstant(),
                      false);
                }));
  }
}
