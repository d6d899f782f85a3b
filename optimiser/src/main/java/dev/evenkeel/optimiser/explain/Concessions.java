package dev.evenkeel.optimiser.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Collects, slot by slot, what would have to give; one rule alone first, then two at once. */
final class Concessions {
  private static final int MOST_RULES = 2;
  private static final int MOST = 5;

  /** Where a set of rules has to give least. */
  private record Least(List<Barrier> barriers, Place place, long minutes) {
    Set<String> names() {
      return barriers.stream()
          .map(one -> one.kind() + " " + one.name())
          .collect(Collectors.toSet());
    }
  }

  private static final Comparator<Least> ORDER =
      Comparator.comparingInt((Least one) -> one.barriers().size())
          .thenComparingLong(Least::minutes)
          .thenComparingLong(one -> one.place().total())
          .thenComparingInt(one -> one.place().start());

  private final Map<Set<String>, Least> least = new HashMap<>();

  /**
   * @param met all that keeps the upgrade from a slot
   * @param below places that cost as much as this are of no use
   */
  void look(List<Barrier> met, int start, long below, Supplier<Place> at) {
    if (met.size() > MOST_RULES) {
      return;
    }
    long minutes = 0;
    for (Barrier barrier : met) {
      minutes = Math.min(Barrier.NEVER, minutes + barrier.gives().applyAsLong(start));
    }
    Place place = at.get();
    if (minutes < Barrier.NEVER && place.total() < below) {
      Least found = new Least(met, place, minutes);
      least.merge(found.names(), found, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
    }
  }

  /** Two are told only where neither of them alone would do with less. */
  List<Concession> told() {
    List<Least> told = new ArrayList<>();
    for (Least one : least.values().stream().sorted(ORDER).toList()) {
      boolean isNew =
          told.stream()
              .noneMatch(other ->
                  one.names().containsAll(other.names()) && other.minutes() <= one.minutes());
      boolean hasRoom =
          told.stream().filter(other -> other.barriers().size() == one.barriers().size()).count()
              < MOST;
      if (isNew && hasRoom) {
        told.add(one);
      }
    }
    return told.stream()
        .map(one ->
            new Concession(
                one.place(),
                one.minutes(),
                one.barriers().stream()
                    .map(barrier -> barrier.at().apply(one.place().start()))
                    .toList()))
        .toList();
  }
}
