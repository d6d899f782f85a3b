package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Ranking;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.inventory.lifecycle.Rankings;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * On which day something of each system ends first. Taken from what was ranked; of what changed
 * since, while that is being ranked again, only what its document states.
 *
 * @param day of a node, as days since 1970; the greatest number when nothing ends
 * @param complete whether the vendors' days of all systems are in it
 */
record Ends(IntUnaryOperator day, boolean complete) {
  private static final int NEVER = Integer.MAX_VALUE;

  static Ends of(EstateMap map, Optional<Rankings.View> ranked) {
    Optional<Ranking> known = ranked.map(Rankings.View::ranking);
    if (known.filter(ranking -> ranking.map() == map).isPresent()) {
      return new Ends(known.get()::endDay, ranked.get().isFresh());
    }
    int[] days = new int[map.size()];
    for (int node = 0; node < days.length; node++) {
      days[node] =
          map.node(node)
              .system()
              .map(system ->
                  known.flatMap(ranking -> ranking.endDay(system)).orElseGet(() -> stated(system)))
              .orElse(NEVER);
    }
    return new Ends(node -> days[node], false);
  }

  private static int stated(EstateSystem system) {
    return Stream.of(system.supportEnd(), system.securityEnd(), system.warrantyEnd())
        .flatMap(Optional::stream)
        .mapToInt(Ends::number)
        .min()
        .orElse(NEVER);
  }

  static int number(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }
}
