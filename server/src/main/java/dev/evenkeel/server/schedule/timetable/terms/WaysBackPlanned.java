package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.server.schedule.RehearsedTimes.Rehearsed;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Whether there is time for the way back as a rehearsal has shown it, in words. */
final class WaysBackPlanned {
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;

  private WaysBackPlanned() {}

  /** Where the time comes from that is proposed. */
  static String source(Optional<Rehearsed> rehearsed) {
    return rehearsed
        .map(one ->
            "measured in rehearsal %s of %s on %s: %s; taken as %s%s"
                .formatted(
                    one.run(),
                    one.runbook(),
                    day(one.at()),
                    took(one.wayBack()),
                    took(one.planned()),
                    one.reserved().filter(free -> free.compareTo(one.wayBack()) > 0).isPresent()
                        ? ", which its runbook keeps free for it"
                        : ""))
        .orElse("as long as the work, as nobody has rehearsed it");
  }

  /** Of the ways that somebody wrote: those with less time than a rehearsal took. */
  static List<String> tooShort(List<Way> said, Optional<Rehearsed> rehearsed) {
    return said.stream()
        .flatMap(way ->
            way.wayBack().stream().flatMap(planned -> tooShort(way, planned, rehearsed).stream()))
        .toList();
  }

  private static Optional<String> tooShort(
      Way way, Duration planned, Optional<Rehearsed> rehearsed) {
    return rehearsed
        .filter(one -> planned.compareTo(one.wayBack()) < 0)
        .map(one -> tooShort(way, planned, one));
  }

  private static String tooShort(Way way, Duration planned, Rehearsed one) {
    return "The way %s keeps %s free for the way back; in rehearsal %s of %s on %s it took %s. Plan %s or more, or rehearse a quicker way back: as it is, the timetable promises what nobody has seen."
        .formatted(
            Proposal.word(way.strategy()),
            took(planned),
            one.run(),
            one.runbook(),
            day(one.at()),
            took(one.wayBack()),
            took(one.planned()));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static String took(Duration time) {
    long seconds = Math.ceilDiv(time.toMillis(), 1_000L);
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    return seconds < HOUR
        ? two(seconds / MINUTE, "min", seconds % MINUTE, "s")
        : two(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min");
  }

  private static String two(long big, String unit, long small, String smallUnit) {
    return small == 0
        ? "%d %s".formatted(big, unit)
        : "%d %s %d %s".formatted(big, unit, small, smallUnit);
  }
}
