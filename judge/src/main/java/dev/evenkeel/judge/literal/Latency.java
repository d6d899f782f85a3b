package dev.evenkeel.judge.literal;

import java.util.OptionalDouble;

/** A quantile of response times: it is above a limit when more than 1 − quantile are slower. */
record Latency(Times times, double quantile) implements Measure {

  @Override
  public double total() {
    return times.total();
  }

  @Override
  public OptionalDouble level() {
    return times.quantile(quantile);
  }

  @Override
  public double beyond(Limit limit) {
    double upTo = times.upTo(limit.at());
    return limit.badAbove() ? total() - upTo - times.untold(limit.at()) : upTo;
  }

  @Override
  public double untold(Limit limit) {
    return times.untold(limit.at());
  }

  @Override
  public double allowed(Limit limit) {
    return limit.badAbove() ? 1 - quantile : quantile;
  }

  @Override
  public boolean independent() {
    return true;
  }
}
