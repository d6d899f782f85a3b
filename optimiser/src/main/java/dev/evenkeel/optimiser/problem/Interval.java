package dev.evenkeel.optimiser.problem;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Slots from the first to before the last. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"from", "to"})
public record Interval(int from, int to) {

  /** Whether all of another lies inside. */
  public boolean holds(int first, int end) {
    return from <= first && end <= to;
  }

  public boolean meets(int first, int end) {
    return first < to && from < end;
  }
}
