package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.plan.UpgradeZones;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.schedule.times.Shown;
import dev.evenkeel.server.schedule.timetable.TermsDesk.Planned;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a plan would fit next, as it is written now. */
@Component
class NextSlots {
  private static final int SLOTS = 3;

  private final ChangeCalendar calendar;
  private final UpgradeZones zones;
  private final Clock clock;

  NextSlots(ChangeCalendar calendar, UpgradeZones zones, Clock clock) {
    this.calendar = calendar;
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * The next slots of the shortest way.
   *
   * @param word the way
   * @param when the cheapest place of each opening; empty when it fits nowhere
   */
  record Next(String word, Duration length, ZoneId zone, List<String> when) {
    public String takes() {
      return Shown.length(length);
    }
  }

  Optional<Next> of(Planned planned) {
    ZoneId zone = zones.of(planned.upgrade());
    Shown shown = new Shown(zone);
    return planned.plan().ways().stream()
        .filter(way -> way.length().isPositive())
        .min(Comparator.comparing(UpgradePlan.Way::length))
        .flatMap(way -> {
          try {
            return Optional.of(
                new Next(
                    way.word(),
                    way.length(),
                    zone,
                    calendar
                        .slots(
                            planned.upgrade().terms().systems(),
                            way.length(),
                            from(planned, zone),
                            SLOTS)
                        .stream()
                        .map(slot -> shown.span(slot.span()))
                        .toList()));
          } catch (Refused tooLong) {
            return Optional.empty();
          }
        });
  }

  private Instant from(Planned planned, ZoneId zone) {
    Instant first = planned.plan().lead().earliest().atStartOfDay(zone).toInstant();
    Instant now = clock.instant();
    return first.isAfter(now) ? first : now;
  }
}
