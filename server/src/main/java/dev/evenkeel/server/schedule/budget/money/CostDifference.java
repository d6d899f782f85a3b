package dev.evenkeel.server.schedule.budget.money;

import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is different between costs that were approved and those there are, in words. */
public final class CostDifference {
  private CostDifference() {}

  /** Empty when nothing is. */
  public static List<String> between(SignedCosts before, SignedCosts now) {
    List<String> says = new ArrayList<>();
    if (!before.budget().equals(now.budget())) {
      says.add("Paid from %s, approved was %s.".formatted(named(now), named(before)));
    }
    if (!before.currency().equals(now.currency())) {
      says.add("Counted in %s, approved was %s.".formatted(now.currency(), before.currency()));
    }
    List<Cost> gone = new ArrayList<>(before.costs());
    List<Cost> added = new ArrayList<>();
    for (Cost cost : now.costs()) {
      if (!gone.remove(cost)) {
        added.add(cost);
      }
    }
    for (Cost cost : added) {
      Optional<Cost> old = gone.stream().filter(one -> isSameThing(one, cost)).findFirst();
      says.add(
          old.map(one ->
                  "%s: %,d, approved was %,d.".formatted(thing(cost), cost.amount(), one.amount()))
              .orElseGet(
                  () -> "%s: %,d, which nobody approved.".formatted(thing(cost), cost.amount())));
      old.ifPresent(gone::remove);
    }
    gone.forEach(
        cost -> says.add("%s: no longer, approved was %,d.".formatted(thing(cost), cost.amount())));
    Set<Integer> numbers = new TreeSet<>();
    before.phases().forEach(one -> numbers.add(one.phase()));
    now.phases().forEach(one -> numbers.add(one.phase()));
    numbers.stream()
        .filter(one -> !phase(before, one).equals(phase(now, one)))
        .forEach(one ->
            says.add(
                "Phase %d is %s, approved was %s."
                    .formatted(one, phase(now, one), phase(before, one))));
    return says;
  }

  private static String phase(SignedCosts costs, int number) {
    return costs.phases().stream()
        .filter(one -> one.phase() == number)
        .findFirst()
        .map(PhaseWords::of)
        .orElse("at the start");
  }

  private static String named(SignedCosts costs) {
    return costs.budget().orElse("no budget");
  }

  private static boolean isSameThing(Cost one, Cost other) {
    return one.kind() == other.kind()
        && one.phase() == other.phase()
        && one.what().equals(other.what());
  }

  private static String thing(Cost cost) {
    return "%s in phase %d%s"
        .formatted(
            KindWords.capital(cost.kind()),
            cost.phase(),
            cost.what().map(what -> " (%s)".formatted(what)).orElse(""));
  }
}
