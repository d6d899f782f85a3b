package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.Upgrade;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether people were told of an upgrade ahead, for when it happens, or somebody answered for it
 * that they are not. In practice nobody is told.
 */
@Component
class AdvanceNotice {
  private final MessageDesk desk;
  private final ToldStore told;
  private final UpgradeWindows windows;
  private final RunReports runs;
  private final Clock clock;

  AdvanceNotice(
      MessageDesk desk, ToldStore told, UpgradeWindows windows, RunReports runs, Clock clock) {
    this.desk = desk;
    this.told = told;
    this.windows = windows;
    this.runs = runs;
    this.clock = clock;
  }

  Optional<NoticeFault> fault(Upgrade upgrade) {
    return counting(upgrade).flatMap(one -> NoticeFault.of(one, clock.instant()));
  }

  /** That it begins at another time than people were told, by a notice with nothing else wrong. */
  Optional<NoticeFault> ofAnotherTime(Upgrade upgrade, Instant begins) {
    return counting(upgrade)
        .filter(one -> NoticeFault.of(one, clock.instant()).isEmpty())
        .flatMap(one -> NoticeFault.at(one, begins));
  }

  /** For when people were told, as long as that counts. */
  Optional<Window> told(Upgrade upgrade) {
    return counting(upgrade).flatMap(NoticeFault.Case::stands).map(Told::window);
  }

  private Optional<NoticeFault.Case> counting(Upgrade upgrade) {
    return upgrade.isOver() || desk.isPractice(upgrade.id())
        ? Optional.empty()
        : Optional.of(
            new NoticeFault.Case(
                desk.of(upgrade),
                told.last(upgrade.id()),
                runs.lastInVain(upgrade.id()),
                windows.of(upgrade)));
  }
}
