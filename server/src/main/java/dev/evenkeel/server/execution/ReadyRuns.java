package dev.evenkeel.server.execution;

import dev.evenkeel.server.plan.UpgradeId;
import java.util.List;
import java.util.Optional;

/** Knows which runs in production only wait for somebody who starts them. */
public interface ReadyRuns {

  /** Made for an upgrade, and not waiting for a time of their own; the newest first. */
  List<RunId> of(UpgradeId upgrade);

  /** What a run carries out that waits to be started, by somebody or by its time. */
  Optional<UpgradeId> upgrade(RunId run);
}
