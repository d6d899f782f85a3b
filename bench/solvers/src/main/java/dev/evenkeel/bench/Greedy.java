package dev.evenkeel.bench;

import dev.evenkeel.bench.Instance.Before;
import dev.evenkeel.bench.Instance.Place;
import dev.evenkeel.bench.Instance.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A first timetable that anybody would write: upgrades in an order that keeps to what comes first,
 * each where it is cheapest of what is left.
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
    boolean[] done = new boolean[instance.size];
    for (int many = 0; many < instance.size; ) {
      for (int u = 0; u < instance.size; u++) {
        int upgrade = u;
        if (!done[u]
            && instance.precedences.stream()
                .allMatch(one -> one.then() != upgrade || done[one.first()])) {
          greedy.place(u);
          done[u] = true;
          many++;
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
    for (Place place : instance.places.get(upgrade)) {
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
