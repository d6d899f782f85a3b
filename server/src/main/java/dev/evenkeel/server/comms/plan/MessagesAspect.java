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
    boolean begins = !ready.of(upgrade.id()).isEmpty() && notice.isMissing(upgrade);
    if (upgrade.isOver() || (window.isEmpty() && !begins)) {
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
    if (begins && !late) {
      blockers.add(
          new Blocker(
              "A run is ready to start. %s".formatted(AdvanceNotice.UNSAID),
              AdvanceNotice.WAY_OUT,
              PATH));
    }
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
}
