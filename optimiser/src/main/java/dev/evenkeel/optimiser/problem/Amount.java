package dev.evenkeel.optimiser.problem;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** How much there is of something during an interval: people of a team, money of a budget. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"from", "to", "amount"})
public record Amount(int from, int to, long amount) {

  public boolean isAt(int slot) {
    return from <= slot && slot < to;
  }
}
