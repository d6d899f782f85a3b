package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.optimiser.explain.Explainer;
import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Pricing;
import dev.evenkeel.optimiser.timetable.Score;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.problem.Candidate;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;
import dev.evenkeel.server.shared.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What another place of an upgrade would change, with all others where they are.
 *
 * @param start the first slot that begins then or later
 * @param difference of the objective; less is better
 * @param conflicts all that keeps it from there; empty when it could stand there
 */
public record Tried(
    UpgradeId upgrade,
    Instant start,
    Instant end,
    String mode,
    Score score,
    long total,
    long difference,
    List<Obstacle> conflicts) {
  public Tried {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * @param wanted as it is done now when it is not said
   * @throws Refused when it is no place of the timetable
   */
  static Tried of(Solution solution, UpgradeId id, Instant start, Optional<String> wanted) {
    Problem problem = solution.problem();
    Upgrade upgrade = solution.upgrade(id);
    Optional<Assignment> here = solution.place(id);
    Mode mode =
        mode(
            id,
            upgrade,
            wanted.or(() -> here.map(Assignment::mode)).orElse(upgrade.modes().getFirst().id()));
    SlotGrid grid = solution.grid();
    int slot = grid.from(start);
    requireInside(grid, slot, mode, start);
    Pricing pricing = new Pricing(problem);
    Score score = pricing.of(upgrade, mode, slot);
    long total = score.total(problem.weights());
    long before =
        here.map(one ->
                pricing
                    .of(upgrade, upgrade.mode(one.mode()).orElseThrow(), one.start())
                    .total(problem.weights()))
            .orElse(upgrade.deferPenalty());
    return new Tried(
        id,
        grid.at(slot),
        grid.at(slot + mode.length()),
        mode.id(),
        score,
        total,
        total - before,
        Explainer.obstacles(
            problem, solution.timetable(), new Assignment(upgrade.id(), mode.id(), slot)));
  }

  private static Mode mode(UpgradeId id, Upgrade upgrade, String name) {
    return upgrade
        .mode(name)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.INVALID,
                "Upgrade %s is not planned the way '%s'. Take one of %s."
                    .formatted(
                        id,
                        name,
                        upgrade.modes().stream().map(Mode::id).collect(Collectors.joining(", ")))));
  }

  private static void requireInside(SlotGrid grid, int slot, Mode mode, Instant start) {
    if (slot < 0 || slot + mode.length() > grid.slots()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The timetable is from %s to %s; %s to %s is outside. Make one that looks further ahead."
              .formatted(
                  grid.at(0),
                  grid.at(grid.slots()),
                  start,
                  start.plus(Duration.ofMinutes((long) mode.length() * grid.minutes()))));
    }
  }

  /**
   * @param zone by whose clock it is told
   * @throws Refused with all that keeps it from there
   */
  void requireFree(Problem problem, ZoneId zone) {
    if (!conflicts.isEmpty()) {
      throw new Refused(
              Refused.Kind.NOT_NOW,
              "It cannot be there: %s."
                  .formatted(
                      conflicts.stream()
                          .map(new ObstacleWords(problem, zone)::says)
                          .collect(Collectors.joining("; "))))
          .with("upgrade", upgrade.value());
    }
  }

  /** The timetable with the upgrade there. */
  Timetable in(Solution solution) {
    String key = Candidate.key(upgrade);
    return new Timetable(
        Stream.concat(
                solution.timetable().assignments().stream()
                    .filter(one -> !one.upgrade().equals(key)),
                Stream.of(new Assignment(key, mode, solution.grid().from(start))))
            .toList());
  }
}
