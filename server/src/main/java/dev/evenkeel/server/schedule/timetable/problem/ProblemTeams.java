package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People of a problem: how many of each team, and with each skill, there are when. */
record ProblemTeams(SlotGrid grid, Surroundings around, Crews crews, Findings findings) {
  private static final long MANY = 1_000_000;

  List<Resource> of(List<Candidate> planned) {
    Map<String, Resource> resources = new LinkedHashMap<>();
    for (Crew crew : crews.all()) {
      planned.stream()
          .filter(one -> isNeeded(crew, one))
          .findFirst()
          .ifPresent(
              first -> resources.put(crew.id(), new Resource(crew.id(), capacity(first, crew))));
    }
    for (Candidate one : planned) {
      for (UpgradePlan.Way way : one.plan().ways()) {
        crews.needs(way).stream()
            .filter(need -> need.amount() > most(resources, need))
            .findFirst()
            .ifPresent(need -> tooMany(one, way, need, most(resources, need)));
      }
    }
    return List.copyOf(resources.values());
  }

  private static boolean isNeeded(Crew crew, Candidate one) {
    return one.plan().ways().stream().anyMatch(way -> way.people().stream().anyMatch(crew::covers));
  }

  private static long most(Map<String, Resource> resources, Mode.Need need) {
    return Optional.ofNullable(resources.get(need.resource())).stream()
        .flatMap(resource -> resource.capacity().stream())
        .mapToLong(Amount::amount)
        .max()
        .orElse(0);
  }

  private void tooMany(Candidate one, UpgradePlan.Way way, Mode.Need need, long most) {
    findings.warned(
        one,
        "%s needs %d of %s the way %s; there are never more than %d. %s",
        one.title(),
        need.amount(),
        need.resource(),
        way.word(),
        most,
        Crew.isTeam(need.resource())
            ? "Add people to its roster, or plan with fewer."
            : "Put people who have the skill on its shifts, or plan with fewer.");
  }

  private List<Amount> capacity(Candidate one, Crew crew) {
    if (!crew.anyOf().isEmpty()) {
      Surroundings.Skills skills =
          around.skills().getOrDefault(crew.team(), Surroundings.Skills.NONE);
      if (skills.hasUnnamed() && crew.anyOf().size() == 1) {
        findings.warned(
            one,
            "A shift of %s says how many are there and not who, so none of them counts as somebody with %s. Name the people of that shift.",
            crew.team(),
            crew.anyOf().getFirst());
      }
      return amounts(skills.with(crew.anyOf()));
    }
    List<Surroundings.People> counted = around.teams().get(crew.team());
    if (counted == null) {
      findings.warned(
          one,
          "Nobody knows how many people %s has, so it is taken as enough. Write its roster, or name its people.",
          crew.team());
      return List.of(new Amount(0, grid.slots(), MANY));
    }
    return amounts(counted);
  }

  private List<Amount> amounts(List<Surroundings.People> counted) {
    List<Amount> capacity = new ArrayList<>();
    for (Surroundings.People people : counted) {
      grid.inside(people.when())
          .filter(slots -> people.people() > 0)
          .ifPresent(slots -> capacity.add(new Amount(slots.from(), slots.to(), people.people())));
    }
    return capacity;
  }
}
