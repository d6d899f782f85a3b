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
   * day where it is known, security fixes none. A warranty is of the thing, and stays. What is over
   * is proposed to nobody: it would have to be cleared by hand.
   *
   * @param to the version that runs once it was carried out
   * @param today what lies before it is over
   */
  static Renewal of(
      EstateSystem system,
      String edition,
      String to,
      Optional<LocalDate> vendorEnd,
      LocalDate today) {
    Support now = Support.of(system);
    boolean done = now.version().equals(Optional.of(to));
    Support proposed =
        new Support(
            Optional.of(to),
            (done ? now.support() : now.support().flatMap(stated -> vendorEnd))
                .filter(day -> !day.isBefore(today)),
            (done ? now.security() : Optional.<LocalDate>empty())
                .filter(day -> !day.isBefore(today)),
            now.warranty());
    return new Renewal(system.name(), system.shownAs(), edition, now, proposed, vendorEnd);
  }
}
