package dev.evenkeel.estate.times;

import dev.evenkeel.calendar.CalendarUnfit;
import dev.evenkeel.calendar.Recurrence;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who of a team is there when: shifts of its rosters, less the days on which people are away. */
public final class Attendance {
  private final Estate estate;

  public Attendance(Estate estate) {
    this.estate = estate;
  }

  /**
   * Some of a team during one shift, or one person.
   *
   * @param people how many
   * @param who the one person; empty for a shift that says only how many
   * @param spans when they are there, in order
   */
  public record There(int people, Optional<String> who, boolean onCall, List<Span> spans) {
    public There {
      spans = List.copyOf(spans);
    }
  }

  /** All of a team that are there in a range. A shift that cannot be listed counts as nobody. */
  public List<There> of(String team, Span range) {
    List<There> there = new ArrayList<>();
    for (Document document : estate.all(EntryKind.ROSTER).values()) {
      Roster roster = (Roster) document.entry();
      if (roster.team().equals(team)) {
        roster.shifts().forEach(shift -> add(roster, shift, range, there));
      }
    }
    return there;
  }

  /** When somebody of a team can be called. */
  public List<Span> onCall(String team, Span range) {
    return Spans.merged(
        of(team, range).stream()
            .filter(There::onCall)
            .map(There::spans)
            .flatMap(Collection::stream)
            .toList());
  }

  private void add(Roster roster, Shift shift, Span range, List<There> there) {
    List<Span> spans;
    try {
      Recurrence when = shift.in(roster.timeZone());
      spans = Spans.within(range, when.expand("shift", range).spans());
    } catch (CalendarUnfit tooMuch) {
      return;
    }
    shift
        .count()
        .ifPresent(count -> there.add(new There(count, Optional.empty(), shift.onCall(), spans)));
    ZoneId zone = shift.timeZone().orElse(roster.timeZone());
    for (String name : shift.people()) {
      there.add(
          new There(1, Optional.of(name), shift.onCall(), Spans.without(spans, away(name, zone))));
    }
  }

  /** Whole days, in the zone the person lives in. */
  private List<Span> away(String name, ZoneId usual) {
    return estate
        .find(new Document.Key(EntryKind.PERSON, name))
        .map(document -> (Person) document.entry())
        .map(person -> {
          ZoneId zone = person.timeZone().orElse(usual);
          return person.absences().stream()
              .map(absence ->
                  new Span(
                      absence.from().atStartOfDay(zone).toInstant(),
                      absence.to().plusDays(1).atStartOfDay(zone).toInstant()))
              .toList();
        })
        .orElseGet(List::of);
  }
}
