package dev.evenkeel.optimiser.project;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Budget;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Mode.Need;
import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Profile;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.problem.Weights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A project as a problem of timetables, its length being the objective to the last unit: a slot is
 * a day, and only the end, which takes a day and comes after all else, costs something: one for
 * each day until it is done. Everything is open always; to leave something out costs more than any
 * timetable.
 */
public final class ProjectProblem {
  private static final int DAY = 1_440;

  /** The end takes a day itself. */
  private static final int END = 1;

  private ProjectProblem() {}

  public static Problem of(Project project) {
    int horizon = project.longest() + END;
    long penalty = 10L * horizon;
    int jobs = project.shape().jobs();
    return new Problem(
        Problem.FORMAT,
        "project %s, seed %d".formatted(project.shape(), project.seed()),
        Instant.parse("2027-01-01T00:00:00Z"),
        DAY,
        horizon,
        new Weights(1, 1, 1),
        List.of(new Calendar("always", List.of(new Interval(0, horizon)))),
        List.of(),
        List.of(new Profile("none", Collections.nCopies(24 * horizon, 0))),
        IntStream.rangeClosed(0, jobs).mapToObj(ProjectProblem::system).toList(),
        IntStream.range(0, project.capacity().length)
            .mapToObj(
                r -> new Resource("r" + r, List.of(new Amount(0, horizon, project.capacity()[r]))))
            .toList(),
        List.of(new Budget("none", List.of(new Amount(0, horizon, 0)))),
        List.of(),
        Stream.concat(
                project
                    .jobs()
                    .mapToObj(job ->
                        upgrade(job, project.length()[job], needs(project, job), 0, penalty)),
                Stream.of(upgrade(jobs, END, List.of(), 1, penalty)))
            .toList(),
        precedences(project));
  }

  /** How long the project takes in a timetable of this total, in which nothing is left out. */
  public static long length(long total) {
    return total - END;
  }

  private static PlannedSystem system(int job) {
    return new PlannedSystem("s" + job, "Job " + job, "always", "none", 0, List.of());
  }

  private static List<Need> needs(Project project, int job) {
    return IntStream.range(0, project.capacity().length)
        .filter(r -> project.need()[job][r] > 0)
        .mapToObj(r -> new Need("r" + r, project.need()[job][r]))
        .toList();
  }

  private static Upgrade upgrade(
      int job, int length, List<Need> needs, int exposurePerDay, long penalty) {
    Mode only = new Mode("only", 0, length, 0, 0, List.of(), 0, 0, needs, Optional.empty());
    return new Upgrade(
        "u" + job,
        "s" + job,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        exposurePerDay,
        0,
        0,
        penalty,
        "none",
        List.of(only));
  }

  private static List<Precedence> precedences(Project project) {
    List<Precedence> all = new ArrayList<>();
    project
        .jobs()
        .forEach(job ->
            project
                .before()
                .get(job)
                .forEach(one -> all.add(new Precedence("u" + one, "u" + job, 0, "order"))));
    for (int job : project.last()) {
      all.add(new Precedence("u" + job, "u" + project.shape().jobs(), 0, "end"));
    }
    return all;
  }
}
