package dev.evenkeel.optimiser.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private final List<Least> found = new ArrayList<>();

  /** Begins with a mode and the rules it meets. */
  OfMode ofMode(List<Barrier> barriers) {
    return new OfMode(barriers);
  }

  /** Of one mode, so that rules are known by their numbers. */
  final class OfMode {
    private final List<Barrier> barriers;
    private final Map<BitSet, Least> least = new HashMap<>();

    private OfMode(List<Barrier> barriers) {
      this.barriers = barriers;
    }

    /**
     * @param met all that keeps the upgrade from a place; kept
     */
    void look(BitSet met, Place place) {
      if (met.cardinality() <= MOST_RULES) {
        List<Barrier> rules = met.stream().mapToObj(barriers::get).toList();
        long minutes = 0;
        for (Barrier rule : rules) {
          minutes = Math.min(Barrier.NEVER, minutes + rule.gives().applyAsLong(place.start()));
        }
        if (minutes < Barrier.NEVER) {
          least.merge(
              met, new Least(rules, place, minutes), (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
        }
      }
    }

    void end() {
      found.addAll(least.values());
    }
  }

  /** Two are told only where neither of them alone would do with less. */
  List<Concession> told() {
    List<Least> told = new ArrayList<>();
    for (Least one : found.stream().sorted(ORDER).toList()) {
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
