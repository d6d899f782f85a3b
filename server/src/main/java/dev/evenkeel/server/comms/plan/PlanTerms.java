package dev.evenkeel.server.comms.plan;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for all messages of an upgrade.
 *
 * @param communicator who keeps people informed while it runs, by name in the estate
 * @param beat how often a word comes while a run is under way
 * @param live name of the channel it comes on
 * @param speaker who speaks to customers in a crisis
 * @param contact whom to ask, or where
 * @param zone by whose clock times are told; empty for that of the systems
 * @param open whether the upgrade stands on the public status page
 * @param openTitle what it is called there
 */
public record PlanTerms(
    Optional<String> communicator,
    Duration beat,
    Optional<String> live,
    Optional<String> speaker,
    Optional<String> contact,
    Optional<String> feedback,
    Optional<String> changes,
    Optional<String> knownIssues,
    Optional<ZoneId> zone,
    boolean open,
    Optional<String> openTitle) {
  public static final Duration USUAL_BEAT = Duration.ofMinutes(30);

  static PlanTerms usual() {
    return new PlanTerms(
        Optional.empty(),
        USUAL_BEAT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }
}
