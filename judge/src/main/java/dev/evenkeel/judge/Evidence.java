package dev.evenkeel.judge;

import java.util.Comparator;
import java.util.List;

/**
 * The readings a rule is judged by.
 *
 * @param upgraded of the targets on the new version, each from when it got there on
 * @param waiting of the targets still on the old version and untouched: the concurrent control
 * @param before of any target, before the first change: the frozen baseline
 */
public record Evidence(List<Track> upgraded, List<Track> waiting, List<Track> before) {
  public Evidence {
    upgraded = byTarget(upgraded);
    waiting = byTarget(waiting);
    before = byTarget(before);
  }

  private static List<Track> byTarget(List<Track> tracks) {
    return tracks.stream().sorted(Comparator.comparing(Track::target)).toList();
  }
}
