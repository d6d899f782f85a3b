package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.shared.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Holds the places of a timetable against the time, the windows and the freezes there are when it
 * is agreed on: it may have been made long before.
 */
@Component
class StillHolds {
  /** So many are named; nobody reads more of them. */
  private static final int NAMED = 10;

  private final UpgradeBook upgrades;
  private final ChangeCalendar calendar;

  StillHolds(UpgradeBook upgrades, ChangeCalendar calendar) {
    this.upgrades = upgrades;
    this.calendar = calendar;
  }

  /**
   * @param before the places of the plan there is: what has begun by it stays where it is
   * @throws Refused with what does not hold any more
   */
  void require(long timetable, List<Placement> places, List<Placement> before, Instant now) {
    Set<Placement> begun = new HashSet<>();
    before.stream().filter(one -> one.start().isBefore(now)).forEach(begun::add);
    List<String> against = new ArrayList<>();
    for (Placement place : places) {
      if (begun.stream().noneMatch(one -> isSame(one, place))) {
        against(place, now).forEach(against::add);
      }
    }
    if (!against.isEmpty()) {
      throw new Refused(
              Refused.Kind.NOT_NOW,
              "Timetable %d was made before, and does not hold any more: %s%s Plan again from it."
                  .formatted(
                      timetable,
                      String.join(" ", against.stream().limit(NAMED).toList()),
                      against.size() > NAMED
                          ? " And %d more.".formatted(against.size() - NAMED)
                          : ""))
          .with("reasons", against);
    }
  }

  private static boolean isSame(Placement one, Placement other) {
    return one.upgrade().equals(other.upgrade()) && one.start().equals(other.start());
  }

  private Stream<String> against(Placement place, Instant now) {
    Upgrade upgrade = upgrades.get(place.upgrade());
    String title = upgrade.terms().title();
    if (place.start().isBefore(now)) {
      return Stream.of("%s would have begun at %s.".formatted(title, place.start()));
    }
    return calendar
        .objections(upgrade.terms().systems(), new Span(place.start(), place.end()))
        .stream()
        .map(objection -> "%s: %s.".formatted(title, objection.words()))
        .distinct();
  }
}
