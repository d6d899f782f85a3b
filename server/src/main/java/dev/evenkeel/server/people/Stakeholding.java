package dev.evenkeel.server.people;

import dev.evenkeel.estate.Stakeholder.Engagement;
import dev.evenkeel.estate.Stakeholder.StakeholderClass;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the register of stakeholders.
 *
 * @param path of the entry of the estate it is from; empty when somebody wrote it for this upgrade
 */
public record Stakeholding(
    String name,
    String title,
    StakeholderClass who,
    Optional<String> contact,
    Optional<String> uses,
    Optional<String> affected,
    Engagement engagement,
    Optional<String> path) {

  public boolean outside() {
    return who == StakeholderClass.EXTERNAL_SUPPLIERS || who == StakeholderClass.SERVICE_PARTNERS;
  }

  public String kind() {
    return who.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("qa and", "QA and");
  }

  public String level() {
    return engagement.name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing is known of what it means to them. */
  public boolean unknown() {
    return uses.isEmpty() || affected.isEmpty();
  }
}
