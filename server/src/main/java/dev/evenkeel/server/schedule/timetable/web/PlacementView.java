package dev.evenkeel.server.schedule.timetable.web;

import java.time.Instant;
import java.util.List;

/**
 * An upgrade with its place, as pages and programs see it.
 *
 * @param teams whose people are needed
 * @param workEnd when the work should be over; buffer and way back follow
 * @param bufferEnd the last moment at which the way back still fits
 * @param away when how much of it is away
 * @param modes ways in which it could be done
 * @param total what the place costs: downtime, risk and cost together
 */
record PlacementView(
    long upgrade,
    String title,
    List<String> systems,
    List<String> teams,
    Instant start,
    Instant workEnd,
    Instant bufferEnd,
    Instant end,
    String mode,
    List<String> modes,
    boolean pinned,
    List<Away> away,
    long downtime,
    long risk,
    long cost,
    long total) {

  /** A stretch in which it is away. */
  record Away(Instant from, Instant to, int percent) {}

  /** An upgrade without a place. */
  record Unplaced(long upgrade, String title, List<String> systems, long penalty) {}
}
