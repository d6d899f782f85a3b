package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.execution.ReadyRuns;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of its messages. */
@Component
@Order(20)
class MessagesAspect implements UpgradeAspect {
  static final String PATH = "messages";

  private final MessageDesk desk;
  private final UpgradeWindows windows;
  private final AdvanceNotice notice;
  private final ReadyRuns ready;
  private final Clock clock;

  MessagesAspect(
      MessageDesk desk,
      UpgradeWindows windows,
      AdvanceNotice notice,
      ReadyRuns ready,
      Clock clock) {
    this.notice = notice;
    this.ready = ready;
    this.desk = desk;
    this.windows = windows;
    this.clock = clock;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "Messages", Phase.CARRY_OUT));
  }

  @Override
  public Look look(Upgrade upgrade) {
    Optional<Window> window = windows.of(upgrade);
    Optional<NoticeFault> fault =
        ready.of(upgrade.id()).isEmpty() ? Optional.empty() : notice.fault(upgrade);
    if (upgrade.isOver() || (window.isEmpty() && fault.isEmpty())) {
      return new Look(List.of(), List.of());
    }
    MessagePlan plan = desk.of(upgrade);
    boolean late = plan.lateNotice(window, clock.instant()).isPresent();
    List<Blocker> blockers = new ArrayList<>();
    if (late) {
      blockers.add(
          new Blocker(
              "The advance notice is late: it should go out at least a week before, and it was not"
                  + " sent.",
              "Send it now and say why it is late, or skip it with a reason.",
              PATH));
    }
    fault
        .filter(_ -> !late)
        .ifPresent(one ->
            blockers.add(
                new Blocker(
                    "A run is ready to start. %s".formatted(one.says()), one.wayOut(), PATH)));
    long decided = plan.messages().stream().filter(Planned::isDecided).count();
    return new Look(
        List.of(
            new Answer(
                "Messages",
                plan.isGiven()
                    ? desk.isPractice(upgrade.id())
                        ? "The plan is ready; in practice it goes to nobody"
                        : "The plan was given to everybody"
                    : "%d of %d decided on".formatted(decided, plan.messages().size()),
                late ? "the advance notice is late" : "",
                late ? "bad" : plan.isGiven() ? "good" : "",
                PATH)),
        blockers);
  }

  @Override
  public List<Blocker> left(Upgrade upgrade) {
    boolean untold =
        !desk.isPractice(upgrade.id())
            && desk.of(upgrade).messages().stream().noneMatch(Planned::isDecided);
    return untold
        ? List.of(
            new Blocker(
                "Nobody was told of it: no message of its plan was sent or skipped.",
                "Send those on how it ended, and skip the others with a reason.",
                PATH))
        : List.of();
  }
}
