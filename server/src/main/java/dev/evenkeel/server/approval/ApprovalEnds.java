package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.Upgrade;
import java.util.Collection;
import java.util.List;

/**
 * What was agreed to ends soon, and no run of it began.
 *
 * @param people who asked and who sees to the change
 */
public record ApprovalEnds(Upgrade upgrade, Standing standing, Collection<String> people) {
  public ApprovalEnds {
    people = List.copyOf(people);
  }
}
