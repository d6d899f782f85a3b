package dev.evenkeel.optimiser.search;

import java.time.Duration;

/**
 * How far planning has come.
 *
 * @param elapsed since it began
 * @param total the objective of the best timetable so far
 * @param bound what no timetable falls below; where one is to be stayed near, none that moves as
 *     few
 * @param planned how many upgrades have a place in it
 * @param moved how many are no longer where they were in the timetable to stay near
 */
public record Progress(Duration elapsed, long total, long bound, int planned, int moved) {

  /** How much better than the best so far a timetable could at most be: 0.01 is one per cent. */
  public double gap() {
    return total == 0 ? 0 : Math.max(0, (double) (total - bound) / total);
  }
}
