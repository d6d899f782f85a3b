package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Explanation.Hindered;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Pricing;
import dev.evenkeel.optimiser.timetable.Score;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Explains one upgrade of a timetable: every slot of every mode is looked at, with all others where
 * they are.
 */
public final class Explainer {
  private static final int MOST = 10;
  private static final Comparator<Place> CHEAPEST =
      Comparator.comparingLong(Place::total).thenComparingInt(Place::start);

  private final Problem problem;
  private final Timetable timetable;
  private final Upgrade upgrade;
  private final Pricing.Table pricing;
  private final Others others;

  /** Of each set of obstacles that keeps it from somewhere, where that would be best. */
  private final Map<List<Barrier>, Place> hindered = new HashMap<>();

  private final Concessions concessions = new Concessions();
  private final List<Place> free = new ArrayList<>();

  private Explainer(Problem problem, Timetable timetable, Upgrade upgrade) {
    this.problem = problem;
    this.timetable = timetable;
    this.upgrade = upgrade;
    pricing = new Pricing(problem).table(upgrade.system());
    others = new Others(problem, timetable, upgrade.id());
  }

  /**
   * @param timetable one that keeps to all rules of the problem
   * @throws IllegalArgumentException when the problem has no such upgrade
   */
  public static Explanation explain(Problem problem, Timetable timetable, String upgrade) {
    Upgrade found =
        problem.upgrades().stream()
            .filter(one -> one.id().equals(upgrade))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("There is no upgrade %s.".formatted(upgrade)));
    return new Explainer(problem, timetable, found).explanation();
  }

  /**
   * What keeps an upgrade from one place, with all others where they are.
   *
   * @param place in a mode that the upgrade has, inside the horizon
   * @return nothing when it could stand there
   */
  public static List<Obstacle> obstacles(Problem problem, Timetable timetable, Assignment place) {
    Upgrade upgrade =
        problem.upgrades().stream()
            .filter(one -> one.id().equals(place.upgrade()))
            .findFirst()
            .orElseThrow();
    Mode mode = upgrade.mode(place.mode()).orElseThrow();
    Others others = new Others(problem, timetable, place.upgrade());
    return Barriers.of(problem, upgrade, mode, others).stream()
        .filter(barrier -> barrier.stops().test(place.start()))
        .map(barrier -> barrier.at().apply(place.start()))
        .toList();
  }

  private Explanation explanation() {
    Optional<Place> here =
        timetable.assignments().stream()
            .filter(one -> one.upgrade().equals(upgrade.id()))
            .findFirst()
            .map(this::place);
    long total = here.map(Place::total).orElse(upgrade.deferPenalty());
    upgrade.modes().forEach(mode -> look(mode, total));
    return new Explanation(
        upgrade.id(), here, total, better(total), concessions.told(), next(here));
  }

  private Place place(Assignment one) {
    return place(upgrade.mode(one.mode()).orElseThrow(), one.start());
  }

  private Place place(Mode mode, int start) {
    Score score = pricing.of(upgrade, mode, start);
    return new Place(
        mode.id(), start, start + mode.length(), score, score.total(problem.weights()));
  }

  private void look(Mode mode, long total) {
    List<Barrier> barriers = Barriers.of(problem, upgrade, mode, others);
    Map<BitSet, Place> best = new HashMap<>();
    Concessions.OfMode giving = concessions.ofMode(barriers);
    Place ofWindow = null;
    for (int start = 0; start + mode.length() <= problem.horizonSlots(); start++) {
      BitSet met = new BitSet(barriers.size());
      for (int i = 0; i < barriers.size(); i++) {
        met.set(i, barriers.get(i).stops().test(start));
      }
      Place place = place(mode, start);
      if (!met.isEmpty()) {
        if (place.total() < total) {
          giving.look(met, place);
        }
        best.merge(met, place, (a, b) -> CHEAPEST.compare(a, b) <= 0 ? a : b);
        if (ofWindow != null) {
          free.add(ofWindow);
          ofWindow = null;
        }
      } else if (ofWindow == null || CHEAPEST.compare(place, ofWindow) < 0) {
        ofWindow = place;
      }
    }
    if (ofWindow != null) {
      free.add(ofWindow);
    }
    giving.end();
    best.forEach(
        (met, place) -> hindered.put(met.stream().mapToObj(barriers::get).toList(), place));
  }

  /** A place is told when none with fewer of the same obstacles is as good. */
  private List<Hindered> better(long total) {
    Map<Integer, List<Map.Entry<List<Barrier>, Place>>> bySize = new TreeMap<>();
    hindered.entrySet().stream()
        .filter(entry -> entry.getValue().total() < total)
        .sorted(Map.Entry.comparingByValue(CHEAPEST))
        .forEach(entry ->
            bySize.computeIfAbsent(entry.getKey().size(), size -> new ArrayList<>()).add(entry));
    List<Hindered> told = new ArrayList<>();
    List<Map.Entry<List<Barrier>, Place>> kept = new ArrayList<>();
    for (var entry : bySize.values().stream().flatMap(List::stream).toList()) {
      boolean isNew =
          kept.stream()
              .noneMatch(one ->
                  names(entry.getKey()).containsAll(names(one.getKey()))
                      && one.getValue().total() <= entry.getValue().total());
      if (isNew && told.size() < MOST) {
        kept.add(entry);
        Place place = entry.getValue();
        told.add(
            new Hindered(
                place,
                total - place.total(),
                entry.getKey().stream()
                    .map(barrier -> barrier.at().apply(place.start()))
                    .toList()));
      }
    }
    return told;
  }

  private static Set<String> names(List<Barrier> barriers) {
    return barriers.stream().map(one -> one.kind() + " " + one.name()).collect(Collectors.toSet());
  }

  private List<Place> next(Optional<Place> here) {
    return free.stream()
        .filter(place -> here.isEmpty() || !place.equals(here.get()))
        .sorted(CHEAPEST)
        .limit(MOST)
        .toList();
  }
}
