package dev.evenkeel.optimiser.timetable;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Group;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Violation.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a timetable keeps to all rules, and what it comes to. It looks at every rule by itself,
 * as a person would, and shares nothing with the search for timetables: it is what the search is
 * held against.
 */
public final class Check {

  /**
   * What was found.
   *
   * @param violations empty when the timetable may be carried out
   * @param score of what can be priced: all of it, when nothing is violated
   */
  public record Checked(List<Violation> violations, Score score) {
    public Checked {
      violations = List.copyOf(violations);
    }

    public boolean isValid() {
      return violations.isEmpty();
    }
  }

  /** An assignment with what it names. */
  private record Placed(Upgrade upgrade, Mode mode, int start) {
    int end() {
      return start + mode.length();
    }
  }

  private final Problem problem;
  private final Map<String, Upgrade> upgrades;
  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  private Check(Problem problem) {
    this.problem = problem;
    this.upgrades = by(problem.upgrades(), Upgrade::id);
  }

  public static Checked of(Problem problem, Timetable timetable) {
    Check check = new Check(problem);
    timetable.assignments().forEach(check::place);
    Pricing pricing = new Pricing(problem);
    Score score = check.deferred();
    for (Placed one : check.placed.values()) {
      score = score.plus(pricing.of(one.upgrade(), one.mode(), one.start()));
    }
    check.windows();
    check.capacity();
    check.groups();
    check.budgets();
    check.precedences(timetable);
    return new Checked(check.violations, score);
  }

  /** Takes in what is known and lies in the horizon. */
  private void place(Assignment given) {
    Optional<Upgrade> upgrade = Optional.ofNullable(upgrades.get(given.upgrade()));
    Optional<Mode> mode = upgrade.flatMap(one -> one.mode(given.mode()));
    if (mode.isEmpty()) {
      say(Rule.UNKNOWN, "There is no %s in mode %s.", given.upgrade(), given.mode());
    } else if (placed.containsKey(given.upgrade())) {
      say(Rule.TWICE, "%s is planned twice.", given.upgrade());
    } else if (given.start() < 0 || given.start() + mode.get().length() > problem.horizonSlots()) {
      say(Rule.HORIZON, "%s in slot %d leaves the horizon.", given.upgrade(), given.start());
    } else {
      placed.put(given.upgrade(), new Placed(upgrade.get(), mode.get(), given.start()));
    }
  }

  private Score deferred() {
    long penalties =
        problem.upgrades().stream()
            .filter(upgrade -> !placed.containsKey(upgrade.id()))
            .mapToLong(Upgrade::deferPenalty)
            .sum();
    return new Score(0, 0, 0, penalties);
  }

  private void windows() {
    Map<String, Calendar> calendars = by(problem.calendars(), Calendar::id);
    Map<String, PlannedSystem> systems = by(problem.systems(), PlannedSystem::id);
    for (Placed one : placed.values()) {
      String id = one.upgrade().id();
      int first = Math.max(one.upgrade().release(), one.mode().release());
      if (one.start() < first) {
        say(Rule.RELEASE, "%s starts in slot %d, before %d.", id, one.start(), first);
      }
      PlannedSystem system = Objects.requireNonNull(systems.get(one.upgrade().system()));
      String name = one.mode().calendar().orElse(system.calendar());
      if (Objects.requireNonNull(calendars.get(name)).open().stream()
          .noneMatch(open -> open.holds(one.start(), one.end()))) {
        say(
            Rule.WINDOW,
            "%s, slots %d to %d, lies in no window of %s.",
            id,
            one.start(),
            one.end(),
            name);
      }
      for (Freeze freeze : problem.freezes()) {
        if (freeze.isOf(system.id()) && one.start() < freeze.to() && freeze.from() < one.end()) {
          say(Rule.FREEZE, "%s, slot %d, meets the freeze %s.", id, one.start(), freeze.id());
        }
      }
    }
  }

  private void capacity() {
    for (Resource resource : problem.resources()) {
      TreeMap<Integer, Long> used = new TreeMap<>();
      for (Placed one : placed.values()) {
        for (Mode.Need need : one.mode().needs()) {
          if (need.resource().equals(resource.id())) {
            for (int slot = one.start(); slot < one.end(); slot++) {
              used.merge(slot, (long) need.amount(), Long::sum);
            }
          }
        }
      }
      used.entrySet().stream()
          .filter(slot -> slot.getValue() > capacity(resource, slot.getKey()))
          .findFirst()
          .ifPresent(slot ->
              say(
                  Rule.CAPACITY,
                  "%s: %d are needed in slot %d, there are %d.",
                  resource.id(),
                  slot.getValue(),
                  slot.getKey(),
                  capacity(resource, slot.getKey())));
    }
  }

  private static long capacity(Resource resource, int slot) {
    return resource.capacity().stream()
        .filter(amount -> amount.isAt(slot))
        .mapToLong(Amount::amount)
        .findFirst()
        .orElse(0);
  }

  private void groups() {
    Map<String, List<Placed>> bySystem =
        placed.values().stream().collect(Collectors.groupingBy(one -> one.upgrade().system()));
    bySystem.forEach((system, own) -> atOnce(own, 0, 1, Rule.SAME_SYSTEM, system));
    for (Group group : problem.groups()) {
      List<Placed> own =
          group.systems().stream()
              .distinct()
              .flatMap(system -> bySystem.getOrDefault(system, List.of()).stream())
              .toList();
      atOnce(own, group.gap(), group.maxParallel(), Rule.GROUP, group.id());
    }
  }

  private void atOnce(List<Placed> placed, int gap, int most, Rule rule, String name) {
    for (Placed one : placed) {
      List<String> others =
          placed.stream()
              .filter(other -> other.start() <= one.start() && one.start() < other.end() + gap)
              .map(other -> other.upgrade().id())
              .sorted()
              .toList();
      if (others.size() > most) {
        say(
            rule,
            "%s: %s at once in slot %d; the most is %d.",
            name,
            String.join(", ", others),
            one.start(),
            most);
        return;
      }
    }
  }

  private void budgets() {
    for (Budget budget : problem.budgets()) {
      List<Placed> own =
          placed.values().stream()
              .filter(one -> one.upgrade().budget().equals(budget.id()))
              .toList();
      own.stream()
          .filter(one -> budget.periods().stream().noneMatch(period -> period.isAt(one.start())))
          .forEach(one ->
              say(
                  Rule.BUDGET,
                  "%s starts in slot %d, in no period of %s.",
                  one.upgrade().id(),
                  one.start(),
                  budget.id()));
      for (Amount period : budget.periods()) {
        long spent =
            own.stream()
                .filter(one -> period.isAt(one.start()))
                .mapToLong(one -> one.mode().cost())
                .sum();
        if (spent > period.amount()) {
          say(
              Rule.BUDGET,
              "%s, slots %d to %d: %,d are spent of %,d.",
              budget.id(),
              period.from(),
              period.to(),
              spent,
              period.amount());
        }
      }
    }
  }

  private void precedences(Timetable timetable) {
    var planned =
        timetable.assignments().stream().map(Assignment::upgrade).collect(Collectors.toSet());
    for (Precedence rule : problem.precedences()) {
      Placed before = placed.get(rule.before());
      Placed after = placed.get(rule.after());
      if (planned.contains(rule.after()) && !planned.contains(rule.before())) {
        say(Rule.PRECEDENCE, "%s is planned and %s is not.", rule.after(), rule.before());
      } else if (before != null && after != null && before.end() + rule.minLag() > after.start()) {
        say(
            Rule.PRECEDENCE,
            "%s starts in slot %d; %s ends in %d and %d must lie between.",
            rule.after(),
            after.start(),
            rule.before(),
            before.end(),
            rule.minLag());
      }
    }
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private void say(Rule rule, String text, Object... values) {
    violations.add(new Violation(rule, text.formatted(values)));
  }
}
