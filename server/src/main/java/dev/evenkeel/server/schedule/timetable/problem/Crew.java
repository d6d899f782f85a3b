package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Need;
import java.util.List;

/**
 * People whom several upgrades want: those of a team, or those of them who have a skill.
 *
 * @param anyOf skills of which each of them has one or more; empty for everybody of the team
 */
public record Crew(String team, List<String> anyOf) {
  private static final String WITH = " with ";

  public Crew {
    anyOf = List.copyOf(anyOf);
  }

  /** As the problem and what explains it call them, such as {@code platform with dba}. */
  String id() {
    return anyOf.isEmpty() ? team : team + WITH + String.join(" or ", anyOf);
  }

  /** Whether a resource of a problem is all of a team; the name of a team has no blank. */
  public static boolean isTeam(String resource) {
    return !resource.contains(WITH);
  }

  /** Whether who is needed comes out of these. */
  boolean covers(Need need) {
    return need.team().equals(team)
        && (anyOf.isEmpty() || need.skill().filter(anyOf::contains).isPresent());
  }
}
