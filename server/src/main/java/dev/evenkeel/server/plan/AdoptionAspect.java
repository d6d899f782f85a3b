package dev.evenkeel.server.plan;

import dev.evenkeel.server.tasks.SafetyDesk;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** That one only practises with an upgrade, or that it was taken over while it was under way. */
@Component
@Order(-9)
class AdoptionAspect implements UpgradeAspect {
  private static final String PATH = "adoption";

  private final AdoptionDesk desk;

  AdoptionAspect(AdoptionDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "Taken over, practice", Phase.PLAN));
  }

  @Override
  public Look look(Upgrade upgrade) {
    if (desk.stated(upgrade.id()).isEmpty()) {
      return new Look(List.of(), List.of());
    }
    long missing = desk.measures(upgrade.id()).stream().filter(SafetyDesk.Measure::missing).count();
    boolean paused = desk.isPaused(upgrade.id());
    return new Look(
        List.of(
            new Answer(
                "Taken over under way",
                paused ? "Paused, to be checked" : "As it was stated",
                missing == 0
                    ? "no safety measure is missing"
                    : missing + " safety measures missing",
                paused || missing > 0 ? "warn" : "",
                PATH)),
        missing == 0
            ? List.of()
            : List.of(
                new Blocker(
                    "%d safety %s missing."
                        .formatted(missing, missing == 1 ? "measure is" : "measures are"),
                    paused ? "Add them before it goes on." : "Pause it, and add them.",
                    PATH)));
  }
}
