package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Group;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Pricing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A problem in numbers, as the search needs it: things are known by their place in their list. */
final class Model {

  /** What a mode takes. */
  record Way(int length, long cost, int[] resource, int[] amount) {}

  /** Upgrades of which only so many may go on at once. */
  record Exclusion(int most, int gap) {}

  /** Another upgrade before or after one. */
  record Neighbour(int upgrade, int lag) {}

  final Problem problem;
  final int size;
  final Choices[] choices;
  final Way[][] ways;
  final long[] deferPenalty;
  final int[] budget;
  final long[][] budgetLimit;
  final int[][] periodAt;
  final long[][] capacity;
  final Exclusion[] exclusions;
  final int[][] exclusionsOf;
  final Neighbour[][] before;
  final Neighbour[][] after;

  /** The penalties of an upgrade and of all that cannot be planned without it. */
  final long[] penaltyWithAfter;

  private Model(Problem problem) {
    this.problem = problem;
    List<Upgrade> upgrades = problem.upgrades();
    size = upgrades.size();
    Map<String, Integer> resources = places(problem.resources(), Resource::id);
    Map<String, Integer> budgets = places(problem.budgets(), Budget::id);
    Map<String, Integer> numbers = places(upgrades, Upgrade::id);
    capacity =
        problem.resources().stream().map(one -> spread(one.capacity())).toArray(long[][]::new);
    budgetLimit =
        problem.budgets().stream()
            .map(one -> one.periods().stream().mapToLong(Amount::amount).toArray())
            .toArray(long[][]::new);
    periodAt = problem.budgets().stream().map(this::periods).toArray(int[][]::new);
    budget = upgrades.stream().mapToInt(one -> number(budgets, one.budget())).toArray();
    deferPenalty = upgrades.stream().mapToLong(Upgrade::deferPenalty).toArray();
    ways =
        upgrades.stream()
            .map(one -> one.modes().stream().map(m -> way(m, resources)).toArray(Way[]::new))
            .toArray(Way[][]::new);
    List<Exclusion> all = new ArrayList<>();
    exclusionsOf = exclusions(all);
    exclusions = all.toArray(Exclusion[]::new);
    before = neighbours(numbers, Precedence::after, Precedence::before);
    after = neighbours(numbers, Precedence::before, Precedence::after);
    penaltyWithAfter = IntStream.range(0, size).mapToLong(this::penaltyWithAfter).toArray();
    choices = choices();
  }

  static Model of(Problem problem) {
    return new Model(problem);
  }

  private static <T> Map<String, Integer> places(List<T> things, Function<T, String> id) {
    Map<String, Integer> places = new HashMap<>();
    things.forEach(thing -> places.put(id.apply(thing), places.size()));
    return places;
  }

  private static int number(Map<String, Integer> places, String id) {
    return Objects.requireNonNull(places.get(id));
  }

  private long[] spread(List<Amount> amounts) {
    long[] spread = new long[problem.horizonSlots()];
    amounts.forEach(one -> Arrays.fill(spread, one.from(), one.to(), one.amount()));
    return spread;
  }

  /** The period of a budget in which each slot lies; -1 where there is none. */
  private int[] periods(Budget one) {
    int[] periods = new int[problem.horizonSlots()];
    Arrays.fill(periods, -1);
    for (int period = 0; period < one.periods().size(); period++) {
      Amount amount = one.periods().get(period);
      Arrays.fill(periods, amount.from(), amount.to(), period);
    }
    return periods;
  }

  private static Way way(Mode mode, Map<String, Integer> resources) {
    return new Way(
        mode.length(),
        mode.cost(),
        mode.needs().stream().mapToInt(need -> number(resources, need.resource())).toArray(),
        mode.needs().stream().mapToInt(Mode.Need::amount).toArray());
  }

  /** Groups, and each system with itself. */
  private int[][] exclusions(List<Exclusion> all) {
    Map<String, List<Integer>> ofSystem = new HashMap<>();
    for (Group group : problem.groups()) {
      group.systems().stream()
          .distinct()
          .forEach(one -> ofSystem.computeIfAbsent(one, n -> new ArrayList<>()).add(all.size()));
      all.add(new Exclusion(group.maxParallel(), group.gap()));
    }
    for (PlannedSystem system : problem.systems()) {
      ofSystem.computeIfAbsent(system.id(), name -> new ArrayList<>()).add(all.size());
      all.add(new Exclusion(1, 0));
    }
    return problem.upgrades().stream()
        .map(one ->
            Objects.requireNonNull(ofSystem.get(one.system())).stream()
                .mapToInt(Integer::intValue)
                .toArray())
        .toArray(int[][]::new);
  }

  private Neighbour[][] neighbours(
      Map<String, Integer> numbers,
      Function<Precedence, String> of,
      Function<Precedence, String> other) {
    List<List<Neighbour>> all = new ArrayList<>();
    problem.upgrades().forEach(upgrade -> all.add(new ArrayList<>()));
    for (Precedence rule : problem.precedences()) {
      all.get(number(numbers, of.apply(rule)))
          .add(new Neighbour(number(numbers, other.apply(rule)), rule.minLag()));
    }
    return all.stream().map(list -> list.toArray(Neighbour[]::new)).toArray(Neighbour[][]::new);
  }

  /** An upgrade and all that comes after it. */
  Set<Integer> withAfter(int upgrade) {
    Set<Integer> all = new LinkedHashSet<>();
    Deque<Integer> todo = new ArrayDeque<>(List.of(upgrade));
    while (!todo.isEmpty()) {
      int one = todo.remove();
      if (all.add(one)) {
        for (Neighbour next : after[one]) {
          todo.add(next.upgrade());
        }
      }
    }
    return all;
  }

  private long penaltyWithAfter(int upgrade) {
    return withAfter(upgrade).stream().mapToLong(one -> deferPenalty[one]).sum();
  }

  /** All upgrades, each after those that come before it; of several the dearest to defer first. */
  int[] inOrder() {
    int[] open = new int[size];
    PriorityQueue<Integer> ready =
        new PriorityQueue<>(
            Comparator.<Integer>comparingLong(u -> -penaltyWithAfter[u]).thenComparing(u -> u));
    for (int u = 0; u < size; u++) {
      open[u] = before[u].length;
      if (open[u] == 0) {
        ready.add(u);
      }
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = ready.remove();
      for (Neighbour next : after[order[i]]) {
        if (--open[next.upgrade()] == 0) {
          ready.add(next.upgrade());
        }
      }
    }
    return order;
  }

  private Choices[] choices() {
    Pricing pricing = new Pricing(problem);
    Map<String, Calendar> calendars = new HashMap<>();
    problem.calendars().forEach(calendar -> calendars.put(calendar.id(), calendar));
    Map<String, List<Integer>> bySystem =
        IntStream.range(0, size)
            .boxed()
            .collect(Collectors.groupingBy(u -> problem.upgrades().get(u).system()));
    Choices[] all = new Choices[size];
    for (PlannedSystem system : problem.systems()) {
      List<Integer> upgrades = bySystem.getOrDefault(system.id(), List.of());
      if (!upgrades.isEmpty()) {
        Pricing.Table table = pricing.table(system.id());
        upgrades.forEach(
            u -> all[u] = choices(problem.upgrades().get(u), system, calendars, table));
      }
    }
    return all;
  }

  private Choices choices(
      Upgrade upgrade, PlannedSystem system, Map<String, Calendar> calendars, Pricing.Table table) {
    List<List<Interval>> windows =
        upgrade.modes().stream()
            .map(mode -> calendars.get(mode.calendar().orElse(system.calendar())))
            .map(calendar -> free(Objects.requireNonNull(calendar).open(), system.id()))
            .toList();
    return Choices.of(
        upgrade,
        windows,
        (mode, start) ->
            table.of(upgrade, upgrade.modes().get(mode), start).total(problem.weights()));
  }

  /** Windows without freezes. */
  private List<Interval> free(List<Interval> windows, String system) {
    List<Interval> free = windows;
    for (Freeze freeze : problem.freezes()) {
      if (freeze.isOf(system)) {
        free =
            free.stream()
                .flatMap(window ->
                    Stream.of(
                        new Interval(window.from(), Math.min(window.to(), freeze.from())),
                        new Interval(Math.max(window.from(), freeze.to()), window.to())))
                .filter(piece -> piece.from() < piece.to())
                .toList();
      }
    }
    return free;
  }
}
