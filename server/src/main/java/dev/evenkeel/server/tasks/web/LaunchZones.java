package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.tasks.Reminding;
import dev.evenkeel.server.tasks.Undertakings;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * In which time zone the days of a launch end when nobody says another: that of the systems of the
 * upgrade, else that of who launches, else UTC (a page with scripts takes that of the browser).
 */
@Component
class LaunchZones {
  private final Undertakings upgrades;
  private final Reminding people;
  private final PeopleBehind behind;

  LaunchZones(Undertakings upgrades, Reminding people, PeopleBehind behind) {
    this.behind = behind;
    this.upgrades = upgrades;
    this.people = people;
  }

  ZoneId of(long upgrade, Actor actor) {
    return known(upgrade, actor).orElse(ZoneId.of("UTC"));
  }

  /** Empty when neither the systems of the upgrade nor the person say one. */
  Optional<ZoneId> known(long upgrade, Actor actor) {
    return upgrades
        .zone(upgrade)
        .or(() -> behind.of(actor).stream().sorted().findFirst().flatMap(people::zone));
  }
}
