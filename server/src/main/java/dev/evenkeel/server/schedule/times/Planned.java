package dev.evenkeel.server.schedule.times;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.schedule.PlacedWork;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Work ahead that windows and freezes can get into the way of. */
@Component
class Planned {
  /** The night after the day of go-live belongs to it. */
  private static final Duration NIGHT = Duration.ofHours(12);

  private static final Duration LONGEST = Duration.ofHours(36);

  private final UpgradeBook upgrades;
  private final List<PlacedWork> others;

  Planned(UpgradeBook upgrades, ObjectProvider<PlacedWork> others) {
    this.upgrades = upgrades;
    this.others = others.orderedStream().toList();
  }

  /**
   * One piece of work.
   *
   * @param within when it has to happen; longer than it takes when only its day is known
   * @param length how long it takes; as long as the time itself when that is known
   */
  record Work(
      String what,
      String path,
      String says,
      Collection<String> systems,
      Span within,
      Duration length) {}

  List<Work> within(Span range, Estate estate) {
    List<Work> all = new ArrayList<>();
    for (Upgrade upgrade : upgrades.open()) {
      work(upgrade, estate).filter(one -> one.within().meets(range)).ifPresent(all::add);
    }
    for (PlacedWork source : others) {
      for (PlacedWork.Placed one : source.within(range)) {
        all.add(
            new Work(
                one.what(), one.path(), "placed", one.systems(), one.when(), one.when().length()));
      }
    }
    return all;
  }

  private static Optional<Work> work(Upgrade upgrade, Estate estate) {
    Terms terms = upgrade.terms();
    ZoneId zone =
        terms.systems().stream()
            .flatMap(name -> estate.system(name).flatMap(EstateSystem::timeZone).stream())
            .findFirst()
            .orElse(ZoneId.of("UTC"));
    return terms
        .goLive()
        .map(day ->
            new Work(
                terms.title(),
                "/upgrades/" + upgrade.id(),
                "go-live on " + day,
                terms.systems(),
                within(day, zone),
                length(terms)));
  }

  private static Span within(LocalDate day, ZoneId zone) {
    return new Span(
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant().plus(NIGHT));
  }

  private static Duration length(Terms terms) {
    Duration length = Duration.ofMinutes(Math.max(1, terms.downtimeMinutes().orElse(1)));
    return length.compareTo(LONGEST) > 0 ? LONGEST : length;
  }
}
