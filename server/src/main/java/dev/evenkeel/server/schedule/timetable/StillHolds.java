package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.shared.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    Map<UpgradeId, Placement> begun =
        before.stream()
            .filter(one -> one.start().isBefore(now))
            .collect(Collectors.toMap(Placement::upgrade, Function.identity()));
    List<String> against =
        places.stream()
            .flatMap(place -> against(place, Optional.ofNullable(begun.get(place.upgrade())), now))
            .toList();
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

  private Stream<String> against(Placement place, Optional<Placement> begun, Instant now) {
    Upgrade upgrade = upgrades.get(place.upgrade());
    String title = upgrade.terms().title();
    if (begun.isPresent()) {
      return begun.get().start().equals(place.start())
          ? Stream.empty()
          : Stream.of(
              "%s has begun at %s, as the plan there is has it."
                  .formatted(title, begun.get().start()));
    }
    if (upgrade.isOver()) {
      return Stream.of("%s is over.".formatted(title));
    }
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
