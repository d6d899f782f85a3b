package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Track;
import dev.evenkeel.server.health.Watchtower.Arms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sorts the readings of a source into those of the upgraded part, of the waiting part, and of
 * before. What a target shows while it is being worked on is held against nobody.
 */
final class Parts {
  private static final String WHOLE = "";

  private Parts() {}

  /**
   * @param recent what was read lately
   * @param before what was read before the first change
   */
  static Evidence of(List<Track> recent, List<Track> before, Arms arms, Instant now) {
    if (isAboutTheWhole(recent) || isAboutTheWhole(before)) {
      return new Evidence(
          arms.changeBegan().stream()
              .map(began -> track(recent, WHOLE).between(began, now))
              .toList(),
          List.of(),
          before);
    }
    Map<String, Track> byTarget =
        recent.stream().collect(Collectors.toMap(Track::target, Function.identity()));
    return new Evidence(
        arms.upgraded().entrySet().stream()
            .map(entry ->
                byTarget
                    .getOrDefault(entry.getKey(), new Track(entry.getKey(), List.of()))
                    .between(entry.getValue(), now))
            .toList(),
        recent.stream().filter(track -> arms.waiting().contains(track.target())).toList(),
        before);
  }

  private static boolean isAboutTheWhole(List<Track> tracks) {
    return tracks.stream().anyMatch(track -> track.target().equals(WHOLE));
  }

  private static Track track(List<Track> tracks, String target) {
    return tracks.stream()
        .filter(track -> track.target().equals(target))
        .findFirst()
        .orElse(new Track(target, List.of()));
  }
}
