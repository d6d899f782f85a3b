package dev.evenkeel.bench;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import dev.evenkeel.bench.Instance.Before;
import dev.evenkeel.bench.Instance.Place;
import dev.evenkeel.bench.Instance.Use;
import java.util.ArrayList;
import java.util.List;

/**
 * What a timetable is worth to Timefold, kept up with every change. Hard: how much of everything is
 * used beyond what there is, and by how much precedences are broken. Soft: the objective.
 */
public final class TimefoldScore
    implements IncrementalScoreCalculator<TimefoldPlan, HardSoftScore> {
  private static final int LEFT_OUT = 100;

  /** Money is counted in thousandths of what there is, so that it does not outweigh all else. */
  private static final int MONEY = 1_000;

  private Instance instance;
  private List<int[]> left;
  private long[][] money;
  private Place[] chosen;
  private List<List<Before>> rules;
  private long hard;
  private long soft;

  /** For Timefold. */
  public TimefoldScore() {}

  @Override
  public void resetWorkingSolution(TimefoldPlan plan) {
    instance = plan.getInstance();
    left = instance.rows.stream().map(int[]::clone).toList();
    money =
        instance.problem.budgets().stream()
            .map(one -> one.periods().stream().mapToLong(period -> period.amount()).toArray())
            .toArray(long[][]::new);
    chosen = new Place[instance.size];
    rules = new ArrayList<>();
    chosenNone();
    for (TimefoldUpgrade upgrade : plan.getUpgrades()) {
      change(upgrade.getNumber(), upgrade.getPlace());
    }
  }

  private void chosenNone() {
    hard = 0;
    soft = 0;
    for (int u = 0; u < instance.size; u++) {
      rules.add(new ArrayList<>());
      soft -= instance.deferPenalty(u);
    }
    for (Before rule : instance.precedences) {
      rules.get(rule.first()).add(rule);
      rules.get(rule.then()).add(rule);
    }
  }

  @Override
  public void beforeVariableChanged(Object entity, String variable) {}

  @Override
  public void afterVariableChanged(Object entity, String variable) {
    TimefoldUpgrade upgrade = (TimefoldUpgrade) entity;
    change(upgrade.getNumber(), upgrade.getPlace());
  }

  @Override
  public HardSoftScore calculateScore() {
    return HardSoftScore.of(hard, soft);
  }

  private void change(int upgrade, Place to) {
    Place from = chosen[upgrade];
    if (from == to) {
      return;
    }
    hard += broken(upgrade);
    if (from != null) {
      use(from, -1);
      soft += from.cost() - instance.deferPenalty(upgrade);
    }
    chosen[upgrade] = to;
    if (to != null) {
      use(to, 1);
      soft -= to.cost() - instance.deferPenalty(upgrade);
    }
    hard -= broken(upgrade);
  }

  private void use(Place place, int times) {
    for (Use use : instance.uses(place)) {
      int[] there = left.get(use.row());
      int amount = times * use.amount();
      for (int slot = place.start(); slot < instance.until(place, use); slot++) {
        int was = there[slot];
        there[slot] = was - amount;
        hard += Math.min(0, was - amount) - Math.min(0, was);
      }
    }
    int budget = instance.budget[place.upgrade()];
    int period = instance.period(place.upgrade(), place.start());
    long limit = instance.limit(place.upgrade(), period);
    long was = money[budget][period];
    money[budget][period] = was - times * instance.money(place);
    hard += over(was, limit) - over(money[budget][period], limit);
  }

  private static long over(long left, long limit) {
    return left >= 0 ? 0 : 1 + MONEY * -left / Math.max(1, limit);
  }

  private long broken(int upgrade) {
    long broken = 0;
    for (Before rule : rules.get(upgrade)) {
      Place first = chosen[rule.first()];
      Place then = chosen[rule.then()];
      if (then != null) {
        broken +=
            first == null ? LEFT_OUT : Math.max(0, first.end() + rule.lag() - then.start());
      }
    }
    return broken;
  }
}
