package dev.evenkeel.judge.literal;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The median of a plain number's readings: it is beyond a limit when more than half of them are.
 */
record Level(List<Double> readings) implements Measure {
  Level {
    readings = readings.stream().sorted().toList();
  }

  @Override
  public double total() {
    return readings.size();
  }

  @Override
  public OptionalDouble level() {
    return readings.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(readings.get((readings.size() - 1) / 2));
  }

  @Override
  public double beyond(Limit limit) {
    return readings.stream()
        .filter(value -> limit.badAbove() ? value > limit.at() : value < limit.at())
        .count();
  }

  @Override
  public double allowed(Limit limit) {
    return 0.5;
  }

  @Override
  public boolean independent() {
    return false;
  }
}
