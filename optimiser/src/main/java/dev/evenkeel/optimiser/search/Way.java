package dev.evenkeel.optimiser.search;

/**
 * What a mode takes.
 *
 * @param length slots
 * @param cost money, from the period in which it starts
 * @param row what it uses
 * @param amount how much of it
 * @param gap for how many slots after its end
 * @param real how many of the rows are limits themselves; those behind them follow from these
 */
record Way(int length, long cost, int[] row, int[] amount, int[] gap, int real) {

  /** Up to which slot the i-th row is used, from a start on. */
  int until(int i, int start, int horizon) {
    return Math.min(horizon, start + length + gap[i]);
  }
}
