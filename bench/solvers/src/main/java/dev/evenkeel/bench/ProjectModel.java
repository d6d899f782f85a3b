package dev.evenkeel.bench;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import dev.evenkeel.optimiser.project.Project;
import java.time.Duration;

/** A project as CP-SAT likes it best: an interval for each job, a cumulative for each resource. */
final class ProjectModel {

  /**
   * What came of it.
   *
   * @param length of the shortest found
   * @param isProven whether none is shorter
   */
  record Solved(long length, boolean isProven, Duration took) {}

  private ProjectModel() {}

  static Solved solve(Project project, Duration time) {
    Stopwatch watch = new Stopwatch(time);
    CpModel model = new CpModel();
    int jobs = project.shape().jobs();
    int horizon = project.longest();
    IntVar[] start = new IntVar[jobs];
    IntervalVar[] interval = new IntervalVar[jobs];
    IntVar end = model.newIntVar(0, horizon, "");
    for (int job = 0; job < jobs; job++) {
      int length = project.length()[job];
      start[job] = model.newIntVar(0, horizon - length, "");
      interval[job] = model.newFixedSizeIntervalVar(start[job], length, "");
      model.addLessOrEqual(LinearExpr.affine(start[job], 1, length), end);
      for (int before : project.before().get(job)) {
        model.addLessOrEqual(
            LinearExpr.affine(start[before], 1, project.length()[before]), start[job]);
      }
    }
    for (int r = 0; r < project.capacity().length; r++) {
      CumulativeConstraint all = model.addCumulative(project.capacity()[r]);
      for (int job = 0; job < jobs; job++) {
        if (project.need()[job][r] > 0) {
          all.addDemand(interval[job], project.need()[job][r]);
        }
      }
    }
    model.minimize(end);
    CpSat sat = new CpSat();
    CpSolverStatus status = sat.solve(model, watch.left(), () -> {});
    long length = CpSat.isAnswer(status) ? Math.round(sat.solver.objectiveValue()) : horizon;
    return new Solved(length, status == CpSolverStatus.OPTIMAL, watch.elapsed());
  }
}
