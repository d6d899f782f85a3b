package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Need;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people are counted by. Somebody with two skills can be asked for one of them at a time:
 *
 * <ol>
 *   <li>Each team that is needed is counted as a whole.
 *   <li>So are those of it who have a skill that is needed.
 *   <li>So are those who have any of several such skills, when somebody has two of them: else the
 *       only one who is a database administrator and knows the network would be planned twice.
 * </ol>
 *
 * When every count is kept to, there is a different person for each need, by Hall's theorem.
 */
record Crews(List<Crew> all) {
  /** Of more skills of one team only pairs are counted: there are too many choices of them. */
  private static final int COUNTED_TOGETHER = 5;

  Crews {
    all = List.copyOf(all);
  }

  static Crews of(List<Candidate> planned, Map<String, Surroundings.Skills> known) {
    Map<String, TreeSet<String>> needed = new TreeMap<>();
    planned.stream()
        .flatMap(one -> one.plan().ways().stream())
        .flatMap(way -> way.people().stream())
        .forEach(need -> {
          Set<String> skills = needed.computeIfAbsent(need.team(), team -> new TreeSet<>());
          need.skill().ifPresent(skills::add);
        });
    List<Crew> all = new ArrayList<>();
    needed.forEach((team, skills) -> {
      all.add(new Crew(team, List.of()));
      skills.forEach(skill -> all.add(new Crew(team, List.of(skill))));
      all.addAll(
          together(team, List.copyOf(skills), known.getOrDefault(team, Surroundings.Skills.NONE)));
    });
    return new Crews(all);
  }

  private static List<Crew> together(String team, List<String> skills, Surroundings.Skills known) {
    int most = skills.size() <= COUNTED_TOGETHER ? skills.size() : 2;
    List<List<String>> grown = skills.stream().map(List::of).toList();
    List<Crew> crews = new ArrayList<>();
    for (int size = 2; size <= most; size++) {
      List<List<String>> next = new ArrayList<>();
      for (List<String> some : grown) {
        for (String more : skills.subList(skills.indexOf(some.getLast()) + 1, skills.size())) {
          List<String> together = new ArrayList<>(some);
          together.add(more);
          next.add(together);
        }
      }
      next.stream()
          .filter(some -> known.people().stream().anyMatch(one -> one.hasSeveral(some)))
          .forEach(some -> crews.add(new Crew(team, some)));
      grown = next;
    }
    return crews;
  }

  /** How many of each a way takes. */
  List<Mode.Need> needs(UpgradePlan.Way way) {
    return all.stream()
        .map(crew ->
            new Mode.Need(
                crew.id(), way.people().stream().filter(crew::covers).mapToInt(Need::people).sum()))
        .filter(need -> need.amount() > 0)
        .toList();
  }
}
