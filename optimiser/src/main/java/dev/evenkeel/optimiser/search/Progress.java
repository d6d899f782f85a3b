package dev.evenkeel.optimiser.search;

import java.time.Duration;

/**
 * How far planning has come.
 *
 * @param elapsed since it began
 * @param total the objective of the best timetable so far
 * @param bound what no timetable falls below
 * @param planned how many upgrades have a place in it
 */
public record Progress(Duration elapsed, long total, long bound, int planned) {

  /** How much better than the best so far a timetable could at most be: 0.01 is one per cent. */
  public double gap() {
    return total == 0 ? 0 : Math.max(0, (double) (total - bound) / total);
  }
}
