package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Obstacle.Kind;
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
import java.util.stream.Collectors;

/** Every rule that one upgrade can meet, with what the others leave of what is shared. */
final class Barriers {
  private final Problem problem;
  private final Upgrade upgrade;
  private final PlannedSystem system;
  private final Others others;
  private final List<Barrier> barriers = new ArrayList<>();

  private Barriers(Problem problem, Upgrade upgrade, Others others) {
    this.problem = problem;
    this.upgrade = upgrade;
    this.others = others;
    system =
        problem.systems().stream()
            .filter(one -> one.id().equals(upgrade.system()))
            .findFirst()
            .orElseThrow();
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

  private void release(Mode mode) {
    int first = Math.max(upgrade.release(), mode.release());
    barriers.add(
        new Barrier(
            Kind.RELEASE,
            upgrade.id(),
            start -> start < first,
            start -> "it cannot start before slot %d, %d later".formatted(first, first - start)));
  }

  private void window(Mode mode) {
    String name = mode.calendar().orElse(system.calendar());
    Calendar calendar =
        problem.calendars().stream().filter(one -> one.id().equals(name)).findFirst().orElseThrow();
    int[] openUntil = new int[problem.horizonSlots()];
    for (Interval open : calendar.open()) {
      Arrays.fill(openUntil, open.from(), open.to(), open.to());
    }
    int length = mode.length();
    barriers.add(
        new Barrier(
            Kind.WINDOW,
            name,
            start -> openUntil[start] < start + length,
            start ->
                openUntil[start] == 0
                    ? "%s is closed in slot %d".formatted(name, start)
                    : "%s closes in slot %d, %d too early"
                        .formatted(name, openUntil[start], start + length - openUntil[start])));
  }

  private void freezes(int length) {
    for (Freeze freeze : problem.freezes()) {
      if (freeze.isOf(system.id())) {
        String name = freeze.label().orElse(freeze.id());
        barriers.add(
            new Barrier(
                Kind.FREEZE,
                freeze.id(),
                start -> start < freeze.to() && freeze.from() < start + length,
                start ->
                    "the freeze %s holds from slot %d to %d"
                        .formatted(name, freeze.from(), freeze.to())));
      }
    }
  }

  private void resources(Mode mode) {
    Map<String, Long> needs = new LinkedHashMap<>();
    mode.needs().forEach(need -> needs.merge(need.resource(), (long) need.amount(), Long::sum));
    for (Resource resource : problem.resources()) {
      Long amount = needs.get(resource.id());
      if (amount != null) {
        Shortage lacking = others.lacking(resource, amount);
        int length = mode.length();
        barriers.add(
            new Barrier(
                Kind.RESOURCE,
                resource.id(),
                start -> lacking.meets(start, start + length),
                start ->
                    "%d more of %s would be needed from slot %d on"
                        .formatted(
                            lacking.most(start, start + length),
                            resource.id(),
                            lacking.first(start, start + length))));
      }
    }
  }

  private void groups(int length) {
    Shortage busy = others.busy(system.id());
    barriers.add(
        new Barrier(
            Kind.SYSTEM,
            system.id(),
            start -> busy.meets(start, start + length),
            start -> who(List.of(system.id()), start, start + length, system.id())));
    for (Group group : problem.groups()) {
      if (group.systems().contains(system.id())) {
        Shortage full = others.full(group);
        int taken = length + group.gap();
        barriers.add(
            new Barrier(
                Kind.GROUP,
                group.id(),
                start -> full.meets(start, start + taken),
                start -> who(group.systems(), start - group.gap(), start + taken, group.id())));
      }
    }
  }

  private String who(List<String> systems, int from, int to, String name) {
    return "%s of %s would be at work at the same time, or too shortly before or after"
        .formatted(
            others.of(systems, from, to).stream()
                .map(one -> one.upgrade().id())
                .collect(Collectors.joining(", ")),
            name);
  }

  private void budget(Mode mode) {
    Budget budget =
        problem.budgets().stream()
            .filter(one -> one.id().equals(upgrade.budget()))
            .findFirst()
            .orElseThrow();
    Shortage unpaid = others.unpaid(budget, mode.cost());
    barriers.add(
        new Barrier(
            Kind.BUDGET,
            budget.id(),
            start -> unpaid.meets(start, start + 1),
            start ->
                "%s has %,d too little in the period of slot %d"
                    .formatted(budget.id(), unpaid.most(start, start + 1), start)));
  }

  private void before() {
    for (Precedence rule : problem.precedences()) {
      if (rule.after().equals(upgrade.id())) {
        String name = rule.before();
        others
            .find(name)
            .map(Placed::end)
            .ifPresentOrElse(
                end -> {
                  int first = end + rule.minLag();
                  barriers.add(
                      new Barrier(
                          Kind.BEFORE,
                          name,
                          start -> start < first,
                          start ->
                              "%s must be done before: it ends in slot %d, so that slot %d is the first"
                                  .formatted(name, end, first)));
                },
                () ->
                    barriers.add(
                        new Barrier(
                            Kind.BEFORE,
                            name,
                            start -> true,
                            start -> "%s must be done before, and has no place".formatted(name))));
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
              barriers.add(
                  new Barrier(
                      Kind.AFTER,
                      rule.after(),
                      start -> start + length > last,
                      start ->
                          "%s comes after it and starts in slot %d, so that it must end by slot %d"
                              .formatted(rule.after(), next.start(), last)));
            });
      }
    }
  }
}
