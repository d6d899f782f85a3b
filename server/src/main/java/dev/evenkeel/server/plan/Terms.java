package dev.evenkeel.server.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What people say of an upgrade.
 *
 * @param why why now
 * @param systems names of systems of the estate
 * @param owner the person who answers for it
 * @param goLive the day on which it happens
 * @param downtimeMinutes how long the systems are expected to be away
 * @param wayBack how one gets back to what was
 */
public record Terms(
    String title,
    String why,
    List<String> systems,
    String from,
    String to,
    UpgradeClass upgradeClass,
    String owner,
    Optional<LocalDate> goLive,
    Optional<Integer> downtimeMinutes,
    Optional<String> wayBack) {
  public Terms {
    systems = List.copyOf(systems);
  }

  /** The same on another day, or on none. */
  public Terms on(Optional<LocalDate> day) {
    return new Terms(
        title, why, systems, from, to, upgradeClass, owner, day, downtimeMinutes, wayBack);
  }
}
