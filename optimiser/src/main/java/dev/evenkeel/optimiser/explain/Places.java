package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Pricing;
import dev.evenkeel.optimiser.timetable.Score;

/** What an upgrade comes to in each place. */
final class Places {
  private final Problem problem;
  private final Upgrade upgrade;
  private final Pricing.Table pricing;

  Places(Problem problem, Upgrade upgrade) {
    this.problem = problem;
    this.upgrade = upgrade;
    pricing = new Pricing(problem).table(upgrade.system());
  }

  long total(Mode mode, int start) {
    return pricing.of(upgrade, mode, start).total(problem.weights());
  }

  Place at(Mode mode, int start) {
    Score score = pricing.of(upgrade, mode, start);
    return new Place(
        mode.id(), start, start + mode.length(), score, score.total(problem.weights()));
  }
}
