package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** When each upgrade is open: the calendars and freezes of the problem. */
final class Openings {
  private static final int NAMED = 3;

  private final Map<String, Opening> openings = new LinkedHashMap<>();
  private final Map<List<Interval>, Set<String>> sharing = new HashMap<>();
  private final Map<List<Interval>, String> names = new LinkedHashMap<>();

  Openings(SlotGrid grid, List<Candidate> candidates, Surroundings around) {
    for (Candidate one : candidates) {
      Opening opening = Opening.of(one.systems(), around.open(), grid);
      openings.put(one.key(), opening);
      sharing
          .computeIfAbsent(opening.windows(), windows -> new LinkedHashSet<>())
          .addAll(one.systems());
    }
  }

  Opening of(Candidate one) {
    return Objects.requireNonNull(openings.get(one.key()));
  }

  /** What the problem calls the windows of an upgrade; the same windows have one name. */
  String calendar(Candidate one) {
    return names.computeIfAbsent(of(one).windows(), w -> name(one));
  }

  private String name(Candidate one) {
    String name =
        "windows of " + some(List.copyOf(sharing.getOrDefault(of(one).windows(), Set.of())));
    return names.containsValue(name) ? "%s (%s)".formatted(name, one.key()) : name;
  }

  /** Such as {@code shop, mail and 3 more}: whoever has these windows, not only the first. */
  private static String some(List<String> systems) {
    int named = systems.size() <= NAMED ? systems.size() : NAMED - 1;
    String first = String.join(", ", systems.subList(0, named));
    return named == systems.size()
        ? first
        : "%s and %d more".formatted(first, systems.size() - named);
  }

  /** All that were given a name. */
  List<Calendar> calendars() {
    return names.entrySet().stream()
        .map(one -> new Calendar(one.getValue(), one.getKey()))
        .toList();
  }

  /** Each freeze once, with all that it holds. */
  List<Freeze> freezes(List<Candidate> planned) {
    Map<Opening.Frozen, Set<String>> all = new LinkedHashMap<>();
    for (Candidate one : planned) {
      of(one)
          .frozen()
          .forEach(
              frozen -> all.computeIfAbsent(frozen, f -> new LinkedHashSet<>()).add(one.key()));
    }
    List<Freeze> freezes = new ArrayList<>();
    all.forEach((frozen, systems) ->
        freezes.add(
            new Freeze(
                "%s %d".formatted(frozen.id(), freezes.size()),
                Optional.of(frozen.says()),
                frozen.when().from(),
                frozen.when().to(),
                Optional.of(List.copyOf(systems)),
                Optional.empty())));
    return freezes;
  }
}
