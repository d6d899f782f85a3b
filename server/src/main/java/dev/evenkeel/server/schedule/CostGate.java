package dev.evenkeel.server.schedule;

import dev.evenkeel.server.plan.UpgradeId;
import java.util.List;
import java.util.Set;

/** Keeps money from being spent before it is approved. */
public interface CostGate {

  /**
   * What is not approved of the upgrades that a change carries out.
   *
   * @param systems that are changed
   * @param to versions that they are brought to; an upgrade to another version is not meant
   * @return a line for each upgrade; empty when all they cost is approved
   */
  List<String> unapproved(Set<String> systems, Set<String> to);

  /** The same of one upgrade. */
  List<String> unapproved(UpgradeId upgrade);
}
