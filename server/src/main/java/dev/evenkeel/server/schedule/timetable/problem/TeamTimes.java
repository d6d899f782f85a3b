package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Person;
import dev.evenkeel.estate.times.Attendance;
import dev.evenkeel.server.schedule.timetable.problem.Surroundings.People;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many people of a team there are when: those on shift and on call by its rosters; without a
 * roster everybody who is named in the team, less the days on which they are away.
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
   * @return empty when nobody knows
   */
  public Optional<List<People>> of(String team, long more) {
    TreeMap<Instant, Long> changes = new TreeMap<>();
    List<Attendance.There> there = new Attendance(estate).of(team, range);
    List<Person> people =
        estate.all(EntryKind.PERSON).values().stream()
            .map(document -> (Person) document.entry())
            .filter(person -> person.team().filter(team::equals).isPresent())
            .toList();
    if (!there.isEmpty()) {
      there.forEach(some -> some.spans().forEach(span -> add(changes, span, some.people())));
    } else if (!people.isEmpty()) {
      people.forEach(person -> {
        add(changes, range, 1);
        ZoneId zone = person.timeZone().orElse(ZoneOffset.UTC);
        person
            .absences()
            .forEach(away -> {
              Instant from = away.from().atStartOfDay(zone).toInstant();
              Instant to = away.to().plusDays(1).atStartOfDay(zone).toInstant();
              if (from.isBefore(range.to()) && range.from().isBefore(to)) {
                add(changes, new Span(from, to).within(range), -1);
              }
            });
      });
    } else {
      return Optional.empty();
    }
    if (more > 0) {
      add(changes, range, more);
    }
    return Optional.of(sums(changes));
  }

  private static void add(TreeMap<Instant, Long> changes, Span span, long people) {
    changes.merge(span.from(), people, Long::sum);
    changes.merge(span.to(), -people, Long::sum);
  }

  private static List<People> sums(TreeMap<Instant, Long> changes) {
    List<People> sums = new ArrayList<>();
    long now = 0;
    Instant since = null;
    for (var change : changes.entrySet()) {
      if (change.getValue() != 0) {
        if (since != null && now > 0) {
          sums.add(new People(new Span(since, change.getKey()), now));
        }
        since = change.getKey();
        now += change.getValue();
      }
    }
    return sums;
  }
}
