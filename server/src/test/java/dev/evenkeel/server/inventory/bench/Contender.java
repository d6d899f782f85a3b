package dev.evenkeel.server.inventory.bench;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One way to find out who is affected, and how long it took each time. */
final class Contender {
  private final String name;
  private final IntFunction<Supplier<IntStream>> answer;
  private long[] nanos = {};

  /**
   * @param answer to a system; what it gives is asked for its systems after the time is taken
   */
  Contender(String name, IntFunction<Supplier<IntStream>> answer) {
    this.name = name;
    this.answer = answer;
  }

  /** The systems affected, by number. */
  int[] ask(int system) {
    long began = System.nanoTime();
    var affected = answer.apply(system);
    nanos = Arrays.copyOf(nanos, nanos.length + 1);
    nanos[nanos.length - 1] = System.nanoTime() - began;
    return affected.get().sorted().toArray();
  }

  void forget() {
    nanos = new long[] {};
  }

  /** A row of the table. */
  String row() {
    var millis = Arrays.stream(nanos).mapToDouble(time -> time / 1e6).toArray();
    return "| %s | %.2f ms | %.2f ms | %.2f ms |"
        .formatted(name, percentile(millis, 50), percentile(millis, 99), percentile(millis, 100));
  }

  /** The smallest of these that so many in a hundred of them do not exceed. */
  static double percentile(double[] values, int percent) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
