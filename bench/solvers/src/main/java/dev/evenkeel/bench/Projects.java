package dev.evenkeel.bench;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.project.Project;
import dev.evenkeel.optimiser.project.ProjectProblem;
import dev.evenkeel.optimiser.project.Shape;
import dev.evenkeel.optimiser.search.Plan;
import dev.evenkeel.optimiser.search.Planner;
import dev.evenkeel.optimiser.timetable.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Generated projects of the kind of PSPLIB: how near the optimiser comes to what CP-SAT alone
 * proves to be shortest.
 */
final class Projects {
  private static final int SEEDS = 2;

  /** How much longer CP-SAT may take, so that there are many proofs. */
  private static final int FOR_PROOFS = 10;

  /** Of one project. */
  private record Row(
      Shape shape, long length, ProjectModel.Solved proven, Duration lastBetter, Duration took) {
    boolean isShortest() {
      return length == proven.length();
    }

    double deviation() {
      return 100.0 * (length - proven.length()) / proven.length();
    }
  }

  private Projects() {}

  /**
   * @param args seconds for each, 3 when not given; jobs, 30 when not given
   */
  public static void main(String[] args) {
    Duration time = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 3);
    int jobs = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    CpSat.load();
    List<Row> rows = new ArrayList<>();
    for (Shape shape : Shape.all(jobs)) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        rows.add(row(Project.of(shape, seed), time));
        System.err.printf("%d of 96: %s%n", rows.size(), rows.getLast());
      }
    }
    System.out.printf(
        "%n%d jobs, %d s for Evenkeel, at most %d s for the proof%n%n"
            + "| projects | how many | proven by CP-SAT | Evenkeel as short | average deviation | largest | CP-SAT took | last better one after |%n"
            + "|---|---:|---:|---:|---:|---:|---:|---:|%n",
        jobs, time.toSeconds(), FOR_PROOFS * time.toSeconds());
    print("all", rows);
    print(rows, "NC", Shape::complexity);
    print(rows, "RF", Shape::factor);
    print(rows, "RS", Shape::strength);
  }

  private static Row row(Project project, Duration time) {
    Problem problem = ProjectProblem.of(project);
    long[] better = {Long.MAX_VALUE, 0};
    Stopwatch watch = new Stopwatch(time);
    Planner planner =
        new Planner(
            problem,
            time,
            System::nanoTime,
            progress -> {
              if (progress.total() < better[0]) {
                better[0] = progress.total();
                better[1] = progress.elapsed().toMillis();
              }
            });
    Plan plan = planner.run(project.seed());
    Duration took = watch.elapsed();
    Check.Checked checked = Check.of(problem, plan.timetable());
    if (!checked.isValid() || checked.score().deferred() > 0) {
      throw new IllegalStateException("Not a whole timetable: " + problem.name());
    }
    return new Row(
        project.shape(),
        ProjectProblem.length(checked.score().total(problem.weights())),
        ProjectModel.solve(project, time.multipliedBy(FOR_PROOFS)),
        Duration.ofMillis(better[1]),
        took);
  }

  private static void print(List<Row> rows, String name, Function<Shape, Double> of) {
    rows.stream()
        .map(row -> of.apply(row.shape()))
        .distinct()
        .sorted()
        .forEach(value ->
            print(
                name + " " + value,
                rows.stream()
                    .filter(row -> of.apply(row.shape()).equals(value))
                    .collect(Collectors.toList())));
  }

  /** Deviations are counted where the optimum is known. */
  private static void print(String name, List<Row> rows) {
    List<Row> proven = rows.stream().filter(row -> row.proven().isProven()).toList();
    System.out.printf(
        "| %s | %d | %d | %d | %.2f %% | %.2f %% | %.2f s | %.2f s |%n",
        name,
        rows.size(),
        proven.size(),
        proven.stream().filter(Row::isShortest).count(),
        proven.stream().mapToDouble(Row::deviation).average().orElse(0),
        proven.stream().mapToDouble(Row::deviation).max().orElse(0),
        proven.stream().mapToLong(row -> row.proven().took().toMillis()).average().orElse(0) / 1e3,
        proven.stream().mapToLong(row -> row.lastBetter().toMillis()).average().orElse(0) / 1e3);
  }
}
