package dev.evenkeel.estate.graph;

/**
 * A node that an upgrade reaches.
 *
 * @param hops length of the shortest path from it to what is upgraded, over nodes that are hit
 */
public record Affected(int node, int hops, Effect effect) {
  /** How bad it is. */
  public enum Effect {
    /** Something it depends on is missing. */
    HIT,
    /** Something it depends on is missing, and something else stands in for it. */
    WEAKENED
  }
}
