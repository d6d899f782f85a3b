package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;

/**
 * What was done of an upgrade outside of Evenkeel, as somebody states it.
 *
 * @param number counts the statements on an upgrade, from 1
 * @param who did it, by that statement
 * @param when, by that statement
 * @param by who states it
 */
public record Stated(
    UpgradeId upgrade,
    int number,
    Kind kind,
    String says,
    String who,
    Instant when,
    Actor by,
    Instant at) {

  /** What can be stated. */
  public enum Kind {
    STARTED("It was started"),
    PAUSED("It was paused, to be checked"),
    RESUMED("It went on"),
    FINISHED("It was finished"),
    ROLLED_BACK("It went back"),
    /** Something that does not change where it stands. */
    DONE("Done");

    private final String says;

    Kind(String says) {
      this.says = says;
    }

    public String says() {
      return says;
    }

    boolean moves() {
      return this != DONE;
    }
  }
}
