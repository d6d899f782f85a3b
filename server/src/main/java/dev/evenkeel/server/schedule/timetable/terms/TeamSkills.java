package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Person;
import dev.evenkeel.estate.Roster;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What people of each team can do: those who are in it, and those who are on its shifts. */
public final class TeamSkills {
  private TeamSkills() {}

  /** By team; a team without any is left out. */
  public static Map<String, Set<String>> of(Estate estate) {
    Map<String, Set<String>> skills = new TreeMap<>();
    for (Document document : estate.all(EntryKind.PERSON).values()) {
      Person person = (Person) document.entry();
      person.team().ifPresent(team -> add(skills, team, person));
    }
    for (Document document : estate.all(EntryKind.ROSTER).values()) {
      Roster roster = (Roster) document.entry();
      roster.shifts().stream()
          .flatMap(shift -> shift.people().stream())
          .distinct()
          .flatMap(name -> estate.find(new Document.Key(EntryKind.PERSON, name)).stream())
          .forEach(found -> add(skills, roster.team(), (Person) found.entry()));
    }
    return skills;
  }

  private static void add(Map<String, Set<String>> skills, String team, Person person) {
    if (!person.skills().isEmpty()) {
      skills.computeIfAbsent(team, _ -> new TreeSet<>()).addAll(person.skills());
    }
  }
}
