package dev.evenkeel.server.schedule.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.schedule.timetable.Placement;
import dev.evenkeel.server.schedule.timetable.Solution;
import dev.evenkeel.server.schedule.timetable.TimetableDesk;
import dev.evenkeel.server.schedule.timetable.problem.Candidate;
import dev.evenkeel.server.schedule.web.chart.Chart;
import dev.evenkeel.server.schedule.web.chart.Grouping;
import dev.evenkeel.server.schedule.web.chart.Known;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes charts of timetables, with what people call things. */
@Component
class Drawings {
  private final TimetableDesk desk;
  private final UpgradeBook upgrades;
  private final EstateBook estate;

  Drawings(TimetableDesk desk, UpgradeBook upgrades, EstateBook estate) {
    this.desk = desk;
    this.upgrades = upgrades;
    this.estate = estate;
  }

  Chart of(long timetable, Grouping by) {
    Solution solution = desk.solution(timetable);
    Problem problem = solution.problem();
    Set<String> pinned = new HashSet<>();
    for (Placement one : desk.placements(timetable)) {
      if (one.pinned()) {
        pinned.add(Candidate.key(one.upgrade()));
      }
    }
    List<Assignment> places = solution.timetable().assignments();
    return Chart.of(problem, places, pinned, known(), by);
  }

  /** By the key of the upgrade in a problem. */
  Map<String, Known> known() {
    Estate now = estate.estate();
    Map<String, Known> known = new HashMap<>();
    for (Upgrade upgrade : upgrades.open()) {
      known.put(
          Candidate.key(upgrade.id()),
          new Known(
              upgrade.id().value(),
              upgrade.terms().title(),
              upgrade.terms().systems(),
              groups(now, upgrade)));
    }
    return known;
  }

  private static Map<Grouping, String> groups(Estate estate, Upgrade upgrade) {
    Optional<String> name = upgrade.terms().systems().stream().findFirst();
    Optional<EstateSystem> system = name.flatMap(estate::system);
    return Map.of(
        Grouping.TEAM,
        system
            .flatMap(EstateSystem::team)
            .map(team -> title(estate, EntryKind.TEAM, team))
            .orElse("No team"),
        Grouping.SYSTEM,
        system.map(EstateSystem::shownAs).or(() -> name).orElse("No system"),
        Grouping.SERVICE,
        system.flatMap(EstateSystem::group).orElse("Stands for itself"));
  }

  private static String title(Estate estate, EntryKind kind, String name) {
    return estate
        .find(new Document.Key(kind, name))
        .map(document -> document.entry().shownAs())
        .orElse(name);
  }
}
