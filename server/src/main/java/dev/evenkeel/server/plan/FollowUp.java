package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;

/**
 * What followed from an upgrade.
 *
 * @param says a sentence
 * @param path of the page that shows it
 */
public record FollowUp(
    UpgradeId upgrade, Kind kind, String says, String path, Actor by, Instant at) {

  /** What can follow. */
  public enum Kind {
    /** The estate says what runs now, and until when it is looked after. */
    ESTATE,
    /** The next upgrade stands on the schedule. */
    NEXT
  }
}
