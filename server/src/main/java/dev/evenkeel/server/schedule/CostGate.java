package dev.evenkeel.server.schedule;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Obstacle;
import java.util.List;
import java.util.Set;

/** Keeps money from being spent before it is approved. */
public interface CostGate {

  /**
   * What is not approved of the upgrades that a change carries out.
   *
   * @param systems that are changed
   * @param to versions that they are brought to; an upgrade to another version is not meant
   * @return one for each upgrade; empty when all they cost is approved
   */
  List<Obstacle> unapproved(Set<String> systems, Set<String> to);

  /** The same of one upgrade. */
  List<Obstacle> unapproved(UpgradeId upgrade);
}
