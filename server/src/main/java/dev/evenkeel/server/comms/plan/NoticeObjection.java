package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.GateObjection;
import dev.evenkeel.server.plan.Upgrade;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A plan that says when notice is given is not yet the notice: the go-live checklist asks for it.
 */
@Component
class NoticeObjection implements GateObjection {
  private final AdvanceNotice notice;
  private final MessageDesk desk;

  NoticeObjection(AdvanceNotice notice, MessageDesk desk) {
    this.notice = notice;
    this.desk = desk;
  }

  @Override
  public Optional<Objection> against(Upgrade upgrade, Gate gate) {
    return gate == Gate.COMMUNICATION && desk.of(upgrade).isGiven() && notice.isMissing(upgrade)
        ? Optional.of(
            new Objection(
                "%s %s".formatted(AdvanceNotice.UNSAID, AdvanceNotice.WAY_OUT),
                "/upgrades/%s/%s".formatted(upgrade.id(), MessagesAspect.PATH)))
        : Optional.empty();
  }
}
