package dev.evenkeel.optimiser.project;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which job comes before which, always from a lower number to a higher one. None follows from
 * others: where a comes before b and b before c, a before c is not said.
 */
final class Network {
  private static final int MOST_NEIGHBOURS = 3;
  private static final int TRIES = 2_000;

  private final Shape shape;
  private final RandomGenerator random;

  /** Who comes after each, at once or later. */
  private final BitSet[] later;

  private final List<List<Integer>> before = new ArrayList<>();
  private final List<List<Integer>> after = new ArrayList<>();
  private int arcs;

  private Network(Shape shape, RandomGenerator random) {
    this.shape = shape;
    this.random = random;
    later = new BitSet[shape.jobs()];
    shape
        .each()
        .forEach(job -> {
          later[job] = new BitSet();
          before.add(new ArrayList<>());
          after.add(new ArrayList<>());
        });
  }

  /** Of each job, those that come right before it. */
  static List<List<Integer>> of(Shape shape, RandomGenerator random) {
    while (true) {
      Network network = new Network(shape, random);
      if (network.drawn()) {
        return network.before;
      }
    }
  }

  private boolean drawn() {
    for (int job = shape.ends(); job < shape.jobs(); job++) {
      int one = job;
      if (!join(IntStream.range(0, Math.min(job, firstEnd())).mapToObj(i -> new int[] {i, one}))) {
        return false;
      }
    }
    for (int job = firstEnd() - 1; job >= 0; job--) {
      int one = job;
      if (after.get(job).isEmpty()
          && !join(
              IntStream.range(Math.max(job + 1, shape.ends()), shape.jobs())
                  .mapToObj(i -> new int[] {one, i}))) {
        return false;
      }
    }
    for (int tries = 0; arcs < shape.arcs() && tries < TRIES; tries++) {
      int to = random.nextInt(shape.ends(), shape.jobs());
      int from = random.nextInt(Math.min(to, firstEnd()));
      if (isFree(from, to)) {
        add(from, to);
      }
    }
    return arcs == shape.arcs();
  }

  private int firstEnd() {
    return shape.jobs() - shape.ends();
  }

  /** Adds one of these arcs. */
  private boolean join(Stream<int[]> arcs) {
    List<int[]> free = arcs.filter(arc -> isFree(arc[0], arc[1])).toList();
    if (free.isEmpty()) {
      return false;
    }
    int[] arc = free.get(random.nextInt(free.size()));
    add(arc[0], arc[1]);
    return true;
  }

  /** Whether there is room for an arc that neither follows from others nor makes one follow. */
  private boolean isFree(int from, int to) {
    return after.get(from).size() < MOST_NEIGHBOURS
        && before.get(to).size() < MOST_NEIGHBOURS
        && !later[from].get(to)
        && shape
            .each()
            .filter(first -> first == from || later[first].get(from))
            .noneMatch(first ->
                after.get(first).stream().anyMatch(next -> next == to || later[to].get(next)));
  }

  private void add(int from, int to) {
    arcs++;
    after.get(from).add(to);
    before.get(to).add(from);
    shape
        .each()
        .filter(first -> first == from || later[first].get(from))
        .forEach(first -> {
          later[first].set(to);
          later[first].or(later[to]);
        });
  }
}
