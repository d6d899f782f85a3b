package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time in slots, and back. */
public record SlotGrid(Instant start, int minutes, int slots) {
  public static SlotGrid of(Problem problem) {
    return new SlotGrid(problem.start(), problem.slotMinutes(), problem.horizonSlots());
  }

  public Instant at(int slot) {
    return start.plus(Duration.ofMinutes((long) minutes * slot));
  }

  public Span range() {
    return new Span(start, at(slots));
  }

  /** The first slot that begins at an instant or later; may lie outside. */
  public int from(Instant instant) {
    return Math.clamp(
        Math.ceilDiv(Duration.between(start, instant).toSeconds(), 60L * minutes),
        -1,
        Integer.MAX_VALUE);
  }

  /** The last slot that has begun at an instant; may lie outside. */
  public int holding(Instant instant) {
    return Math.clamp(
        Math.floorDiv(Duration.between(start, instant).toSeconds(), 60L * minutes),
        -1,
        Integer.MAX_VALUE);
  }

  /** How many slots something takes. */
  public int length(Duration duration) {
    return Math.toIntExact(Math.ceilDiv(duration.toSeconds(), 60L * minutes));
  }

  /** Slots that lie inside a span as a whole. */
  public Optional<Interval> inside(Span span) {
    return interval(from(span.from()), holding(span.to()));
  }

  /** Slots that a span touches. */
  public Optional<Interval> around(Span span) {
    return interval(holding(span.from()), from(span.to()));
  }

  private Optional<Interval> interval(int from, int to) {
    int first = Math.max(0, from);
    int end = Math.min(slots, to);
    return first < end ? Optional.of(new Interval(first, end)) : Optional.empty();
  }
}
