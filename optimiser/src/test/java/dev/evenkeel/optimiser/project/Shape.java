package dev.evenkeel.optimiser.project;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a generated project is like; the parameters of Kolisch, Sprecher and Drexl,
 * "Characterization and generation of a general class of resource-constrained project scheduling
 * problems", Management Science 41 (1995).
 *
 * @param jobs without start and end of the project
 * @param resources of which there is the same at any time
 * @param complexity arcs that do not follow from others for each node, start and end included (NC)
 * @param factor share of the resources that a job needs on average (RF)
 * @param strength how plentiful resources are (RS): 0 is just enough for each job by itself, 1 is
 *     enough for all to start as early as their predecessors let them
 */
public record Shape(int jobs, int resources, double complexity, double factor, double strength) {

  /** The 48 combinations of the sets J30 and J60 of PSPLIB: four resources. */
  public static List<Shape> all(int jobs) {
    return Stream.of(1.5, 1.8, 2.1)
        .flatMap(nc ->
            Stream.of(0.25, 0.5, 0.75, 1.0)
                .flatMap(
                    rf -> Stream.of(0.2, 0.5, 0.7, 1.0).map(rs -> new Shape(jobs, 4, nc, rf, rs))))
        .toList();
  }

  /** How many jobs the project starts with, and how many it ends with. */
  int ends() {
    return jobs < 10 ? 2 : 3;
  }

  /** Arcs between jobs; those of start and end are not among them. */
  int arcs() {
    return (int) Math.round(complexity * (jobs + 2)) - 2 * ends();
  }

  IntStream each() {
    return IntStream.range(0, jobs);
  }
}
