package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.deadline.Moments;
import dev.evenkeel.server.tasks.deadline.Workdays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A template that was launched into an upgrade.
 *
 * @param goLive as it was when its deadlines were computed last
 * @param windowStart the same
 */
public record Launch(
    long id,
    long upgrade,
    String template,
    int templateVersion,
    String title,
    Instant launchedAt,
    ZoneId zone,
    Workdays workdays,
    Optional<LocalDate> goLive,
    Optional<Instant> windowStart,
    Actor by,
    Instant checkedAt,
    long version) {

  Moments moments() {
    return new Moments(launchedAt, goLive, windowStart, zone, workdays);
  }

  boolean at(Optional<LocalDate> day, Optional<Instant> start) {
    return goLive.equals(day) && windowStart.equals(start);
  }
}
