package dev.evenkeel.server.plan;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was learned before, and what still follows once an upgrade was carried out. */
@Component
@Order(90)
class FollowUpAspect implements UpgradeAspect {
  private static final String PATH = "afterwards";

  private final FollowUpDesk desk;

  FollowUpAspect(FollowUpDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "Afterwards", Phase.LOOK_BACK));
  }

  @Override
  public Look look(Upgrade upgrade) {
    if (!desk.isCarriedOut(upgrade)) {
      int lessons = desk.lessons(upgrade).size();
      return new Look(
          lessons == 0
              ? List.of()
              : List.of(
                  new Answer(
                      "Learned before",
                      lessons == 1 ? "One lesson" : lessons + " lessons",
                      "of upgrades of the same systems",
                      "",
                      PATH)),
          List.of());
    }
    return new Look(List.of(), List.of());
  }

  @Override
  public List<Blocker> left(Upgrade upgrade) {
    List<String> old =
        desk.renewals(upgrade).stream().filter(one -> !one.isDone()).map(Renewal::title).toList();
    return old.isEmpty()
        ? List.of()
        : List.of(
            new Blocker(
                "The estate still says the old version of %s.".formatted(String.join(", ", old)),
                "Write down what runs now, and until when it is looked after.",
                PATH));
  }
}
