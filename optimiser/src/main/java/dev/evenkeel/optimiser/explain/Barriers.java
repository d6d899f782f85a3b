package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Obstacle.Awaits;
import dev.evenkeel.optimiser.explain.Obstacle.Closed;
import dev.evenkeel.optimiser.explain.Obstacle.Crowded;
import dev.evenkeel.optimiser.explain.Obstacle.Frozen;
import dev.evenkeel.optimiser.explain.Obstacle.Kind;
import dev.evenkeel.optimiser.explain.Obstacle.NotReady;
import dev.evenkeel.optimiser.explain.Obstacle.Precedes;
import dev.evenkeel.optimiser.explain.Obstacle.Short;
import dev.evenkeel.optimiser.explain.Obstacle.Unpaid;
import dev.evenkeel.optimiser.explain.Obstacle.Unpaid.Period;
import dev.evenkeel.optimiser.explain.Others.Placed;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/** Every rule that one upgrade can meet, with what the others leave of what is shared. */
final class Barriers {
  private static final int MINUTES_OF_AN_HOUR = 60;

  private final Problem problem;
  private final Upgrade upgrade;
  private final PlannedSystem system;
  private final Others others;
  private final List<Barrier> barriers = new ArrayList<>();

  private Barriers(Problem problem, Upgrade upgrade, Others others) {
    this.problem = problem;
    this.upgrade = upgrade;
    this.others = others;
    system = others.names().system(upgrade.system());
  }

  static List<Barrier> of(Problem problem, Upgrade upgrade, Mode mode, Others others) {
    Barriers made = new Barriers(problem, upgrade, others);
    made.release(mode);
    made.window(mode);
    made.freezes(mode.length());
    made.resources(mode);
    made.groups(mode.length());
    made.budget(mode);
    made.before();
    made.after(mode.length());
    return made.barriers;
  }

  /**
   * @param slots how many would have to give
   */
  private void add(
      Kind kind,
      String name,
      IntPredicate stops,
      IntToLongFunction slots,
      IntFunction<Obstacle> at) {
    barriers.add(
        new Barrier(
            kind, name, stops, start -> slots.applyAsLong(start) * problem.slotMinutes(), at));
  }

  private void release(Mode mode) {
    int first = Math.max(upgrade.release(), mode.release());
    add(
        Kind.RELEASE,
        upgrade.id(),
        start -> start < first,
        start -> first - start,
        start -> new NotReady(upgrade.id(), start, first));
  }

  private void window(Mode mode) {
    Calendar calendar = others.names().calendar(mode.calendar().orElse(system.calendar()));
    int[] openUntil = new int[problem.horizonSlots()];
    long[] closed = new long[problem.horizonSlots()];
    Arrays.fill(closed, 1);
    for (Interval open : calendar.open()) {
      Arrays.fill(openUntil, open.from(), open.to(), open.to());
      Arrays.fill(closed, open.from(), open.to(), 0);
    }
    Shortage shut = new Shortage(closed);
    int length = mode.length();
    add(
        Kind.WINDOW,
        calendar.id(),
        start -> openUntil[start] < start + length,
        start -> shut.area(start, start + length),
        start ->
            new Closed(
                calendar.id(),
                shut.first(start, start + length),
                shut.last(start, start + length)));
  }

  private void freezes(int length) {
    for (Freeze freeze : problem.freezes()) {
      if (freeze.isOf(system.id())) {
        add(
            Kind.FREEZE,
            freeze.id(),
            start -> start < freeze.to() && freeze.from() < start + length,
            start -> Math.min(freeze.to() - start, start + length - freeze.from()),
            start ->
                new Frozen(
                    freeze.id(),
                    freeze.label().orElse(freeze.id()),
                    freeze.from(),
                    freeze.to(),
                    start,
                    start + length));
      }
    }
  }

  private void resources(Mode mode) {
    Map<String, Long> needs = new LinkedHashMap<>();
    mode.needs().forEach(need -> needs.merge(need.resource(), (long) need.amount(), Long::sum));
    int length = mode.length();
    needs.forEach((name, amount) -> {
      Resource resource = others.names().resource(name);
      Shortage lacking = others.lacking(resource, amount);
      add(
          Kind.RESOURCE,
          name,
          start -> lacking.meets(start, start + length),
          start -> lacking.area(start, start + length),
          start ->
              new Short(
                  name,
                  lacking.first(start, start + length),
                  lacking.last(start, start + length),
                  lacking.most(start, start + length)));
    });
  }

  private void groups(int length) {
    crowded(Kind.SYSTEM, system.id(), List.of(system.id()), others.busy(system.id()), length, 0);
    for (Group group : problem.groups()) {
      if (group.systems().contains(system.id())) {
        crowded(Kind.GROUP, group.id(), group.systems(), others.full(group), length, group.gap());
      }
    }
  }

  private void crowded(
      Kind kind, String name, List<String> systems, Shortage full, int length, int gap) {
    int taken = length + gap;
    add(
        kind,
        name,
        start -> full.meets(start, start + taken),
        start -> full.area(start, start + taken),
        start ->
            new Crowded(
                kind,
                name,
                full.first(start, start + taken),
                full.last(start, start + taken),
                others.of(systems, start - gap, start + taken).stream()
                    .map(one -> one.upgrade().id())
                    .toList()));
  }

  private void budget(Mode mode) {
    Budget budget = others.names().budget(upgrade.budget());
    Shortage unpaid = others.unpaid(budget, mode.cost());
    barriers.add(
        new Barrier(
            Kind.BUDGET,
            budget.id(),
            start -> unpaid.meets(start, start + 1),
            start ->
                period(budget, start).isEmpty()
                    ? Barrier.NEVER
                    : Math.ceilDiv(
                        unpaid.most(start, start + 1) * MINUTES_OF_AN_HOUR,
                        Concession.MONEY_OF_AN_HOUR),
            start ->
                new Unpaid(
                    budget.id(), start, period(budget, start), unpaid.most(start, start + 1))));
  }

  private static Optional<Period> period(Budget budget, int start) {
    return budget.periods().stream()
        .filter(period -> period.isAt(start))
        .findFirst()
        .map(period -> new Period(period.from(), period.to()));
  }

  private void before() {
    for (Precedence rule : problem.precedences()) {
      if (rule.after().equals(upgrade.id())) {
        String name = rule.before();
        Optional<Integer> end = others.find(name).map(Placed::end);
        int first = end.map(ends -> ends + rule.minLag()).orElse(Integer.MAX_VALUE);
        barriers.add(
            new Barrier(
                Kind.BEFORE,
                name,
                start -> start < first,
                start ->
                    end.isEmpty() ? Barrier.NEVER : (long) (first - start) * problem.slotMinutes(),
                start -> new Awaits(name, start, end, first)));
      }
    }
  }

  private void after(int length) {
    for (Precedence rule : problem.precedences()) {
      if (rule.before().equals(upgrade.id())) {
        others
            .find(rule.after())
            .ifPresent(next -> {
              int last = next.start() - rule.minLag();
              add(
                  Kind.AFTER,
                  rule.after(),
                  start -> start + length > last,
                  start -> start + length - last,
                  start -> new Precedes(rule.after(), start + length, next.start(), last));
            });
      }
    }
  }
}
