package dev.evenkeel.calendar;

import java.time.Duration;
import java.time.Instant;

/** From an instant to before another, never empty. */
public record Span(Instant from, Instant to) {
  public Span {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("%s to %s is no time at all".formatted(from, to));
    }
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** Whether all of another lies inside. */
  public boolean holds(Span other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  public boolean meets(Span other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** What two that meet have in common. */
  public Span within(Span other) {
    return new Span(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
