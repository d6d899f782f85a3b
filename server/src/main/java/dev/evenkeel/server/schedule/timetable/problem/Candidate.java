package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import java.time.ZoneId;
import java.util.List;

/**
 * An upgrade that wants a place.
 *
 * @param zone in which its days are meant
 * @param workflows core workflows that are blocked while its systems are away
 */
public record Candidate(
    UpgradeId id,
    String title,
    List<String> systems,
    String from,
    String to,
    UpgradePlan plan,
    HourlyCost cost,
    Exposure exposure,
    ZoneId zone,
    List<String> workflows) {
  public Candidate {
    systems = List.copyOf(systems);
    workflows = List.copyOf(workflows);
  }

  /** As the problem calls it. */
  public String key() {
    return key(id);
  }

  public static String key(UpgradeId id) {
    return "u" + id;
  }

  public static UpgradeId id(String key) {
    return new UpgradeId(Long.parseLong(key.substring(1)));
  }
}
