package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Obstacle.Kind;
import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Group;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Names;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an upgrade finds around it, whichever its mode: looked up once for all of them. */
final class Surroundings {

  /**
   * Systems of which not too many may be at work at once.
   *
   * @param gap slots after the end of each that still count
   * @param many how many more others are at work in each slot than there may be
   */
  record Crowd(Kind kind, String name, Set<String> systems, int gap, long[] many) {}

  private final Problem problem;
  private final Upgrade upgrade;
  private final PlannedSystem system;
  private final Names names;
  private final Others others;
  private final List<Freeze> freezes;
  private final List<Crowd> crowds = new ArrayList<>();
  private final List<Amount> money;
  private final List<Precedence> before;
  private final List<Precedence> after;
  private final Map<String, long[]> left = new HashMap<>();
  private final Map<Kind, Map<String, Integer>> numbers = new EnumMap<>(Kind.class);
  private int known;

  Surroundings(Problem problem, Timetable timetable, Upgrade upgrade) {
    this.problem = problem;
    this.upgrade = upgrade;
    names = new Names(problem);
    others = new Others(problem, names, timetable, upgrade.id());
    system = names.system(upgrade.system());
    freezes = problem.freezes().stream().filter(freeze -> freeze.isOf(system.id())).toList();
    crowds.add(crowd(Kind.SYSTEM, system.id(), Set.of(system.id()), 0, 1));
    for (Group group : problem.groups()) {
      if (group.systems().contains(system.id())) {
        Set<String> peers = Set.copyOf(group.systems());
        int gap = Math.min(group.gap(), problem.horizonSlots());
        crowds.add(crowd(Kind.GROUP, group.id(), peers, gap, group.maxParallel()));
      }
    }
    money = others.left(names.budget(upgrade.budget()));
    before = problem.precedences().stream().filter(it -> it.after().equals(upgrade.id())).toList();
    after = problem.precedences().stream().filter(it -> it.before().equals(upgrade.id())).toList();
  }

  private Crowd crowd(Kind kind, String name, Set<String> systems, int gap, int most) {
    return new Crowd(kind, name, systems, gap, others.crowd(systems, gap, most));
  }

  Problem problem() {
    return problem;
  }

  Upgrade upgrade() {
    return upgrade;
  }

  Others others() {
    return others;
  }

  /** When it may be worked on in a mode. */
  Calendar calendar(Mode mode) {
    return names.calendar(mode.calendar().orElse(system.calendar()));
  }

  List<Freeze> freezes() {
    return freezes;
  }

  /** Its system first, then the groups to which that belongs. */
  List<Crowd> crowds() {
    return crowds;
  }

  /** What its budget has left in each period. */
  List<Amount> money() {
    return money;
  }

  /** What must have ended before it. */
  List<Precedence> before() {
    return before;
  }

  /** What must not start before it has ended. */
  List<Precedence> after() {
    return after;
  }

  /** How many of a resource the others leave in each slot. */
  long[] left(String resource) {
    return left.computeIfAbsent(resource, name -> others.left(names.resource(name)));
  }

  /** The same for the same rule, whichever mode meets it. */
  int number(Kind kind, String name) {
    return numbers
        .computeIfAbsent(kind, some -> new HashMap<>())
        .computeIfAbsent(name, one -> known++);
  }
}
