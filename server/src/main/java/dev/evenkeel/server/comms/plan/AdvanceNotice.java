package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.plan.Upgrade;
import org.springframework.stereotype.Component;

/** Whether people were told of an upgrade ahead, or somebody answered for it that they are not. */
@Component
class AdvanceNotice {
  static final String UNSAID = "No advance notice was sent; it is due at least a week before.";
  static final String WAY_OUT = "Send it now, or skip it with a reason.";

  private final MessageDesk desk;

  AdvanceNotice(MessageDesk desk) {
    this.desk = desk;
  }

  boolean isMissing(Upgrade upgrade) {
    return !upgrade.isOver()
        && !desk.isPractice(upgrade.id())
        && !desk.of(upgrade).hasAnsweredForNotice();
  }
}
