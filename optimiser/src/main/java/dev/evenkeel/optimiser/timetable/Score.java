package dev.evenkeel.optimiser.timetable;

import dev.evenkeel.optimiser.problem.Weights;

/**
 * What a timetable comes to, in whole units of money; less is better.
 *
 * @param downtime of the systems and of whoever depends on them
 * @param risk of the modes, of waiting and of being late
 * @param cost of the modes
 * @param deferred penalties for what is not planned
 */
public record Score(long downtime, long risk, long cost, long deferred) {

  public long total(Weights weights) {
    return weights.downtime() * downtime + weights.risk() * risk + weights.cost() * cost + deferred;
  }

  Score plus(Score other) {
    return new Score(
        downtime + other.downtime, risk + other.risk, cost + other.cost, deferred + other.deferred);
  }
}
