package dev.evenkeel.demo.proxy;

/**
 * What a node is to get.
 *
 * @param weight percent of what a normal node gets, 0 to 100
 */
public record Share(NodeState state, double weight) {

  /** A normal node. */
  public static final Share FULL = new Share(NodeState.READY, 100);

  public Share {
    if (!(weight >= 0 && weight <= 100)) {
      throw new IllegalArgumentException(
          "weight is %s; it must be from 0 to 100 (percent of a normal node)".formatted(weight));
    }
  }

  boolean takesRequests() {
    return state == NodeState.READY && weight > 0;
  }
}
