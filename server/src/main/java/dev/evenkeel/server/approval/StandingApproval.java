package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change that is agreed to beforehand, each time it is made within these limits.
 *
 * @param process which the upgrade follows; those from before standing approvals named one have
 *     none, and cover nothing
 * @param runbook SHA-256 of its text
 * @param systems it may change; all when empty
 * @param mostClass the largest class of upgrade
 * @param mostRisk the highest score of an open risk, of 25
 * @param until when it ends by itself
 */
public record StandingApproval(
    long id,
    String title,
    Optional<ProcessEdition> process,
    String runbook,
    List<String> systems,
    UpgradeClass mostClass,
    int mostRisk,
    Instant until,
    String why,
    Actor by,
    Instant at,
    Optional<Instant> ended) {
  public StandingApproval {
    systems = List.copyOf(systems);
  }

  public boolean holds(Instant now) {
    return process.isPresent() && isOpen(now);
  }

  /** Whether nobody ended it and its time is not over; it may cover nothing all the same. */
  public boolean isOpen(Instant now) {
    return ended.isEmpty() && now.isBefore(until);
  }

  /** The same, as it is kept. */
  StandingApproval givenBy(Actor actor, Instant now, ProcessEdition follows) {
    return new StandingApproval(
        id,
        title,
        Optional.of(follows),
        runbook,
        systems,
        mostClass,
        mostRisk,
        until,
        why,
        actor,
        now,
        ended);
  }
}
