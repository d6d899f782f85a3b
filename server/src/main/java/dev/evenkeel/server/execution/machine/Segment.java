package dev.evenkeel.server.execution.machine;

import java.time.Duration;
import java.util.List;

/**
 * A part of a run that is over before the next begins.
 *
 * @param wave number of the wave from 1, 0 outside waves
 * @param limit how many tracks may be under way at once, at least 1
 * @param soak how long the segment is watched when its tracks are done
 */
public record Segment(
    Kind kind, String title, int wave, List<Track> tracks, int limit, Duration soak) {

  /** What a segment is for. */
  public enum Kind {
    /**
     * What version every target has; the sources are read for the baseline. Nothing changes yet.
     */
    BASELINE,
    CHECKS_BEFORE,
    TARGETS,
    WAVE,
    CHECKS_AFTER
  }

  public Segment {
    tracks = List.copyOf(tracks);
    if (limit < 1) {
      throw new IllegalArgumentException(
          "A segment needs at least one track at a time, not " + limit);
    }
  }

  /** Whether a failure here means that the run is refused: nothing has been changed. */
  boolean beforeTheFirstChange() {
    return kind == Kind.BASELINE || kind == Kind.CHECKS_BEFORE;
  }
}
