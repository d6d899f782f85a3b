package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.explain.Explainer;
import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.explain.Obstacle.TooLate;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Model.Neighbour;
import dev.evenkeel.optimiser.search.WishRefused.Finding;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.optimiser.timetable.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether all pins can hold at once. What has begun holds, whatever it breaks. */
final class Pins {
  private static final int NEVER = Integer.MAX_VALUE / 2;

  private final Model model;
  private final Problem problem;
  private final Timetable fixed;
  private final List<Finding> findings = new ArrayList<>();

  private Pins(Model model) {
    this.model = model;
    problem = model.problem;
    fixed =
        new Timetable(
            IntStream.range(0, model.size)
                .filter(u -> model.isFixed[u])
                .mapToObj(this::pin)
                .toList());
  }

  /**
   * @throws WishRefused when a pin breaks a rule by itself or with others, or when no time is left
   *     for what must come before it
   */
  static void check(Model model) {
    Pins pins = new Pins(model);
    if (pins.areDoubtful()) {
      pins.look(Pins::obstacles);
    }
    pins.refuse();
    pins.look(Pins::tooEarly);
    pins.refuse();
  }

  /**
   * @throws WishRefused when something that must come before a pin has no place
   */
  static void checkNeeded(Board board) {
    Pins pins = new Pins(board.model);
    pins.look((all, u) -> all.homeless(board, u));
    pins.refuse();
  }

  private interface Question {
    List<Obstacle> ask(Pins pins, int upgrade);
  }

  private void look(Question question) {
    for (int u = 0; u < model.size; u++) {
      if (model.isFixed[u] && !model.wished.isBegun(u)) {
        List<Obstacle> found = question.ask(this, u);
        if (!found.isEmpty()) {
          findings.add(Finding.of(pin(u), found));
        }
      }
    }
  }

  private void refuse() {
    if (!findings.isEmpty()) {
      throw new WishRefused(findings);
    }
  }

  private Assignment pin(int upgrade) {
    var of = problem.upgrades().get(upgrade);
    Choices only = model.choices[upgrade];
    return new Assignment(upgrade(upgrade), of.modes().get(only.mode()[0]).id(), only.start()[0]);
  }

  private String upgrade(int number) {
    return problem.upgrades().get(number).id();
  }

  /** Quick, so that many pins that keep to the rules take no time. */
  private boolean areDoubtful() {
    return Check.of(problem, fixed).violations().stream()
            .anyMatch(one -> one.rule() != Violation.Rule.PRECEDENCE)
        || problem.precedences().stream().anyMatch(this::isBetweenPins);
  }

  private boolean isBetweenPins(Precedence rule) {
    return Stream.of(rule.before(), rule.after())
        .allMatch(id -> fixed.assignments().stream().anyMatch(one -> one.upgrade().equals(id)));
  }

  /** What must come before and is not pinned can still be placed. */
  private List<Obstacle> obstacles(int upgrade) {
    Set<String> pinned =
        fixed.assignments().stream().map(Assignment::upgrade).collect(Collectors.toSet());
    return Explainer.obstacles(problem, fixed, pin(upgrade)).stream()
        .filter(one -> one.kind() != Obstacle.Kind.BEFORE || pinned.contains(one.name()))
        .toList();
  }

  private List<Obstacle> tooEarly(int upgrade) {
    int[] ends = earliestEnds();
    List<Obstacle> found = new ArrayList<>();
    for (Neighbour one : model.before[upgrade]) {
      int last = model.start(upgrade, 0) - one.lag();
      int end = ends[one.upgrade()];
      if (end > last) {
        found.add(
            new TooLate(
                upgrade(one.upgrade()), last, end >= NEVER ? Optional.empty() : Optional.of(end)));
      }
    }
    return found;
  }

  private List<Obstacle> homeless(Board board, int upgrade) {
    return Stream.of(model.before[upgrade])
        .filter(one -> !board.isPlaced(one.upgrade()))
        .<Obstacle>map(one ->
            new TooLate(
                upgrade(one.upgrade()), model.start(upgrade, 0) - one.lag(), Optional.empty()))
        .toList();
  }

  /** When each could have ended, if nothing were shared. */
  private int[] earliestEnds() {
    int[] ends = new int[model.size];
    for (int u : model.inOrder()) {
      int first = 0;
      for (Neighbour one : model.before[u]) {
        first = Math.max(first, ends[one.upgrade()] + one.lag());
      }
      int from = first;
      int upgrade = u;
      ends[u] =
          IntStream.range(0, model.choices[u].size())
              .filter(which -> model.start(upgrade, which) >= from || model.isFixed[upgrade])
              .map(which -> model.end(upgrade, which))
              .min()
              .orElse(NEVER);
    }
    return ends;
  }
}
