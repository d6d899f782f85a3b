package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What cannot be planned because of what it comes after: itself, or something that is left out.
 *
 * @param leftOut in the order of the upgrades
 */
record Order(List<LeftOut> leftOut) {

  /** An upgrade without a way into the order. */
  record LeftOut(Candidate candidate, String says) {}

  /**
   * @param planned what can be planned by itself
   * @param all to call the others by their titles
   * @param begun numbers of upgrades that nobody waits for with a place
   */
  static Order of(List<Candidate> planned, List<Candidate> all, Set<Long> begun) {
    Map<Long, Candidate> waiting = new LinkedHashMap<>();
    planned.forEach(one -> waiting.put(one.id().value(), one));
    Set<Long> well = new LinkedHashSet<>(begun);
    while (takeAwayFree(waiting, well)) {
      // each round frees what waits for the one before
    }
    Map<Long, String> titles = new HashMap<>();
    all.forEach(one -> titles.put(one.id().value(), one.title()));
    return new Order(
        waiting.values().stream()
            .map(one -> new LeftOut(one, says(one, waiting, well, titles)))
            .toList());
  }

  /** Takes away what waits for nothing that is not planned. */
  private static boolean takeAwayFree(Map<Long, Candidate> waiting, Set<Long> well) {
    List<Long> free =
        waiting.values().stream()
            .filter(one ->
                one.plan().after().stream().allMatch(after -> well.contains(after.upgrade())))
            .map(one -> one.id().value())
            .toList();
    well.addAll(free);
    return waiting.keySet().removeAll(free);
  }

  private static String says(
      Candidate one, Map<Long, Candidate> waiting, Set<Long> well, Map<Long, String> titles) {
    List<Long> circle = circle(one, waiting);
    if (circle.contains(one.id().value())) {
      return "%s comes after itself: %s. Take one of these out of `after`."
          .formatted(
              one.title(),
              String.join(" after ", circle.stream().map(id -> title(id, titles)).toList()));
    }
    String missing =
        one.plan().after().stream()
            .map(After::upgrade)
            .filter(id -> !well.contains(id))
            .map(id -> title(id, titles))
            .findFirst()
            .orElse("another");
    return "%s comes after %s, which is not in the timetable. Mend that one first."
        .formatted(one.title(), missing);
  }

  private static String title(long id, Map<Long, String> titles) {
    return titles.getOrDefault(id, "upgrade " + id);
  }

  /** From one to the next that it waits for, until one comes again; ends where nothing waits. */
  private static List<Long> circle(Candidate start, Map<Long, Candidate> waiting) {
    List<Long> way = new ArrayList<>();
    Set<Long> seen = new LinkedHashSet<>();
    Candidate here = start;
    while (here != null && seen.add(here.id().value())) {
      way.add(here.id().value());
      Candidate from = here;
      here =
          from.plan().after().stream()
              .map(after -> waiting.get(after.upgrade()))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
    if (here == null) {
      return List.of();
    }
    List<Long> circle = new ArrayList<>(way.subList(way.indexOf(here.id().value()), way.size()));
    circle.add(here.id().value());
    return circle;
  }
}
