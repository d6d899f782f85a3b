package dev.evenkeel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Finds where a change of some length fits into what is open, in one piece. */
public final class SlotFinder {
  /** In one opening no more beginnings are priced; a longer one is looked at more coarsely. */
  static final int TRIES = 1_000;

  private final OpenTimes times;
  private final Duration length;

  /**
   * @throws CalendarUnfit if the change takes no time
   */
  public SlotFinder(OpenTimes times, Duration length) {
    if (!length.isPositive()) {
      throw new CalendarUnfit(
          Finding.error("length", "It is %s. A change takes some time; say how much.", length));
    }
    this.times = times;
    this.length = length;
  }

  /**
   * When it fits next.
   *
   * @param earliest where it fits first, if at all in the range
   * @param before why not before that, in order of time: freezes, closed times, openings too short
   */
  public record Next(Optional<Span> earliest, List<Reason> before) {
    public Next {
      before = List.copyOf(before);
    }
  }

  /**
   * The first openings in which it fits, by time, each with its cheapest place.
   *
   * @param from nothing begins before
   * @param step between beginnings that are compared
   * @param cost of a place, such as the demand meanwhile
   */
  public List<Slot> slots(Instant from, int most, Duration step, ToLongFunction<Span> cost) {
    return openings(from)
        .filter(opening -> opening.length().compareTo(length) >= 0)
        .limit(most)
        .map(opening -> cheapest(opening, step, cost))
        .toList();
  }

  public Next next(Instant from) {
    Optional<Span> earliest =
        openings(from)
            .filter(opening -> opening.length().compareTo(length) >= 0)
            .findFirst()
            .map(opening -> new Span(opening.from(), opening.from().plus(length)));
    Instant until = earliest.map(Span::from).orElse(times.range().to());
    if (!from.isBefore(until)) {
      return new Next(earliest, List.of());
    }
    List<Reason> before = new ArrayList<>();
    Span waiting = new Span(from, until);
    times.closed().stream().filter(reason -> reason.when().meets(waiting)).forEach(before::add);
    openings(from)
        .takeWhile(opening -> opening.from().isBefore(until))
        .forEach(opening -> before.add(new Reason.TooShort(length, opening)));
    before.sort(Comparator.comparing(reason -> reason.when().from()));
    return new Next(earliest, before);
  }

  private Stream<Span> openings(Instant from) {
    return times.open().stream()
        .filter(opening -> from.isBefore(opening.to()))
        .map(opening -> opening.from().isBefore(from) ? new Span(from, opening.to()) : opening);
  }

  private Slot cheapest(Span opening, Duration step, ToLongFunction<Span> cost) {
    Duration least = opening.length().dividedBy(TRIES).plusNanos(1);
    Duration apart = step.compareTo(least) < 0 ? least : step;
    Instant last = opening.to().minus(length);
    // An opening seldom ends a whole number of steps after it begins: the last place is tried, too.
    Slot best = slot(opening, last, cost);
    for (Instant begin = opening.from(); begin.isBefore(last); begin = begin.plus(apart)) {
      Slot other = slot(opening, begin, cost);
      if (other.cost() < best.cost()
          || other.cost() == best.cost() && begin.isBefore(best.span().from())) {
        best = other;
      }
    }
    return best;
  }

  private Slot slot(Span opening, Instant begin, ToLongFunction<Span> cost) {
    Span span = new Span(begin, begin.plus(length));
    return new Slot(opening, span, cost.applyAsLong(span));
  }
}
