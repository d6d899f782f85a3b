package dev.evenkeel.server.people;

import dev.evenkeel.estate.Stakeholder.Engagement;
import dev.evenkeel.estate.Stakeholder.StakeholderClass;
import java.util.List;
import java.util.Optional;

/** What people add to the register of stakeholders, beside those whom the estate knows. */
public record Stakes(List<Stake> rows) {
  public static final Stakes EMPTY = new Stakes(List.of());

  public Stakes {
    rows = List.copyOf(rows);
  }

  /**
   * Somebody who has a stake in the upgrade. One of the name of an entry of the estate says more of
   * that one.
   *
   * @param contact whom to talk to
   * @param uses how they use the system
   * @param affected how the upgrade affects them
   * @param engagement how closely they are kept in touch
   */
  public record Stake(
      String name,
      StakeholderClass who,
      Optional<String> contact,
      Optional<String> uses,
      Optional<String> affected,
      Engagement engagement) {}
}
