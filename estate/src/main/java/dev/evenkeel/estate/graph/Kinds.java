package dev.evenkeel.estate.graph;

import java.util.Objects;

/**
 * Kinds of dependencies to look at. A kind is a number from 0 to 63; what it means is the caller's.
 *
 * @param bits bit n stands for kind n
 */
public record Kinds(long bits) {
  public static final Kinds ALL = new Kinds(-1L);

  /** How many kinds there can be. */
  static final int MOST = Long.SIZE;

  public static Kinds of(int... kinds) {
    long bits = 0;
    for (int kind : kinds) {
      bits |= 1L << Objects.checkIndex(kind, MOST);
    }
    return new Kinds(bits);
  }

  public boolean contains(int kind) {
    return (bits >>> kind & 1) != 0;
  }
}
