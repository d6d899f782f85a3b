package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.optimiser.explain.Explanation;
import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.explain.Place;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Pricing;
import dev.evenkeel.optimiser.timetable.Score;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.plan.UpgradeZones;
import dev.evenkeel.server.schedule.timetable.KeptTimetable;
import dev.evenkeel.server.schedule.timetable.ObstacleWords;
import dev.evenkeel.server.schedule.timetable.Placement;
import dev.evenkeel.server.schedule.timetable.Solution;
import dev.evenkeel.server.schedule.timetable.TimetableDesk;
import dev.evenkeel.server.schedule.timetable.Tried;
import dev.evenkeel.server.schedule.timetable.problem.Candidate;
import dev.evenkeel.server.schedule.timetable.problem.Crew;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes of timetables what is shown of them. */
@Component
class TimetableLook {
  private final TimetableDesk desk;
  private final UpgradeBook upgrades;
  private final UpgradeZones zones;

  TimetableLook(TimetableDesk desk, UpgradeBook upgrades, UpgradeZones zones) {
    this.desk = desk;
    this.upgrades = upgrades;
    this.zones = zones;
  }

  /** By whose clock the times of an upgrade are shown. */
  ZoneId zone(UpgradeId upgrade) {
    return zones.of(upgrades.get(upgrade));
  }

  TimetableView.Whole whole(long id) {
    KeptTimetable kept = desk.get(id);
    Solution solution = desk.solution(id);
    Problem problem = solution.problem();
    SlotGrid grid = solution.grid();
    Map<String, Upgrade> known = new LinkedHashMap<>();
    problem.upgrades().forEach(one -> known.put(one.id(), one));
    Map<String, List<String>> systems = systems();
    Map<String, String> titles = titles(problem);
    List<Placement> placements = desk.placements(id);
    Pricing pricing = new Pricing(problem);
    List<PlacementView> views = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (Placement one : placements) {
      String key = Candidate.key(one.upgrade());
      Upgrade upgrade = known.get(key);
      if (upgrade != null && placed.add(key)) {
        views.add(view(one, upgrade, titles, systems, pricing, problem, grid));
      }
    }
    Score score = Check.of(problem, solution.timetable()).score();
    return new TimetableView.Whole(
        TimetableView.of(kept),
        grid.at(0),
        grid.at(grid.slots()),
        grid.minutes(),
        new TimetableView.Parts(
            score.downtime(),
            score.risk(),
            score.cost(),
            score.deferred(),
            score.total(problem.weights())),
        views,
        known.values().stream()
            .filter(one -> !placed.contains(one.id()))
            .map(one ->
                new PlacementView.Unplaced(
                    Candidate.id(one.id()).value(),
                    titles.getOrDefault(one.id(), one.id()),
                    systems.getOrDefault(one.id(), List.of()),
                    one.deferPenalty()))
            .toList(),
        kept.findings());
  }

  private static PlacementView view(
      Placement one,
      Upgrade upgrade,
      Map<String, String> titles,
      Map<String, List<String>> systems,
      Pricing pricing,
      Problem problem,
      SlotGrid grid) {
    Mode mode = upgrade.mode(one.mode()).orElseThrow();
    int start = grid.from(one.start());
    Score score = pricing.of(upgrade, mode, start);
    return new PlacementView(
        one.upgrade().value(),
        titles.getOrDefault(upgrade.id(), upgrade.id()),
        systems.getOrDefault(upgrade.id(), List.of()),
        mode.needs().stream().map(Mode.Need::resource).filter(Crew::isTeam).toList(),
        one.start(),
        grid.at(start + mode.work()),
        grid.at(start + mode.work() + mode.buffer()),
        one.end(),
        one.mode(),
        upgrade.modes().stream().map(Mode::id).toList(),
        one.pinned(),
        mode.down().stream()
            .map(down ->
                new PlacementView.Away(
                    grid.at(start + down.offset()),
                    grid.at(start + down.offset() + down.slots()),
                    (int) (down.outage() / 10)))
            .toList(),
        score.downtime(),
        score.risk(),
        score.cost(),
        score.total(problem.weights()));
  }

  private Map<String, List<String>> systems() {
    Map<String, List<String>> systems = new HashMap<>();
    upgrades.open().forEach(one -> systems.put(Candidate.key(one.id()), one.terms().systems()));
    return systems;
  }

  private Map<String, String> titles(Problem problem) {
    Map<String, String> titles = new HashMap<>();
    problem.systems().forEach(one -> titles.put(one.id(), one.name()));
    return titles;
  }

  /**
   * Why an upgrade stands where it does.
   *
   * @param here empty when it has no place
   * @param better places that would cost less, with what keeps it from each
   * @param relaxations what would have to give for a better place, the least first
   * @param next other places that are free, the cheapest first
   */
  record Explained(
      long upgrade,
      String title,
      Optional<PlaceView> here,
      long total,
      List<Better> better,
      List<Better> relaxations,
      List<PlaceView> next) {}

  record PlaceView(String mode, Instant start, Instant end, long total) {}

  record Better(PlaceView place, long saves, List<Conflict> obstacles) {}

  /** Something that stands in the way. */
  record Conflict(Obstacle.Kind kind, String name, String says, String wants) {}

  Explained explain(long id, UpgradeId upgrade) {
    return explain(id, upgrade, ZoneOffset.UTC);
  }

  /**
   * @param zone by whose clock what stands in the way is told
   */
  Explained explain(long id, UpgradeId upgrade, ZoneId zone) {
    Solution solution = desk.solution(id);
    Explanation explanation = desk.explain(id, upgrade);
    ObstacleWords words = new ObstacleWords(solution.problem(), zone);
    return new Explained(
        upgrade.value(),
        words.title(Candidate.key(upgrade)),
        explanation.here().map(place -> place(place, solution.grid())),
        explanation.total(),
        explanation.hindered().stream()
            .map(one ->
                new Better(
                    place(one.place(), solution.grid()),
                    one.saves(),
                    conflicts(one.obstacles(), words)))
            .toList(),
        explanation.concessions().stream()
            .map(one ->
                new Better(
                    place(one.place(), solution.grid()),
                    explanation.total() - one.place().total(),
                    conflicts(one.obstacles(), words)))
            .toList(),
        explanation.next().stream().map(place -> place(place, solution.grid())).toList());
  }

  private static PlaceView place(Place place, SlotGrid grid) {
    return new PlaceView(place.mode(), grid.at(place.start()), grid.at(place.end()), place.total());
  }

  private static List<Conflict> conflicts(Collection<Obstacle> obstacles, ObstacleWords words) {
    return obstacles.stream()
        .map(one -> new Conflict(one.kind(), words.name(one), words.says(one), words.wants(one)))
        .toList();
  }

  /**
   * What another place would change.
   *
   * @param difference less than nothing when it would be better
   */
  record TriedView(
      long upgrade,
      Instant start,
      Instant end,
      String mode,
      long downtime,
      long risk,
      long cost,
      long total,
      long difference,
      List<Conflict> conflicts) {}

  TriedView tried(long id, Tried tried) {
    Solution solution = desk.solution(id);
    return new TriedView(
        tried.upgrade().value(),
        tried.start(),
        tried.end(),
        tried.mode(),
        tried.score().downtime(),
        tried.score().risk(),
        tried.score().cost(),
        tried.total(),
        tried.difference(),
        conflicts(tried.conflicts(), new ObstacleWords(solution.problem(), zone(tried.upgrade()))));
  }

  /** Two timetables side by side. */
  record Compared(
      TimetableView before,
      TimetableView after,
      TimetableView.Parts scoreBefore,
      TimetableView.Parts scoreAfter,
      int stayed,
      List<Moved> moved,
      List<PlacementView> newlyPlaced,
      List<PlacementView> noLongerPlaced) {}

  record Moved(long upgrade, String title, PlacementView from, PlacementView to) {}

  Compared compare(long id, long other) {
    TimetableView.Whole before = whole(id);
    TimetableView.Whole after = whole(other);
    Map<Long, PlacementView> was = by(before);
    Map<Long, PlacementView> is = by(after);
    List<Moved> moved = new ArrayList<>();
    int stayed = 0;
    for (PlacementView to : after.placements()) {
      PlacementView from = was.get(to.upgrade());
      if (from != null && from.start().equals(to.start()) && from.mode().equals(to.mode())) {
        stayed++;
      } else if (from != null) {
        moved.add(new Moved(to.upgrade(), to.title(), from, to));
      }
    }
    return new Compared(
        before.timetable(),
        after.timetable(),
        before.score(),
        after.score(),
        stayed,
        moved,
        after.placements().stream().filter(one -> !was.containsKey(one.upgrade())).toList(),
        before.placements().stream().filter(one -> !is.containsKey(one.upgrade())).toList());
  }

  private static Map<Long, PlacementView> by(TimetableView.Whole whole) {
    Map<Long, PlacementView> by = new HashMap<>();
    whole.placements().forEach(one -> by.put(one.upgrade(), Objects.requireNonNull(one)));
    return by;
  }
}
