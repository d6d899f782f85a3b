package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.search.WishRefused.Finding;
import dev.evenkeel.optimiser.timetable.Assignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Wishes in numbers, as the search needs them. */
final class Wished {
  /** Where an upgrade is: its mode by its place in the upgrade, and its first slot. */
  record Spot(int mode, int start) {}

  final int now;
  final long moveCost;
  private final Problem problem;
  private final Map<String, Integer> numbers;
  private final Map<Integer, Spot> near = new HashMap<>();
  private final Set<Integer> wasPlaced = new HashSet<>();
  private final Map<Integer, Spot> fixed = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param numbers of the upgrades
   * @throws WishRefused when a pin, or something that has begun, is not in the problem
   */
  Wished(Problem problem, Wishes wishes, Map<String, Integer> numbers) {
    this.problem = problem;
    this.numbers = numbers;
    now = wishes.now();
    moveCost = wishes.moveCost().orElseGet(() -> Wishes.usualMoveCost(problem, wishes.near()));
    wishes.near().assignments().forEach(this::was);
    List<Assignment> begunSoFar = wishes.begun();
    begunSoFar.forEach(this::fix);
    wishes.pins().stream().filter(pin -> pin.start() >= now).forEach(this::fix);
    if (!findings.isEmpty()) {
      throw new WishRefused(findings);
    }
    begunSoFar.stream().map(one -> numbers.get(one.upgrade())).forEach(begun::add);
  }

  /** What is no longer in the problem is forgotten; a mode that is no longer there is left. */
  private void was(Assignment one) {
    Integer number = numbers.get(one.upgrade());
    if (number != null) {
      wasPlaced.add(number);
      spot(number, one).ifPresent(spot -> near.put(number, spot));
    }
  }

  private Optional<Spot> spot(int number, Assignment one) {
    List<Mode> modes = problem.upgrades().get(number).modes();
    return modes.stream()
        .filter(mode -> mode.id().equals(one.mode()))
        .findFirst()
        .map(mode -> new Spot(modes.indexOf(mode), one.start()));
  }

  private void fix(Assignment one) {
    Integer number = numbers.get(one.upgrade());
    if (number == null) {
      refuse(one, "There is no upgrade %s.".formatted(one.upgrade()));
      return;
    }
    Upgrade upgrade = problem.upgrades().get(number);
    Optional<Spot> spot = spot(number, one);
    if (spot.isEmpty()) {
      refuse(one, "%s has no mode %s.".formatted(one.upgrade(), one.mode()));
    } else if (one.start() < 0
        || one.start() + upgrade.modes().get(spot.get().mode()).length() > problem.horizonSlots()) {
      refuse(one, "%s in slot %d leaves the horizon.".formatted(one.upgrade(), one.start()));
    } else if (!isPeriod(upgrade, one.start())) {
      refuse(
          one,
          "%s starts in slot %d, in no period of %s."
              .formatted(one.upgrade(), one.start(), upgrade.budget()));
    } else if (fixed.containsKey(number)) {
      refuse(one, "%s is pinned twice.".formatted(one.upgrade()));
    } else {
      fixed.put(number, spot.get());
    }
  }

  private boolean isPeriod(Upgrade upgrade, int start) {
    return problem.budgets().stream()
        .filter(budget -> budget.id().equals(upgrade.budget()))
        .flatMap(budget -> budget.periods().stream())
        .anyMatch(period -> period.isAt(start));
  }

  private void refuse(Assignment one, String says) {
    findings.add(new Finding(one, says, List.of()));
  }

  /** Where an upgrade must stand. */
  Optional<Spot> fixed(int upgrade) {
    return Optional.ofNullable(fixed.get(upgrade));
  }

  boolean isBegun(int upgrade) {
    return begun.contains(upgrade);
  }

  /** Where an upgrade was, if it could still be there. */
  Optional<Spot> near(int upgrade) {
    return Optional.ofNullable(near.get(upgrade));
  }

  /** Whether an upgrade would no longer be where it was. */
  boolean isMoved(int upgrade, int mode, int start) {
    Spot was = near.get(upgrade);
    boolean stays = was != null && was.mode() == mode && was.start() == start;
    return wasPlaced(upgrade) && !stays;
  }

  /** Whether an upgrade had a place, and may move. */
  boolean wasPlaced(int upgrade) {
    return wasPlaced.contains(upgrade) && !fixed.containsKey(upgrade);
  }
}
