package dev.evenkeel.demo.story;

import dev.evenkeel.demo.app.Fault;
import dev.evenkeel.demo.fleet.Release;

/**
 * One upgrade, carried out before the reader's eyes.
 *
 * @param crash whether the server is killed in the middle
 */
public record Act(Release from, Release to, boolean crash) {

  /** What must come out; anything else is worth a look. */
  Outcome expected() {
    return to.fault() == Fault.NONE ? Outcome.SUCCEEDED : Outcome.ROLLED_BACK;
  }

  String title() {
    if (crash) {
      return "Upgrading from %s to %s; the server will be killed on the way"
          .formatted(from.name(), to.name());
    }
    return to.fault() == Fault.NONE
        ? "Upgrading from %s to %s".formatted(from.name(), to.name())
        : "Upgrading from %s to %s, which %s".formatted(from.name(), to.name(), to.fault().says());
  }
}
