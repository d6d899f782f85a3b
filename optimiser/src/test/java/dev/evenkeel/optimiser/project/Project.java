package dev.evenkeel.optimiser.project;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A project with scarce resources, all of which is to be done as soon as possible: the problem of
 * the public library PSPLIB, drawn after its published parameters. The same shape and seed make the
 * same project.
 *
 * @param before of each job, those that come right before it; their numbers are lower
 * @param length of each job, 1 to 10
 * @param need of each job for each resource, 0 to 10
 * @param capacity of each resource
 */
public record Project(
    Shape shape,
    long seed,
    List<List<Integer>> before,
    int[] length,
    int[][] need,
    int[] capacity) {
  private static final int LONGEST = 10;
  private static final int MOST = 10;

  public static Project of(Shape shape, long seed) {
    RandomGenerator random = new SplittableRandom(31 * shape.hashCode() + seed);
    List<List<Integer>> before = Network.of(shape, random);
    int[] length = shape.each().map(job -> random.nextInt(1, LONGEST + 1)).toArray();
    int[][] need = needs(shape, random);
    return new Project(shape, seed, before, length, need, capacity(shape, before, length, need));
  }

  /** Every job needs something; who needs what else is drawn until there is as much as said. */
  private static int[][] needs(Shape shape, RandomGenerator random) {
    int[][] need = new int[shape.jobs()][shape.resources()];
    int wanted = (int) Math.round(shape.factor() * shape.jobs() * shape.resources());
    for (int[] job : need) {
      job[random.nextInt(job.length)] = random.nextInt(1, MOST + 1);
    }
    for (int there = shape.jobs(); there < wanted; ) {
      int[] job = need[random.nextInt(need.length)];
      int resource = random.nextInt(job.length);
      if (job[resource] == 0) {
        job[resource] = random.nextInt(1, MOST + 1);
        there++;
      }
    }
    return need;
  }

  private static int[] capacity(
      Shape shape, List<List<Integer>> before, int[] length, int[][] need) {
    int[] start = earliest(before, length);
    int[] capacity = new int[shape.resources()];
    for (int r = 0; r < capacity.length; r++) {
      int resource = r;
      int least = Arrays.stream(need).mapToInt(job -> job[resource]).max().orElse(0);
      int[] used = new int[Arrays.stream(length).sum()];
      for (int job = 0; job < length.length; job++) {
        for (int slot = start[job]; slot < start[job] + length[job]; slot++) {
          used[slot] += need[job][resource];
        }
      }
      int enough = Arrays.stream(used).max().orElse(0);
      capacity[r] = least + (int) Math.round(shape.strength() * (enough - least));
    }
    return capacity;
  }

  private static int[] earliest(List<List<Integer>> before, int[] length) {
    int[] start = new int[length.length];
    for (int job = 0; job < length.length; job++) {
      start[job] =
          before.get(job).stream().mapToInt(one -> start[one] + length[one]).max().orElse(0);
    }
    return start;
  }

  /** When each job can start if there is enough of everything. */
  public int[] earliest() {
    return earliest(before, length);
  }

  /** No project takes longer: one job after the other. */
  public int longest() {
    return Arrays.stream(length).sum();
  }

  /** Jobs that come before no other. */
  public int[] last() {
    return shape
        .each()
        .filter(job -> before.stream().noneMatch(list -> list.contains(job)))
        .toArray();
  }

  IntStream jobs() {
    return shape.each();
  }
}
