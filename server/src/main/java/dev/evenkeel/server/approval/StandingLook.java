package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.LineChanges;
import java.util.List;
import java.util.Optional;

/**
 * A standing approval as it stands now.
 *
 * @param holds whether it covers anything at all
 * @param runbook name of the runbook whose text it binds, when a run was taken in with it
 * @param changed what is another by now than what was agreed to
 */
public record StandingLook(
    StandingApproval approval, boolean holds, Optional<String> runbook, List<Changed> changed) {
  public StandingLook {
    changed = List.copyOf(changed);
  }

  /** A text that is another by now, a sentence of it, and its lines. */
  public record Changed(String says, LineChanges lines) {}
}
