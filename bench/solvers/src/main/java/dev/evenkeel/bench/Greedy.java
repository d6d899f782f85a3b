package dev.evenkeel.bench;

import dev.evenkeel.bench.Instance.Before;
import dev.evenkeel.bench.Instance.Place;
import dev.evenkeel.bench.Instance.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A first timetable that anybody would write: of all upgrades whose predecessors have their place,
 * the one that is dearest to leave out, as early as it fits.
 */
final class Greedy {
  private final Instance instance;
  private final List<int[]> left;
  private final Map<Long, Long> spent = new HashMap<>();
  private final Place[] chosen;

  private Greedy(Instance instance) {
    this.instance = instance;
    left = instance.rows.stream().map(int[]::clone).toList();
    chosen = new Place[instance.size];
  }

  static Place[] of(Instance instance) {
    Greedy greedy = new Greedy(instance);
    int[] waitsFor = new int[instance.size];
    instance.precedences.forEach(one -> waitsFor[one.then()]++);
    PriorityQueue<Integer> ready =
        new PriorityQueue<>(Comparator.comparingLong(u -> -instance.deferPenalty(u)));
    IntStream.range(0, instance.size).filter(u -> waitsFor[u] == 0).forEach(ready::add);
    while (!ready.isEmpty()) {
      int upgrade = ready.remove();
      greedy.place(upgrade);
      for (Before one : instance.precedences) {
        if (one.first() == upgrade && --waitsFor[one.then()] == 0) {
          ready.add(one.then());
        }
      }
    }
    return greedy.chosen;
  }

  private void place(int upgrade) {
    int earliest = 0;
    for (Before one : instance.precedences) {
      if (one.then() == upgrade) {
        Place first = chosen[one.first()];
        if (first == null) {
          return;
        }
        earliest = Math.max(earliest, first.end() + one.lag());
      }
    }
    List<Place> earliestFirst = new ArrayList<>(instance.places.get(upgrade));
    earliestFirst.sort(Comparator.comparingInt(Place::start));
    for (Place place : earliestFirst) {
      if (place.start() >= earliest && fits(place)) {
        use(place);
        chosen[upgrade] = place;
        return;
      }
    }
  }

  private boolean fits(Place place) {
    for (Use use : instance.uses(place)) {
      int[] there = left.get(use.row());
      for (int slot = place.start(); slot < instance.until(place, use); slot++) {
        if (there[slot] < use.amount()) {
          return false;
        }
      }
    }
    int period = instance.period(place.upgrade(), place.start());
    return spent.getOrDefault(purse(place, period), 0L) + instance.money(place)
        <= instance.limit(place.upgrade(), period);
  }

  private long purse(Place place, int period) {
    return 1_000L * instance.budget[place.upgrade()] + period;
  }

  private void use(Place place) {
    for (Use use : instance.uses(place)) {
      int[] there = left.get(use.row());
      for (int slot = place.start(); slot < instance.until(place, use); slot++) {
        there[slot] -= use.amount();
      }
    }
    int period = instance.period(place.upgrade(), place.start());
    spent.merge(purse(place, period), instance.money(place), Long::sum);
  }
}
