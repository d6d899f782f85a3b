package dev.evenkeel.server.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The meeting with which the team begins.
 *
 * @param place a room, or the address of a call
 */
public record KickOff(
    Optional<LocalDate> day,
    Optional<String> time,
    Optional<String> zone,
    Optional<Integer> minutes,
    Optional<String> place,
    List<String> agenda) {
  public static final KickOff EMPTY =
      new KickOff(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** What most kick-offs speak about. */
  public static final List<String> USUAL =
      List.of(
          "What is upgraded, why, and when",
          "Who does what: the chart of duties, line by line",
          "What could go wrong, and what is done about it",
          "The way back, and who decides on it",
          "Who is told what, and when",
          "Who is there for the window");

  public KickOff {
    agenda = List.copyOf(agenda);
  }

  public Optional<Instant> from() {
    return day.map(one ->
        one.atTime(time.map(LocalTime::parse).orElse(LocalTime.NOON))
            .atZone(zone.map(ZoneId::of).orElse(ZoneId.of("UTC")))
            .toInstant());
  }

  public Optional<Instant> to() {
    return from().map(at -> at.plus(Duration.ofMinutes(minutes.orElse(60))));
  }

  /** For people: {@code 2027-01-04 14:00 Europe/Berlin}. */
  public String words() {
    return "%s %s %s"
        .formatted(day.map(LocalDate::toString).orElse(""), time.orElse(""), zone.orElse(""))
        .strip();
  }
}
