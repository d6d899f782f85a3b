package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody decided about an upgrade.
 *
 * @param number counts the decisions on an upgrade, from 1
 * @param gate what was confirmed, or is not any more
 * @param why in words; of a review, what was learned
 * @param open of a review, why tasks stay open; empty when none did
 * @param about what the upgrade was when it was decided, such as {@code 10.1 → 11.0}
 */
public record Decision(
    UpgradeId upgrade,
    int number,
    Kind kind,
    Optional<Gate> gate,
    String why,
    Optional<String> open,
    String about,
    Actor by,
    Instant at) {

  /** What can be decided. */
  public enum Kind {
    CANCEL("It was cancelled"),
    REOPEN("It was opened again"),
    REVIEW("It was reviewed"),
    CONFIRM("It was confirmed"),
    WITHDRAW("It was taken back");

    private final String says;

    Kind(String says) {
      this.says = says;
    }

    public String says() {
      return says;
    }

    /** Whether it is about the upgrade as a whole. */
    public boolean ofTheWhole() {
      return this == CANCEL || this == REOPEN || this == REVIEW;
    }
  }
}
