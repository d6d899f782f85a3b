package dev.evenkeel.runbook.shape;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.grammar.Grammar;

/**
 * Limits of a single value, as written; empty texts limit nothing.
 *
 * @param atLeast the smallest value
 * @param atMost the largest value
 */
public record Range(String atLeast, String atMost) {
  static final Range ALL = new Range("", "");

  /**
   * @param value made by the grammar
   */
  boolean holds(Object value, Grammar grammar) {
    return (atLeast.isEmpty() || compare(value, atLeast, grammar) >= 0)
        && (atMost.isEmpty() || compare(value, atMost, grammar) <= 0);
  }

  @SuppressWarnings("unchecked") // a grammar makes values of one type
  private static int compare(Object value, String limit, Grammar grammar) {
    Object read = grammar.read(new Value.Scalar(limit, Where.NOWHERE)).orElseThrow();
    return ((Comparable<Object>) value).compareTo(read);
  }

  /** In words, such as {@code from 1 to 5}. */
  public String describe() {
    if (atMost.isEmpty()) {
      return "at least " + atLeast;
    }
    return atLeast.isEmpty() ? "at most " + atMost : "from %s to %s".formatted(atLeast, atMost);
  }
}
