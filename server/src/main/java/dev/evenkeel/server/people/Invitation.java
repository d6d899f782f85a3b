package dev.evenkeel.server.people;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.ical.CalendarFeed;
import dev.evenkeel.server.plan.Upgrade;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The invitation to a kick-off, as calendars read it (RFC 5545). */
public final class Invitation {
  private Invitation() {}

  /**
   * @param uid its name for calendars
   * @param changed when the kick-off was last changed
   * @return empty while it has no day
   */
  public static Optional<String> of(
      Upgrade upgrade, KickOff kickOff, List<String> invited, String uid, Instant changed) {
    return kickOff
        .from()
        .map(from ->
            CalendarFeed.written(
                upgrade.terms().title(),
                List.of(
                    new CalendarFeed.Entry(
                        uid,
                        changed,
                        new Span(from, kickOff.to().orElse(from)),
                        "Kick-off: " + upgrade.terms().title(),
                        text(kickOff, invited)))));
  }

  private static String text(KickOff kickOff, List<String> invited) {
    StringBuilder text = new StringBuilder();
    kickOff.place().ifPresent(place -> text.append("Where: ").append(place).append("\n"));
    text.append("Invited: ").append(String.join(", ", invited)).append("\n");
    kickOff.agenda().forEach(point -> text.append("- ").append(point).append("\n"));
    return text.toString();
  }
}
