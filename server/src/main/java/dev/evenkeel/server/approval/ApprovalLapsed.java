package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.Upgrade;
import java.util.Collection;
import java.util.List;

/**
 * What was agreed to, or asked for, became something else. Published in the transaction that writes
 * it down.
 *
 * @param people who asked, who agreed and who sees to the change
 */
public record ApprovalLapsed(
    Upgrade upgrade, Standing standing, Lapse lapse, Collection<String> people) {
  public ApprovalLapsed {
    people = List.copyOf(people);
  }
}
