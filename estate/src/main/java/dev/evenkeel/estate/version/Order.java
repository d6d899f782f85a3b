package dev.evenkeel.estate.version;

import java.util.List;

/** What a scheme made of the text of a version. Compared only with orders of the same scheme. */
interface Order extends Comparable<Order> {

  /** The numbers of the release as digits without leading zeros, the most significant first. */
  List<String> numbers();

  /** Whether it comes before the release of these numbers. */
  boolean preRelease();

  /** Raised when the numbers begin anew, so numbers under different ones say nothing together. */
  default String epoch() {
    return "0";
  }
}
