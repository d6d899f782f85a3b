package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.GateObjection;
import dev.evenkeel.server.plan.MomentObjection;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Moments;
import dev.evenkeel.server.shared.Obstacle;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A plan that says when notice is given is not yet the notice: the go-live checklist asks for it,
 * and nothing begins at another time than people were told.
 */
@Component
class NoticeObjection implements GateObjection, MomentObjection {
  private final AdvanceNotice notice;
  private final MessageDesk desk;

  NoticeObjection(AdvanceNotice notice, MessageDesk desk) {
    this.notice = notice;
    this.desk = desk;
  }

  @Override
  public Optional<Objection> against(Upgrade upgrade, Gate gate) {
    return gate == Gate.COMMUNICATION
        ? notGiven(desk.of(upgrade))
            .or(() -> notice.fault(upgrade).map(NoticeObjection::words))
            .map(says -> new Objection(says, path(upgrade)))
        : Optional.empty();
  }

  @Override
  public Optional<Obstacle> against(Upgrade upgrade, Instant begins) {
    return notice
        .ofAnotherTime(upgrade, begins)
        .map(fault ->
            Obstacle.of(
                new Obstacle.Clearing(
                    "notice",
                    "Advance notice of upgrade %s".formatted(upgrade.id()),
                    "A communicator tells people of the new time.",
                    Optional.of(path(upgrade))),
                "Upgrade %s: %s".formatted(upgrade.id(), words(fault))));
  }

  /** Why nobody can know what they will be told. */
  private static Optional<String> notGiven(MessagePlan plan) {
    if (plan.isGiven()) {
      return Optional.empty();
    }
    return plan.missing()
        .map("%s When that is right, give the plan out."::formatted)
        .or(() ->
            Optional.of(
                plan.given()
                    .map(given ->
                        "The plan of messages is another one than %s gave out on %s. Give it out again."
                            .formatted(given.by(), Moments.at(given.at())))
                    .orElse("The plan of messages was not given out. Give it out.")));
  }

  private static String words(NoticeFault fault) {
    return "%s %s".formatted(fault.says(), fault.wayOut());
  }

  private static String path(Upgrade upgrade) {
    return "/upgrades/%s/%s".formatted(upgrade.id(), MessagesAspect.PATH);
  }
}
