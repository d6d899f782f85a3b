package dev.evenkeel.server.schedule.web.year;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Person;
import dev.evenkeel.estate.Roster;
import dev.evenkeel.estate.Shift;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who can be called when, of a team.
 *
 * @param who as people call them; "2 people" where a roster only counts
 * @param spans less the days on which the person is away
 */
public record OnCall(String team, String who, List<Span> spans) {
  public OnCall {
    spans = List.copyOf(spans);
  }

  public boolean isDuring(Span day) {
    return spans.stream().anyMatch(day::meets);
  }

  /** Of all rosters of teams that are looked at. */
  public static List<OnCall> in(Estate estate, Predicate<String> teams, Span range) {
    List<OnCall> all = new ArrayList<>();
    for (Document document : estate.all(EntryKind.ROSTER).values()) {
      Roster roster = (Roster) document.entry();
      if (teams.test(roster.team())) {
        roster.shifts().stream()
            .filter(Shift::onCall)
            .forEach(shift -> add(estate, roster, shift, range, all));
      }
    }
    return all;
  }

  private static void add(Estate estate, Roster roster, Shift shift, Span range, List<OnCall> all) {
    List<Span> spans;
    try {
      spans = Spans.within(range, shift.in(roster.timeZone()).expand("shift", range).spans());
    } catch (CalendarUnfit tooOften) {
      return; // what cannot be listed counts as nobody, as everywhere
    }
    ZoneId zone = shift.timeZone().orElse(roster.timeZone());
    shift
        .count()
        .ifPresent(count ->
            all.add(new OnCall(roster.team(), count == 1 ? "1 person" : count + " people", spans)));
    for (String name : shift.people()) {
      var person =
          estate
              .find(new Document.Key(EntryKind.PERSON, name))
              .map(document -> (Person) document.entry());
      List<Span> away =
          person.stream()
              .flatMap(one -> one.absences().stream())
              .map(absence -> days(absence, person.flatMap(Person::timeZone).orElse(zone)))
              .toList();
      all.add(
          new OnCall(
              roster.team(), person.map(Person::shownAs).orElse(name), Spans.without(spans, away)));
    }
  }

  private static Span days(Person.Absence absence, ZoneId zone) {
    return new Span(
        absence.from().atStartOfDay(zone).toInstant(),
        absence.to().plusDays(1).atStartOfDay(zone).toInstant());
  }
}
