package dev.evenkeel.server.tasks;

import java.util.Map;
import java.util.Set;

/** Whoever keeps the teams of upgrades tells here who has which part in them. */
public interface Seats {
  /** By the number of the upgrade the roles somebody has in its team, also as a stand-in. */
  Map<Long, Set<Owner>> of(String person);

  /** The roles that anybody has in the team of that upgrade. */
  Set<Owner> taken(long upgrade);
}
