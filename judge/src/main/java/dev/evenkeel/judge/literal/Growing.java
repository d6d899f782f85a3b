package dev.evenkeel.judge.literal;

import java.util.Optional;

/** Counters that only grow, until what they count starts again at 0. */
interface Growing<T> {

  /** Everything counted so far. */
  double total();

  /** What came since an earlier state; empty when the counters started again in between. */
  Optional<T> since(T earlier);
}
