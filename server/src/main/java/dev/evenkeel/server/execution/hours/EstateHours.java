package dev.evenkeel.server.execution.hours;

import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.execution.engine.SystemHours;
import dev.evenkeel.server.execution.machine.Spoken;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.schedule.Objection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The windows and freezes of the estate's documents, as they are at the moment of asking. */
@Component
class EstateHours implements SystemHours {
  private final EstateBook book;
  private final ChangeCalendar calendar;

  EstateHours(EstateBook book, ChangeCalendar calendar) {
    this.book = book;
    this.calendar = calendar;
  }

  @Override
  public Set<String> known(Collection<String> names) {
    var estate = book.estate();
    return names.stream()
        .filter(name -> estate.system(name).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Against> against(Collection<String> systems, Instant from, Instant to) {
    return calendar.objections(systems, new Span(from, to)).stream()
        .map(no -> new Against(no.system(), says(no, from), no.mayOverride()))
        .toList();
  }

  private static String says(Objection no, Instant asked) {
    Span when = no.reason().when();
    String span =
        when.from().isAfter(asked)
            ? "from %s to %s".formatted(Spoken.moment(when.from()), Spoken.moment(when.to()))
            : "until %s".formatted(Spoken.moment(when.to()));
    return switch (no.reason()) {
      case Reason.Closed(String name, Span ignored) ->
          "No window of the calendar '%s' is open for %s %s.".formatted(name, no.system(), span);
      case Reason.Frozen frozen ->
          "For %s holds the %s, %s.".formatted(no.system(), frozen.freeze(), span);
      case Reason.Uncovered off ->
          "It is %s %s, and nobody of %s is on call for %s."
              .formatted(off.holiday(), span, off.whom(), no.system());
      case Reason.Unknown unknown ->
          "Nobody can say whether %s may be changed %s: %s."
              .formatted(no.system(), span, unknown.why());
      case Reason.TooShort tooShort ->
          "%s is open %s only, for %s; %s are needed."
              .formatted(no.system(), span, Spoken.of(when.length()), Spoken.of(tooShort.wanted()));
    };
  }

  /** What is open for as long as anybody looks ahead ends nothing. */
  @Override
  public Optional<Instant> openUntil(Collection<String> systems, Instant at) {
    return calendar
        .openUntil(systems, at)
        .filter(end -> end.isBefore(at.plus(ChangeCalendar.AHEAD)));
  }

  @Override
  public Optional<Instant> openNext(Collection<String> systems, Duration length, Instant from) {
    return calendar.next(systems, length, from).earliest().map(Span::from);
  }
}
