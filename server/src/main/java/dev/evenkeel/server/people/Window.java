package dev.evenkeel.server.people;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.shared.Moments;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The time for which people promise to be there.
 *
 * @param about names it: who promised for another one is asked again
 */
public record Window(String about, String says, Optional<Span> span) {

  /** The place in the timetable that was agreed on; else the day of go-live, which is vague. */
  static Window of(Optional<Span> agreed, Optional<LocalDate> goLive) {
    return agreed
        .map(span -> {
          String words = "%s to %s".formatted(span.from(), span.to());
          return new Window(words, Moments.span(span.from(), span.to()), agreed);
        })
        .or(() ->
            goLive.map(day ->
                new Window(
                    day.toString(),
                    day + ", the day of go-live; its hours are not agreed yet",
                    Optional.of(
                        new Span(
                            day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                            day.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant())))))
        .orElseGet(() -> new Window("", "nobody has said when it happens", Optional.empty()));
  }
}
