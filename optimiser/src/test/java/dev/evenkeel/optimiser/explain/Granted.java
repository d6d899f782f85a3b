package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Obstacle.Awaits;
import dev.evenkeel.optimiser.explain.Obstacle.Closed;
import dev.evenkeel.optimiser.explain.Obstacle.Crowded;
import dev.evenkeel.optimiser.explain.Obstacle.Frozen;
import dev.evenkeel.optimiser.explain.Obstacle.NotReady;
import dev.evenkeel.optimiser.explain.Obstacle.Precedes;
import dev.evenkeel.optimiser.explain.Obstacle.Short;
import dev.evenkeel.optimiser.explain.Obstacle.TooLate;
import dev.evenkeel.optimiser.explain.Obstacle.Unpaid;
import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A problem in which exactly that has given which an obstacle asks for. */
final class Granted {
  private Granted() {}

  static Problem granting(Problem problem, Obstacle obstacle) {
    return switch (obstacle) {
      case NotReady one ->
          with(
              problem,
              problem.calendars(),
              problem.freezes(),
              problem.resources(),
              problem.budgets(),
              problem.upgrades().stream()
                  .map(upgrade -> upgrade.id().equals(one.name()) ? ready(upgrade, one) : upgrade)
                  .toList());
      case Closed one ->
          with(
              problem,
              problem.calendars().stream()
                  .map(
                      calendar -> calendar.id().equals(one.name()) ? open(calendar, one) : calendar)
                  .toList(),
              problem.freezes(),
              problem.resources(),
              problem.budgets(),
              problem.upgrades());
      case Frozen one ->
          with(
              problem,
              problem.calendars(),
              problem.freezes().stream()
                  .map(freeze -> freeze.id().equals(one.name()) ? shorter(freeze, one) : freeze)
                  .toList(),
              problem.resources(),
              problem.budgets(),
              problem.upgrades());
      case Short one ->
          with(
              problem,
              problem.calendars(),
              problem.freezes(),
              problem.resources().stream()
                  .map(
                      resource -> resource.id().equals(one.name()) ? more(resource, one) : resource)
                  .toList(),
              problem.budgets(),
              problem.upgrades());
      case Unpaid one ->
          with(
              problem,
              problem.calendars(),
              problem.freezes(),
              problem.resources(),
              problem.budgets().stream().map(budget -> more(budget, one)).toList(),
              problem.upgrades());
      case Crowded one -> throw new AssertionError(one);
      case Awaits one -> throw new AssertionError(one);
      case TooLate one -> throw new AssertionError(one);
      case Precedes one -> throw new AssertionError(one);
    };
  }

  private static Upgrade ready(Upgrade one, NotReady obstacle) {
    return new Upgrade(
        one.id(),
        one.system(),
        one.from(),
        one.to(),
        one.release() - obstacle.slotsEarlier(),
        one.deadline(),
        one.exposurePerDay(),
        one.latePerDay(),
        one.lateGrowth(),
        one.deferPenalty(),
        one.budget(),
        one.modes());
  }

  private static Calendar open(Calendar calendar, Closed obstacle) {
    boolean[] open = new boolean[100];
    calendar
        .open()
        .forEach(one -> IntStream.range(one.from(), one.to()).forEach(i -> open[i] = true));
    IntStream.range(obstacle.from(), obstacle.to()).forEach(i -> open[i] = true);
    List<Interval> windows = new ArrayList<>();
    int from = -1;
    for (int slot = 0; slot < open.length; slot++) {
      if (open[slot] && from < 0) {
        from = slot;
      } else if (!open[slot] && from >= 0) {
        windows.add(new Interval(from, slot));
        from = -1;
      }
    }
    return new Calendar(calendar.id(), windows);
  }

  private static Freeze shorter(Freeze freeze, Frozen obstacle) {
    boolean isEarlier = obstacle.wantsEarlierEnd();
    return new Freeze(
        freeze.id(),
        freeze.label(),
        isEarlier ? freeze.from() : freeze.from() + obstacle.slotsLater(),
        isEarlier ? freeze.to() - obstacle.slotsEarlier() : freeze.to(),
        freeze.systems(),
        freeze.all());
  }

  private static Resource more(Resource resource, Short obstacle) {
    List<Amount> pieces = new ArrayList<>();
    for (Amount amount : resource.capacity()) {
      for (int slot = amount.from(); slot < amount.to(); slot++) {
        boolean isMore = obstacle.from() <= slot && slot < obstacle.to();
        pieces.add(new Amount(slot, slot + 1, amount.amount() + (isMore ? obstacle.missing() : 0)));
      }
    }
    return new Resource(resource.id(), pieces);
  }

  private static Budget more(Budget budget, Unpaid obstacle) {
    return new Budget(
        budget.id(),
        budget.periods().stream()
            .map(period ->
                period.isAt(obstacle.start())
                    ? new Amount(period.from(), period.to(), period.amount() + obstacle.missing())
                    : period)
            .toList());
  }

  private static Problem with(
      Problem problem,
      List<Calendar> calendars,
      List<Freeze> freezes,
      List<Resource> resources,
      List<Budget> budgets,
      List<Upgrade> upgrades) {
    return new Problem(
        problem.format(),
        problem.name(),
        problem.start(),
        problem.slotMinutes(),
        problem.horizonSlots(),
        problem.weights(),
        calendars,
        freezes,
        problem.profiles(),
        problem.systems(),
        resources,
        budgets,
        problem.groups(),
        upgrades,
        problem.precedences());
  }
}
