package dev.evenkeel.server.people;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody of the team said, or that the chart was given to all of them.
 *
 * @param person of whom it is; empty when the chart was given out
 * @param about the chart, or the window, it was said of: it holds for no other
 * @param by who wrote it down; often the person
 */
public record Answer(
    UpgradeId upgrade,
    Kind kind,
    Optional<String> person,
    String about,
    Optional<String> note,
    Actor by,
    Instant at) {

  /** What can be said. */
  public enum Kind {
    GIVEN_OUT("the chart of duties was given out"),
    ACKNOWLEDGED("has seen the chart of duties"),
    AVAILABLE("is there for the window"),
    NOT_AVAILABLE("is not there for the window");

    private final String says;

    Kind(String says) {
      this.says = says;
    }

    public String says() {
      return says;
    }

    boolean ofTheWindow() {
      return this == AVAILABLE || this == NOT_AVAILABLE;
    }
  }

  /** Whether somebody else wrote it down. */
  public boolean told() {
    return person.filter(one -> !one.equals(by.name())).isPresent();
  }
}
