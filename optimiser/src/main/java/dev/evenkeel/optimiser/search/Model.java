package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Pricing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A problem in numbers, as the search needs it: things are known by their place in their list. */
final class Model {

  /** Another upgrade before or after one. */
  record Neighbour(int upgrade, int lag) {}

  final Problem problem;
  final Wished wished;
  final int size;

  /** Whether an upgrade stands where it stands, whatever that costs. */
  final boolean[] isFixed;

  final Choices[] choices;
  final Way[][] ways;
  final long[] deferPenalty;
  final int[] budget;
  final long[][] budgetLimit;
  final int[][] periodAt;
  final Row[] rows;

  /** Which upgrades may use a row, in some mode. */
  final int[][] usersOf;

  /** Which upgrades are paid from a budget. */
  final int[][] paidFrom;

  final Neighbour[][] before;
  final Neighbour[][] after;

  /** The penalties of an upgrade and of all that cannot be planned without it. */
  final long[] penaltyWithAfter;

  private Model(Problem problem, Wishes wishes) {
    this.problem = problem;
    List<Upgrade> upgrades = problem.upgrades();
    size = upgrades.size();
    Map<String, Integer> budgets = places(problem.budgets(), Budget::id);
    Map<String, Integer> numbers = places(upgrades, Upgrade::id);
    wished = new Wished(problem, wishes, numbers);
    isFixed = new boolean[size];
    IntStream.range(0, size).forEach(u -> isFixed[u] = wished.fixed(u).isPresent());
    budgetLimit =
        problem.budgets().stream()
            .map(one -> one.periods().stream().mapToLong(Amount::amount).toArray())
            .toArray(long[][]::new);
    periodAt = problem.budgets().stream().map(this::periods).toArray(int[][]::new);
    budget = upgrades.stream().mapToInt(one -> number(budgets, one.budget())).toArray();
    deferPenalty =
        IntStream.range(0, size)
            .mapToLong(
                u -> upgrades.get(u).deferPenalty() + (wished.wasPlaced(u) ? wished.moveCost : 0))
            .toArray();
    Rows found = new Rows(problem);
    rows = found.all();
    ways =
        upgrades.stream()
            .map(one -> one.modes().stream().map(m -> found.way(one, m)).toArray(Way[]::new))
            .toArray(Way[][]::new);
    usersOf = users();
    paidFrom =
        IntStream.range(0, budgetLimit.length)
            .mapToObj(one -> IntStream.range(0, size).filter(u -> budget[u] == one).toArray())
            .toArray(int[][]::new);
    before = neighbours(numbers, Precedence::after, Precedence::before);
    after = neighbours(numbers, Precedence::before, Precedence::after);
    choices = choices();
    requireFixed();
    penaltyWithAfter = IntStream.range(0, size).mapToLong(this::penaltyWithAfter).toArray();
    makeRoomForBegun();
  }

  static Model of(Problem problem) {
    return of(problem, Wishes.NONE);
  }

  static Model of(Problem problem, Wishes wishes) {
    return new Model(problem, wishes);
  }

  /** The choice of where an upgrade was; {@link Board#NOWHERE} when it can no longer be there. */
  int near(int upgrade) {
    return wished
        .near(upgrade)
        .map(was -> choices[upgrade].find(was.mode(), was.start()))
        .orElse(Board.NOWHERE);
  }

  /** How many of these are no longer where they were. */
  int moved(int[] choices) {
    return (int) IntStream.range(0, size).filter(u -> isMoved(u, choices[u])).count();
  }

  private boolean isMoved(int upgrade, int which) {
    return which == Board.NOWHERE
        ? wished.wasPlaced(upgrade)
        : wished.isMoved(upgrade, choices[upgrade].mode()[which], start(upgrade, which));
  }

  /** What is fixed is not deferred, nor is what must come before it: nothing would be dearer. */
  private void requireFixed() {
    long all = LongStream.of(deferPenalty).sum();
    Deque<Integer> todo = new ArrayDeque<>();
    IntStream.range(0, size).filter(u -> isFixed[u]).forEach(todo::add);
    Set<Integer> done = new HashSet<>();
    while (!todo.isEmpty()) {
      int one = todo.remove();
      if (done.add(one)) {
        deferPenalty[one] += all + LongStream.of(choices[one].cost()).max().orElse(0);
        for (Neighbour earlier : before[one]) {
          todo.add(earlier.upgrade());
        }
      }
    }
  }

  /** What has begun has what it takes, even where that is more than there is by now. */
  private void makeRoomForBegun() {
    int[][] used = new int[rows.length][problem.horizonSlots()];
    long[][] spent =
        Arrays.stream(budgetLimit).map(one -> new long[one.length]).toArray(long[][]::new);
    for (int u = 0; u < size; u++) {
      if (wished.isBegun(u)) {
        Way way = way(u, 0);
        for (int i = 0; i < way.row().length; i++) {
          for (int slot = start(u, 0); slot < until(u, 0, i); slot++) {
            used[way.row()[i]][slot] += way.amount()[i];
          }
        }
        spent[budget[u]][periodAt[budget[u]][start(u, 0)]] += way.cost();
      }
    }
    for (int row = 0; row < rows.length; row++) {
      int[] limit = rows[row].limit();
      int[] use = used[row];
      if (IntStream.range(0, use.length).anyMatch(slot -> use[slot] > limit[slot])) {
        int[] raised =
            IntStream.range(0, use.length).map(slot -> Math.max(limit[slot], use[slot])).toArray();
        rows[row] = new Row(rows[row].kind(), rows[row].name(), raised);
      }
    }
    for (int one = 0; one < spent.length; one++) {
      for (int period = 0; period < spent[one].length; period++) {
        budgetLimit[one][period] = Math.max(budgetLimit[one][period], spent[one][period]);
      }
    }
  }

  private static <T> Map<String, Integer> places(List<T> things, Function<T, String> id) {
    Map<String, Integer> places = new HashMap<>();
    things.forEach(thing -> places.put(id.apply(thing), places.size()));
    return places;
  }

  private static int number(Map<String, Integer> places, String id) {
    return Objects.requireNonNull(places.get(id));
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

  private int[][] users() {
    List<List<Integer>> users = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      users.add(new ArrayList<>());
    }
    for (int u = 0; u < size; u++) {
      int upgrade = u;
      Arrays.stream(ways[u])
          .flatMapToInt(way -> Arrays.stream(way.row()))
          .distinct()
          .forEach(row -> users.get(row).add(upgrade));
    }
    return users.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private Neighbour[][] neighbours(
      Map<String, Integer> numbers,
      Function<Precedence, String> of,
      Function<Precedence, String> other) {
    List<List<Neighbour>> all = new ArrayList<>();
    problem.upgrades().forEach(upgrade -> all.add(new ArrayList<>()));
    for (Precedence rule : problem.precedences()) {
      if (!wished.isBegun(number(numbers, rule.after()))) {
        all.get(number(numbers, of.apply(rule)))
            .add(new Neighbour(number(numbers, other.apply(rule)), rule.minLag()));
      }
    }
    return all.stream().map(list -> list.toArray(Neighbour[]::new)).toArray(Neighbour[][]::new);
  }

  /** What a choice of an upgrade takes. */
  Way way(int upgrade, int which) {
    return ways[upgrade][choices[upgrade].mode()[which]];
  }

  int start(int upgrade, int which) {
    return choices[upgrade].start()[which];
  }

  int end(int upgrade, int which) {
    return start(upgrade, which) + way(upgrade, which).length();
  }

  /** Up to which slot a choice uses the i-th of its rows. */
  int until(int upgrade, int which, int i) {
    return way(upgrade, which).until(i, start(upgrade, which), problem.horizonSlots());
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
    Stock stock = new Stock(rows, budgetLimit, periodAt);
    Choices[] all = new Choices[size];
    for (PlannedSystem system : problem.systems()) {
      List<Integer> upgrades = bySystem.getOrDefault(system.id(), List.of());
      if (!upgrades.isEmpty()) {
        Pricing.Table table = pricing.table(system.id());
        upgrades.forEach(u -> all[u] = choices(u, system, calendars, table, stock));
      }
    }
    return all;
  }

  private Choices choices(
      int number,
      PlannedSystem system,
      Map<String, Calendar> calendars,
      Pricing.Table table,
      Stock all) {
    Upgrade upgrade = problem.upgrades().get(number);
    Choices.Price price =
        (mode, start) ->
            table.of(upgrade, upgrade.modes().get(mode), start).total(problem.weights());
    Optional<Wished.Spot> fixed = wished.fixed(number);
    if (fixed.isPresent()) {
      return Choices.only(fixed.get().mode(), fixed.get().start(), price);
    }
    List<List<Interval>> windows =
        upgrade.modes().stream()
            .map(mode -> calendars.get(mode.calendar().orElse(system.calendar())))
            .map(calendar -> free(Objects.requireNonNull(calendar).open(), system.id()))
            .toList();
    return Choices.of(
        upgrade,
        windows,
        (mode, start) ->
            start >= wished.now && all.isEnough(ways[number][mode], budget[number], start),
        (mode, start) ->
            price.of(mode, start) + (wished.isMoved(number, mode, start) ? wished.moveCost : 0));
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
