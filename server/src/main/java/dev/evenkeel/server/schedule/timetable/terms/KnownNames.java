package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.runbook.grammar.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan may name: it is told when it is written that something is not there, and not when a
 * timetable is made of it.
 *
 * @param skills what people of each team can do
 * @param who teams, groups of users and people, of whom waves speak
 * @param upgrades titles by number
 */
public record KnownNames(
    Set<String> budgets,
    Set<String> teams,
    Map<String, Set<String>> skills,
    Set<String> who,
    Map<Long, String> upgrades) {
  private static final int NAMED = 8;

  public KnownNames {
    budgets = Set.copyOf(budgets);
    teams = Set.copyOf(teams);
    skills = Map.copyOf(skills);
    who = Set.copyOf(who);
    upgrades = Map.copyOf(upgrades);
  }

  /** Each name that is not there, where it stands. */
  List<Wrong> wrong(ScheduleTerms said) {
    List<Wrong> wrong = new ArrayList<>();
    said.budget()
        .flatMap(name -> missing("budget", name, budgets))
        .ifPresent(says -> wrong.add(new Wrong("budget", says)));
    for (int way = 0; way < said.ways().size(); way++) {
      List<ScheduleTerms.Need> people = said.ways().get(way).people();
      for (int row = 0; row < people.size(); row++) {
        String path = "ways[%d].people[%d]".formatted(way, row);
        ScheduleTerms.Need need = people.get(row);
        missing("team", need.team(), teams)
            .or(() -> need.skill().flatMap(skill -> missingSkill(skill, need.team())))
            .ifPresent(says ->
                wrong.add(
                    new Wrong(path + (teams.contains(need.team()) ? ".skill" : ".team"), says)));
      }
    }
    for (int row = 0; row < said.after().size(); row++) {
      long upgrade = said.after().get(row).upgrade();
      if (!upgrades.containsKey(upgrade)) {
        wrong.add(
            new Wrong(
                "after[%d].upgrade".formatted(row),
                "There is no upgrade %d. Choose one of those under Upgrades.".formatted(upgrade)));
      }
    }
    return wrong;
  }

  /**
   * Names in waves that look mistyped. They are no error: a wave may be people whom the estate does
   * not know.
   */
  public List<Wrong> doubts(ScheduleTerms said) {
    List<Wrong> doubts = new ArrayList<>();
    for (int row = 0; row < said.rollout().size(); row++) {
      String path = "rollout[%d].who".formatted(row);
      said.rollout().get(row).who().stream()
          .filter(name -> !who.contains(name))
          .forEach(name ->
              doubts.add(
                  new Wrong(
                      path,
                      "The estate has no team, group of users or person `%s`. %s"
                          .formatted(
                              name,
                              DidYouMean.of(name, who)
                                  .map("Did you mean `%s`?"::formatted)
                                  .orElse("It is kept as it is written.")))));
    }
    return doubts;
  }

  /** Skills of everybody, by name. */
  public List<String> allSkills() {
    return skills.values().stream().flatMap(Set::stream).distinct().sorted().toList();
  }

  private Optional<String> missingSkill(String skill, String team) {
    Set<String> there = skills.getOrDefault(team, Set.of());
    return there.contains(skill)
        ? Optional.empty()
        : Optional.of(
            "Nobody of %s has the skill `%s`. %s"
                .formatted(
                    team,
                    skill,
                    DidYouMean.of(skill, there)
                        .map("Did you mean `%s`?"::formatted)
                        .orElseGet(() ->
                            "Write it among the skills of a person of the team first%s."
                                .formatted(
                                    there.isEmpty() ? "" : ", or take one of " + some(there)))));
  }

  private static Optional<String> missing(String what, String name, Collection<String> there) {
    return there.contains(name)
        ? Optional.empty()
        : Optional.of(
            "There is no %s `%s` in the estate. %s".formatted(what, name, way(what, name, there)));
  }

  private static String way(String what, String name, Collection<String> there) {
    return DidYouMean.of(name, there)
        .map("Did you mean `%s`?"::formatted)
        .orElseGet(() ->
            there.isEmpty()
                ? "Add it there first; there is no %s yet.".formatted(what)
                : "Add it there first, or take one of %s.".formatted(some(there)));
  }

  private static String some(Collection<String> there) {
    List<String> named = there.stream().sorted().limit(NAMED).toList();
    String more = there.size() > NAMED ? " and %d more".formatted(there.size() - NAMED) : "";
    return String.join(", ", named) + more;
  }
}
