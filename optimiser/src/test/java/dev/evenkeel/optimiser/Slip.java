package dev.evenkeel.optimiser;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.problem.Upgrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What comes in between once a timetable is made. */
public final class Slip {
  private Slip() {}

  public static Problem takesLonger(Problem problem, String upgrade, int slots) {
    return with(problem, upgrade, 0, mode -> longer(mode, slots));
  }

  public static Problem cannotStartBefore(Problem problem, String upgrade, int slot) {
    return with(problem, upgrade, slot, mode -> mode);
  }

  public static Problem lacks(Problem problem, String resource, int many, int from, int to) {
    return with(
        problem,
        problem.upgrades(),
        problem.resources().stream()
            .map(one -> one.id().equals(resource) ? fewer(one, many, from, to) : one)
            .toList(),
        problem.freezes());
  }

  public static Problem freeze(Problem problem, int from, int to) {
    List<Freeze> freezes = new ArrayList<>(problem.freezes());
    freezes.add(new Freeze("new", Optional.empty(), from, to, Optional.empty(), Optional.of(true)));
    return with(problem, problem.upgrades(), problem.resources(), freezes);
  }

  private static Resource fewer(Resource resource, int many, int from, int to) {
    List<Amount> pieces = new ArrayList<>();
    for (Amount amount : resource.capacity()) {
      int first = Math.clamp(from, amount.from(), amount.to());
      int last = Math.clamp(to, first, amount.to());
      pieces.add(new Amount(amount.from(), first, amount.amount()));
      pieces.add(new Amount(first, last, Math.max(0, amount.amount() - many)));
      pieces.add(new Amount(last, amount.to(), amount.amount()));
    }
    return new Resource(
        resource.id(), pieces.stream().filter(one -> one.from() < one.to()).toList());
  }

  private static Mode longer(Mode mode, int slots) {
    return new Mode(
        mode.id(),
        mode.release(),
        mode.work() + slots,
        mode.buffer(),
        mode.rollback(),
        mode.down(),
        mode.cost(),
        mode.riskCost(),
        mode.needs(),
        mode.calendar());
  }

  private static Problem with(
      Problem problem, String upgrade, int release, UnaryOperator<Mode> change) {
    return with(
        problem,
        problem.upgrades().stream()
            .map(one -> one.id().equals(upgrade) ? changed(one, release, change) : one)
            .toList(),
        problem.resources(),
        problem.freezes());
  }

  private static Upgrade changed(Upgrade one, int release, UnaryOperator<Mode> change) {
    return new Upgrade(
        one.id(),
        one.system(),
        one.from(),
        one.to(),
        Math.max(release, one.release()),
        one.deadline(),
        one.exposurePerDay(),
        one.latePerDay(),
        one.lateGrowth(),
        one.deferPenalty(),
        one.budget(),
        one.modes().stream().map(change).toList());
  }

  private static Problem with(
      Problem problem, List<Upgrade> upgrades, List<Resource> resources, List<Freeze> freezes) {
    return new Problem(
        problem.format(),
        problem.name(),
        problem.start(),
        problem.slotMinutes(),
        problem.horizonSlots(),
        problem.weights(),
        problem.calendars(),
        freezes,
        problem.profiles(),
        problem.systems(),
        resources,
        problem.budgets(),
        problem.groups(),
        upgrades,
        problem.precedences());
  }
}
