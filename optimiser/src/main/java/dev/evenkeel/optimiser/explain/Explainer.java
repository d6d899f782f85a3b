package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Explanation.Hindered;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains one upgrade of a timetable, with all others where they are. It says what looking at
 * every slot of every mode would say, and is quick about it:
 *
 * <ol>
 *   <li>What all modes find around them is looked up once: {@link Surroundings}.
 *   <li>Each rule says of all slots at once from where it keeps a mode: {@link Barriers}.
 *   <li>Between two slots in which a rule begins or ends to hold, the same rules are met: {@link
 *       Stretch}. Only what it costs, and what would have to give, is asked slot by slot.
 *   <li>What is met by the same rules is one {@link Hindrance}; the best of these are told.
 * </ol>
 */
public final class Explainer {
  private static final int MOST = 10;
  private static final Comparator<Place> CHEAPEST =
      Comparator.comparingLong(Place::total).thenComparingInt(Place::start);
  private static final Comparator<Hindrance> FEWEST =
      Comparator.comparingInt(Hindrance::size)
          .thenComparingLong(Hindrance::total)
          .thenComparingInt(Hindrance::cheapest);

  private final Problem problem;
  private final Timetable timetable;
  private final Upgrade upgrade;
  private final Surroundings around;
  private final Places places;
  private final List<Hindrance> hindrances = new ArrayList<>();
  private final List<Place> free = new ArrayList<>();

  private Explainer(Problem problem, Timetable timetable, Upgrade upgrade) {
    this.problem = problem;
    this.timetable = timetable;
    this.upgrade = upgrade;
    around = new Surroundings(problem, timetable, upgrade);
    places = new Places(problem, upgrade);
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
    return Barriers.of(new Surroundings(problem, timetable, upgrade), mode).stream()
        .filter(barrier -> barrier.stops().get(place.start()))
        .map(barrier -> barrier.at().apply(place.start()))
        .toList();
  }

  private Explanation explanation() {
    Optional<Place> here =
        timetable.assignments().stream()
            .filter(one -> one.upgrade().equals(upgrade.id()))
            .findFirst()
            .map(one -> places.at(upgrade.mode(one.mode()).orElseThrow(), one.start()));
    long total = here.map(Place::total).orElse(upgrade.deferPenalty());
    for (Mode mode : upgrade.modes()) {
      if (mode.length() <= problem.horizonSlots()) {
        look(mode, total);
      }
    }
    return new Explanation(upgrade.id(), here, total, better(total), concessions(), next(here));
  }

  private void look(Mode mode, long total) {
    List<Barrier> barriers = Barriers.of(around, mode);
    Map<BitSet, Hindrance> byMet = new LinkedHashMap<>();
    for (Stretch stretch : Stretch.of(barriers, problem.horizonSlots() - mode.length() + 1)) {
      if (stretch.met().isEmpty()) {
        free.add(cheapest(mode, stretch));
      } else {
        look(
            stretch,
            byMet.computeIfAbsent(
                stretch.met(),
                met -> new Hindrance(mode, met.stream().mapToObj(barriers::get).toList())),
            total);
      }
    }
    hindrances.addAll(byMet.values());
  }

  private void look(Stretch stretch, Hindrance hindrance, long total) {
    boolean canGive = hindrance.size() <= Concessions.MOST_RULES;
    for (int start = stretch.from(); start < stretch.to(); start++) {
      long there = places.total(hindrance.mode(), start);
      hindrance.cheapest(start, there);
      if (canGive && there < total) {
        hindrance.easiest(start, there);
      }
    }
  }

  private Place cheapest(Mode mode, Stretch stretch) {
    int cheapest = stretch.from();
    long least = places.total(mode, cheapest);
    for (int start = stretch.from() + 1; start < stretch.to(); start++) {
      long there = places.total(mode, start);
      if (there < least) {
        cheapest = start;
        least = there;
      }
    }
    return places.at(mode, cheapest);
  }

  /** A place is told when none with fewer of the same obstacles is as good. */
  private List<Hindered> better(long total) {
    List<Hindrance> told = new ArrayList<>();
    for (Hindrance one :
        hindrances.stream().filter(it -> it.total() < total).sorted(FEWEST).toList()) {
      if (told.size() == MOST) {
        break;
      }
      if (told.stream().noneMatch(other -> one.hasAllOf(other) && other.total() <= one.total())) {
        told.add(one);
      }
    }
    return told.stream()
        .map(one ->
            new Hindered(
                places.at(one.mode(), one.cheapest()), total - one.total(), one.at(one.cheapest())))
        .toList();
  }

  private List<Concession> concessions() {
    return Concessions.told(hindrances).stream()
        .map(one ->
            new Concession(
                places.at(one.mode(), one.easiest()), one.minutes(), one.at(one.easiest())))
        .toList();
  }

  private List<Place> next(Optional<Place> here) {
    return free.stream()
        .filter(place -> here.isEmpty() || !place.equals(here.get()))
        .sorted(CHEAPEST)
        .limit(MOST)
        .toList();
  }
}
