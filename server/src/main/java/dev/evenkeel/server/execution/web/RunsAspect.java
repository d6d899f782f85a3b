package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.engine.SystemHours;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.shared.Moments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the runs of an upgrade among its pages, and says when windows and freezes keep them. */
@Component
@Order(15)
class RunsAspect implements UpgradeAspect {
  static final String PATH = "runs";
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final SystemHours hours;
  private final Clock clock;

  RunsAspect(SystemHours hours, Clock clock) {
    this.hours = hours;
    this.clock = clock;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "Runs", Phase.CARRY_OUT));
  }

  @Override
  public Look look(Upgrade upgrade) {
    return new Look(upgrade.isOver() ? List.of() : closed(upgrade), List.of());
  }

  /** That it is closed now blocks nobody's work: it is open when it is planned for. */
  private List<Answer> closed(Upgrade upgrade) {
    Set<String> systems = hours.known(upgrade.terms().systems());
    if (systems.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    return hours.against(systems, now, now.plus(AT_ONCE)).stream()
        .limit(1)
        .map(against ->
            new Answer(
                "Windows",
                hours
                    .openNext(systems, AT_ONCE, now)
                    .map(next -> "Closed now, open next " + Moments.at(next))
                    .orElse("Closed now; nobody knows when they are open next"),
                against.says(),
                "warn",
                PATH))
        .toList();
  }
}
