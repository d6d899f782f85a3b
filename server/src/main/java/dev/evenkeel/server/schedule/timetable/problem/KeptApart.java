package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.optimiser.problem.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Upgrades that are kept apart: of the same system, of redundant peers, and those that block the
 * same core workflow.
 */
record KeptApart(Surroundings around, Findings findings) {

  List<Group> of(List<Candidate> planned) {
    List<Group> groups = new ArrayList<>();
    sharing(planned, Candidate::systems)
        .forEach((system, keys) ->
            groups.add(new Group("system " + system, "the same system", keys, 1, 0)));
    around
        .peers()
        .forEach((name, members) -> {
          List<String> keys =
              planned.stream()
                  .filter(one -> one.systems().stream().anyMatch(members::contains))
                  .map(Candidate::key)
                  .toList();
          warnOfAllAtOnce(planned, name, members);
          if (keys.size() > 1) {
            groups.add(new Group("peers " + name, "redundant peers", keys, 1, 0));
          }
        });
    int most = around.mostOfAWorkflow();
    sharing(planned, Candidate::workflows)
        .forEach((workflow, keys) -> {
          if (keys.size() > most) {
            groups.add(new Group("workflow " + workflow, "blast radius", keys, most, 0));
          }
        });
    return groups;
  }

  private void warnOfAllAtOnce(List<Candidate> planned, String group, List<String> members) {
    planned.stream()
        .filter(one -> members.size() > 1 && one.systems().containsAll(members))
        .forEach(one ->
            findings.warned(
                one,
                "%s takes all of the group %s away at once, so nothing stands in. Make an upgrade of each.",
                one.title(),
                group));
  }

  /** Upgrades that share something, where there are several. */
  private static Map<String, List<String>> sharing(
      List<Candidate> planned, Function<Candidate, List<String>> names) {
    Map<String, List<String>> by = new TreeMap<>();
    planned.forEach(one ->
        names.apply(one).stream()
            .distinct()
            .forEach(name -> by.computeIfAbsent(name, n -> new ArrayList<>()).add(one.key())));
    by.values().removeIf(keys -> keys.size() < 2);
    return by;
  }
}
