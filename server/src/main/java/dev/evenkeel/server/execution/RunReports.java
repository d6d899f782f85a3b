package dev.evenkeel.server.execution;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells how runs in production stand. */
public interface RunReports {

  /** Those that are under way, and those that ended after a moment; the newest first. */
  List<RunReport> underWayOrEndedSince(Instant moment);

  /** When the last run in production that was made for an upgrade went back or was broken off. */
  Optional<Instant> lastInVain(UpgradeId upgrade);

  /** Whether a run carries this upgrade out. */
  boolean carriesOut(RunReport run, Upgrade upgrade);
}
