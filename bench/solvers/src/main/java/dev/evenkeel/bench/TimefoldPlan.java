package dev.evenkeel.bench;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.score.HardSoftScore;
import dev.evenkeel.bench.Instance.Place;
import java.util.List;
import java.util.stream.IntStream;

/** A timetable as Timefold has it. */
@PlanningSolution
public final class TimefoldPlan {
  @ProblemFactProperty private Instance instance;
  @PlanningEntityCollectionProperty private List<TimefoldUpgrade> upgrades;
  @PlanningScore private HardSoftScore score;

  /** For Timefold. */
  public TimefoldPlan() {}

  TimefoldPlan(Instance instance, Place[] first) {
    this.instance = instance;
    upgrades =
        IntStream.range(0, instance.size)
            .mapToObj(u -> new TimefoldUpgrade(u, instance.places.get(u), first[u]))
            .toList();
  }

  public Instance getInstance() {
    return instance;
  }

  public List<TimefoldUpgrade> getUpgrades() {
    return upgrades;
  }

  public HardSoftScore getScore() {
    return score;
  }

  public void setScore(HardSoftScore score) {
    this.score = score;
  }

  Place[] chosen() {
    return upgrades.stream().map(TimefoldUpgrade::getPlace).toArray(Place[]::new);
  }
}
