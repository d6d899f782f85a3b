package dev.evenkeel.server.plan;

import dev.evenkeel.estate.EstateSystem;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the estate says of a system, and what it should say once an upgrade was carried out.
 *
 * @param edition of the entry that was looked at
 * @param vendorEnd the last day the vendor looks after the new version, when that is known
 */
public record Renewal(
    String system,
    String title,
    String edition,
    Support now,
    Support proposed,
    Optional<LocalDate> vendorEnd) {

  /** What runs, and until when it is looked after. */
  public record Support(
      Optional<String> version,
      Optional<LocalDate> support,
      Optional<LocalDate> security,
      Optional<LocalDate> warranty) {
    static Support of(EstateSystem system) {
      return new Support(
          system.version(), system.supportEnd(), system.securityEnd(), system.warrantyEnd());
    }
  }

  /** Whether the entry names the new version already. */
  public boolean isDone() {
    return now.version().equals(proposed.version());
  }

  /**
   * Ends that were stated of the old version say nothing of the new one: support takes the vendor's
   * day where it is known, security fixes none. A warranty is of the thing, and stays.
   *
   * @param to the version that runs once it was carried out
   */
  static Renewal of(EstateSystem system, String edition, String to, Optional<LocalDate> vendorEnd) {
    Support now = Support.of(system);
    Support proposed =
        now.version().equals(Optional.of(to))
            ? now
            : new Support(
                Optional.of(to),
                now.support().flatMap(stated -> vendorEnd),
                Optional.empty(),
                now.warranty());
    return new Renewal(system.name(), system.shownAs(), edition, now, proposed, vendorEnd);
  }
}
