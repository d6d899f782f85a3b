package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Person;
import dev.evenkeel.estate.times.Attendance;
import dev.evenkeel.estate.times.Attendance.There;
import dev.evenkeel.server.schedule.timetable.problem.Surroundings.People;
import dev.evenkeel.server.schedule.timetable.problem.Surroundings.Skilled;
import dev.evenkeel.server.schedule.timetable.problem.Surroundings.Skills;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many people of a team there are when: those on shift and on call by its rosters, each once;
 * without a roster everybody who is named in the team, less the days on which they are away.
 */
public final class TeamTimes {
  private final Estate estate;
  private final Span range;

  public TeamTimes(Estate estate, Span range) {
    this.estate = estate;
    this.range = range;
  }

  /**
   * @param more people than there are, for what would be if
   * @param busy those who are at work elsewhere meanwhile
   * @return empty when nobody knows
   */
  public Optional<List<People>> of(String team, long more, List<People> busy) {
    List<There> there = new Attendance(estate).of(team, range);
    Map<String, List<Span>> named = named(team, there);
    if (there.isEmpty() && named.isEmpty()) {
      return Optional.empty();
    }
    Headcount count = new Headcount();
    named.values().forEach(spans -> spans.forEach(span -> count.add(span, 1)));
    there.stream()
        .filter(some -> some.who().isEmpty())
        .forEach(some -> some.spans().forEach(span -> count.add(span, some.people())));
    if (more > 0) {
      count.add(range, more);
    }
    busy.forEach(some -> count.add(some.when(), -some.people()));
    return Optional.of(count.sums());
  }

  /** What those of a team can do whose names are known, and when they are there. */
  public Skills skills(String team) {
    List<There> there = new Attendance(estate).of(team, range);
    List<Skilled> people = new ArrayList<>();
    named(team, there)
        .forEach((name, spans) ->
            estate
                .find(new Document.Key(EntryKind.PERSON, name))
                .map(document -> Set.copyOf(((Person) document.entry()).skills()))
                .filter(skills -> !skills.isEmpty())
                .ifPresent(skills -> people.add(new Skilled(skills, spans))));
    return new Skills(people, there.stream().anyMatch(some -> some.who().isEmpty()));
  }

  /** Who is on two shifts at once is one person all the same. */
  private Map<String, List<Span>> named(String team, List<There> there) {
    Map<String, List<Span>> named = new TreeMap<>();
    there.forEach(some ->
        some.who()
            .ifPresent(
                name -> named.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(some.spans())));
    named.replaceAll((name, spans) -> Spans.merged(spans));
    if (there.isEmpty()) {
      estate
          .all(EntryKind.PERSON)
          .forEach((name, document) -> {
            Person person = (Person) document.entry();
            if (person.team().filter(team::equals).isPresent()) {
              named.put(name, Spans.without(List.of(range), away(person)));
            }
          });
    }
    return named;
  }

  private static List<Span> away(Person person) {
    ZoneId zone = person.timeZone().orElse(ZoneOffset.UTC);
    return person.absences().stream()
        .map(away -> {
          Instant from = away.from().atStartOfDay(zone).toInstant();
          return new Span(from, away.to().plusDays(1).atStartOfDay(zone).toInstant());
        })
        .toList();
  }
}
