package dev.evenkeel.server.schedule.timetable;

import dev.evenkeel.server.plan.UpgradeId;
import java.util.Collection;
import java.util.List;

/** Who knows which costs nobody has approved: they are named to whoever agrees on a timetable. */
public interface UnapprovedCosts {

  /**
   * Costs without an approval that holds.
   *
   * @param says them with their upgrade and why, in words
   */
  record Unapproved(UpgradeId upgrade, String title, long total, String currency, String says) {}

  /** Of these upgrades; empty when all they cost is approved. */
  List<Unapproved> of(Collection<UpgradeId> upgrades);
}
