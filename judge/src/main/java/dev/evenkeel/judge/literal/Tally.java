package dev.evenkeel.judge.literal;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Requests and the failed ones among them. A failure is a request, also when the counter of
 * requests does not show it yet.
 *
 * @param occasions on how many occasions requests failed: those of users each by itself, those of
 *     one look of a probe all together
 */
record Tally(double total, double failed, double occasions) implements Growing<Tally>, Measure {
  Tally {
    total = Math.max(total, failed);
  }

  static Tally ofUsers(double requests, double failed) {
    return new Tally(requests, failed, failed);
  }

  static Tally ofOneLook(double requests, double failed) {
    return new Tally(requests, failed, failed > 0 ? 1 : 0);
  }

  static Tally sum(Collection<Tally> tallies) {
    return new Tally(
        tallies.stream().mapToDouble(Tally::total).sum(),
        tallies.stream().mapToDouble(Tally::failed).sum(),
        tallies.stream().mapToDouble(Tally::occasions).sum());
  }

  @Override
  public Optional<Tally> since(Tally earlier) {
    return total < earlier.total || failed < earlier.failed
        ? Optional.empty()
        : Optional.of(ofUsers(total - earlier.total, failed - earlier.failed));
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
  public double occasions(Limit limit) {
    return limit.badAbove() ? occasions : beyond(limit);
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
