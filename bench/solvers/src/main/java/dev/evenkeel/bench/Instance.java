package dev.evenkeel.bench;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Group;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Pricing;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A problem in numbers, as solvers want it: where each upgrade could stand by itself, with what it
 * costs there, and what upgrades share. Made from what the optimiser shows to everybody and from
 * nothing of its search.
 */
public final class Instance {

  /** Where an upgrade could stand. */
  public record Place(int upgrade, int mode, int start, int end, long cost) {}

  /**
   * What a mode takes of a row, from its start on.
   *
   * @param until slots, a gap behind its end included
   */
  record Use(int row, int amount, int until) {}

  record Before(int first, int then, int lag) {}

  final Problem problem;
  final int size;

  /** Of each upgrade, the cheapest first. */
  final List<List<Place>> places;

  /** How much there is in each slot: of resources, of systems, of groups. */
  final List<int[]> rows = new ArrayList<>();

  /** Of each mode of each upgrade. */
  final List<List<List<Use>>> uses;

  final List<Before> precedences;
  final int[] budget;

  private final Map<String, Integer> resources = new HashMap<>();
  private final Map<String, List<int[]>> held = new HashMap<>();

  Instance(Problem problem) {
    this.problem = problem;
    size = problem.upgrades().size();
    problem.resources().forEach(this::resource);
    systems();
    problem.groups().forEach(this::group);
    uses =
        problem.upgrades().stream()
            .map(one -> one.modes().stream().map(mode -> uses(one, mode)).toList())
            .toList();
    Map<String, Integer> numbers = numbers(problem.upgrades(), Upgrade::id);
    precedences =
        problem.precedences().stream()
            .map(one ->
                new Before(
                    Objects.requireNonNull(numbers.get(one.before())),
                    Objects.requireNonNull(numbers.get(one.after())),
                    one.minLag()))
            .toList();
    Map<String, Integer> budgets = numbers(problem.budgets(), Budget::id);
    budget = problem.upgrades().stream().mapToInt(one -> budgets.get(one.budget())).toArray();
    places = places();
  }

  private static <T> Map<String, Integer> numbers(List<T> things, Function<T, String> id) {
    Map<String, Integer> numbers = new HashMap<>();
    things.forEach(thing -> numbers.put(id.apply(thing), numbers.size()));
    return numbers;
  }

  private void resource(Resource resource) {
    int[] limit = new int[problem.horizonSlots()];
    for (Amount amount : resource.capacity()) {
      Arrays.fill(limit, amount.from(), amount.to(), Math.toIntExact(amount.amount()));
    }
    resources.put(resource.id(), rows.size());
    rows.add(limit);
  }

  private void systems() {
    Map<String, Integer> many = new HashMap<>();
    problem.upgrades().forEach(one -> many.merge(one.system(), 1, Integer::sum));
    many.forEach((system, upgrades) -> {
      if (upgrades > 1) {
        hold(List.of(system), 1, 0);
      }
    });
  }

  private void group(Group group) {
    hold(group.systems().stream().distinct().toList(), group.maxParallel(), group.gap());
  }

  private void hold(List<String> systems, int most, int gap) {
    int[] limit = new int[problem.horizonSlots()];
    Arrays.fill(limit, most);
    for (String system : systems) {
      held.computeIfAbsent(system, any -> new ArrayList<>()).add(new int[] {rows.size(), gap});
    }
    rows.add(limit);
  }

  private List<Use> uses(Upgrade upgrade, Mode mode) {
    Map<Integer, Integer> needs = new HashMap<>();
    mode.needs().forEach(need -> needs.merge(resources.get(need.resource()), need.amount(), Integer::sum));
    List<Use> uses = new ArrayList<>();
    needs.forEach((row, amount) -> uses.add(new Use(row, amount, mode.length())));
    for (int[] one : held.getOrDefault(upgrade.system(), List.of())) {
      uses.add(new Use(one[0], 1, mode.length() + one[1]));
    }
    return uses;
  }

  private List<List<Place>> places() {
    Pricing pricing = new Pricing(problem);
    Map<String, PlannedSystem> systems = new HashMap<>();
    problem.systems().forEach(system -> systems.put(system.id(), system));
    Map<String, Calendar> calendars = new HashMap<>();
    problem.calendars().forEach(calendar -> calendars.put(calendar.id(), calendar));
    Map<String, Pricing.Table> tables = new HashMap<>();
    List<List<Place>> all = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      Upgrade upgrade = problem.upgrades().get(number);
      PlannedSystem system = Objects.requireNonNull(systems.get(upgrade.system()));
      Pricing.Table table = tables.computeIfAbsent(system.id(), pricing::table);
      List<Place> own = new ArrayList<>();
      for (int m = 0; m < upgrade.modes().size(); m++) {
        Mode mode = upgrade.modes().get(m);
        Calendar calendar = calendars.get(mode.calendar().orElse(system.calendar()));
        for (Interval free : free(calendar.open(), system.id())) {
          int first = Math.max(free.from(), Math.max(upgrade.release(), mode.release()));
          for (int s = Math.max(0, first); s + mode.length() <= free.to(); s++) {
            if (isPossible(number, m, s)) {
              long cost = table.of(upgrade, mode, s).total(problem.weights());
              own.add(new Place(number, m, s, s + mode.length(), cost));
            }
          }
        }
      }
      own.sort(Comparator.comparingLong(Place::cost).thenComparingInt(Place::start));
      all.add(own);
    }
    return all;
  }

  private List<Interval> free(List<Interval> windows, String system) {
    List<Interval> free = windows;
    for (Freeze freeze : problem.freezes()) {
      if (freeze.isOf(system)) {
        List<Interval> left = new ArrayList<>();
        for (Interval window : free) {
          left.add(new Interval(window.from(), Math.min(window.to(), freeze.from())));
          left.add(new Interval(Math.max(window.from(), freeze.to()), window.to()));
        }
        free = left;
      }
    }
    return free;
  }

  /** Whether there would be enough of all it takes if nothing else were planned. */
  private boolean isPossible(int upgrade, int mode, int start) {
    int length = mode(upgrade, mode).length();
    return period(upgrade, start) >= 0
        && mode(upgrade, mode).cost() <= limit(upgrade, period(upgrade, start))
        && uses.get(upgrade).get(mode).stream()
            .allMatch(use ->
                IntStream.range(start, start + Math.min(use.until(), length))
                    .allMatch(slot -> rows.get(use.row())[slot] >= use.amount()));
  }

  Mode mode(int upgrade, int mode) {
    return problem.upgrades().get(upgrade).modes().get(mode);
  }

  List<Use> uses(Place place) {
    return uses.get(place.upgrade()).get(place.mode());
  }

  /** Up to which slot a place uses a row. */
  int until(Place place, Use use) {
    return Math.min(problem.horizonSlots(), place.start() + use.until());
  }

  long money(Place place) {
    return mode(place.upgrade(), place.mode()).cost();
  }

  long deferPenalty(int upgrade) {
    return problem.upgrades().get(upgrade).deferPenalty();
  }

  /** The period of its budget in which a slot lies, or -1. */
  int period(int upgrade, int slot) {
    List<Amount> periods = problem.budgets().get(budget[upgrade]).periods();
    for (int i = 0; i < periods.size(); i++) {
      if (periods.get(i).isAt(slot)) {
        return i;
      }
    }
    return -1;
  }

  long limit(int upgrade, int period) {
    return problem.budgets().get(budget[upgrade]).periods().get(period).amount();
  }

  /** As a timetable; null is left out. */
  Timetable timetable(Place[] chosen) {
    List<Assignment> assignments = new ArrayList<>();
    for (Place place : chosen) {
      if (place != null) {
        Upgrade upgrade = problem.upgrades().get(place.upgrade());
        Mode mode = upgrade.modes().get(place.mode());
        assignments.add(new Assignment(upgrade.id(), mode.id(), place.start()));
      }
    }
    return new Timetable(assignments);
  }

  /** As places. */
  Place[] places(Timetable timetable) {
    Map<String, Integer> numbers = numbers(problem.upgrades(), Upgrade::id);
    Place[] chosen = new Place[size];
    for (Assignment one : timetable.assignments()) {
      int upgrade = numbers.get(one.upgrade());
      chosen[upgrade] =
          places.get(upgrade).stream()
              .filter(place -> place.start() == one.start())
              .filter(place -> mode(upgrade, place.mode()).id().equals(one.mode()))
              .findFirst()
              .orElseThrow();
    }
    return chosen;
  }
}
