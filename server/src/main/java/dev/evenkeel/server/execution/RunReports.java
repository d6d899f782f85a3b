package dev.evenkeel.server.execution;

import dev.evenkeel.server.plan.Upgrade;
import java.time.Instant;
import java.util.List;

/** Tells how runs in production stand. */
public interface RunReports {

  /** Those that are under way, and those that ended after a moment; the newest first. */
  List<RunReport> underWayOrEndedSince(Instant moment);

  /** Whether a run carries this upgrade out. */
  boolean carriesOut(RunReport run, Upgrade upgrade);
}
