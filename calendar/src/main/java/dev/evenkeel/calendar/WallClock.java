package dev.evenkeel.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** What instant it is when a clock on the wall shows a time; the rule of {@link Recurrence}. */
final class WallClock {
  private WallClock() {}

  static Instant instant(LocalDateTime local, ZoneId zone) {
    // of a skipped time: later by what is skipped; of a time that comes twice: the first
    return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** In words, if there is no such time, or two. */
  static Optional<String> odd(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change == null) {
      return Optional.empty();
    }
    return Optional.of(
        change.isGap()
            ? "%s does not exist in %s, where clocks go from %s to %s; %s is taken"
                .formatted(
                    local,
                    zone,
                    change.getDateTimeBefore(),
                    change.getDateTimeAfter(),
                    local.plus(change.getDuration()))
            : "%s comes twice in %s, where clocks go back from %s to %s; the first is taken"
                .formatted(local, zone, change.getDateTimeBefore(), change.getDateTimeAfter()));
  }
}
