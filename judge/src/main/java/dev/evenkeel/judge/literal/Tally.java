package dev.evenkeel.judge.literal;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Requests and the failed ones among them. A failure is a request, also when the counter of
 * requests does not show it yet.
 */
record Tally(double total, double failed) implements Growing<Tally>, Measure {
  Tally {
    total = Math.max(total, failed);
  }

  static Tally sum(Collection<Tally> tallies) {
    return new Tally(
        tallies.stream().mapToDouble(Tally::total).sum(),
        tallies.stream().mapToDouble(Tally::failed).sum());
  }

  @Override
  public Optional<Tally> since(Tally earlier) {
    return total < earlier.total || failed < earlier.failed
        ? Optional.empty()
        : Optional.of(new Tally(total - earlier.total, failed - earlier.failed));
  }

  @Override
  public OptionalDouble level() {
    return total > 0 ? OptionalDouble.of(failed / total) : OptionalDouble.empty();
  }

  @Override
  public double beyond(Limit limit) {
    return limit.badAbove() ? failed : total - failed;
  }

  @Override
  public double allowed(Limit limit) {
    return limit.badAbove() ? limit.at() : 1 - limit.at();
  }

  @Override
  public boolean independent() {
    return true;
  }
}
