package dev.evenkeel.bench;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.time.Duration;

/** Runs CP-SAT with as many workers as everybody has threads. */
final class CpSat {
  static final int WORKERS = 2;

  final CpSolver solver = new CpSolver();

  static {
    Loader.loadNativeLibraries();
  }

  /** Makes the class, and with it the native library, be there. */
  static void load() {}

  CpSolverStatus solve(CpModel model, Duration time, Runnable onSolution) {
    solver
        .getParameters()
        .setMaxTimeInSeconds(Math.max(0.01, time.toNanos() / 1e9))
        .setNumWorkers(WORKERS);
    return solver.solve(
        model,
        new CpSolverSolutionCallback() {
          @Override
          public void onSolutionCallback() {
            onSolution.run();
          }
        });
  }

  static boolean isAnswer(CpSolverStatus status) {
    return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
  }

  /** Whole numbers only: what lies a little above one is the next. */
  long bound() {
    return (long) Math.ceil(solver.bestObjectiveBound() - 1e-4);
  }
}
