package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the sources that say nothing at all; those that have the same reason share a sentence. */
final class Silence {
  private Silence() {}

  private record Mute(String target, String why) {}

  /** What is missing of a source. */
  private record Gap(String targets, String why) {}

  /**
   * @param tracks by source
   */
  static List<String> of(Map<String, List<Track>> tracks) {
    var sources = new TreeMap<String, TreeSet<String>>();
    tracks.forEach((source, ofTargets) ->
        gap(ofTargets)
            .map(Silence::spoken)
            .ifPresent(gap -> sources.computeIfAbsent(gap, _ -> new TreeSet<>()).add(source)));
    return sources.entrySet().stream()
        .map(entry ->
            "nothing can be read from %s%s"
                .formatted(String.join(" and ", entry.getValue()), entry.getKey()))
        .toList();
  }

  private static Optional<Gap> gap(List<Track> tracks) {
    var mutes = tracks.stream().flatMap(track -> mute(track).stream()).toList();
    return mutes.stream()
        .findFirst()
        .map(first ->
            new Gap(
                mutes.stream()
                    .map(Mute::target)
                    .filter(target -> !target.isEmpty())
                    .sorted()
                    .collect(Collectors.joining(", ")),
                first.why()));
  }

  private static Optional<Mute> mute(Track track) {
    return track
        .newest()
        .map(Reading::facts)
        .filter(facts -> facts.stream().allMatch(Fact.Missing.class::isInstance))
        .map(facts ->
            new Mute(
                track.target(),
                facts.isEmpty() ? "no answer" : ((Fact.Missing) facts.getFirst()).why()));
  }

  private static String spoken(Gap gap) {
    return gap.targets().isEmpty()
        ? ": " + gap.why()
        : " about %s: %s".formatted(gap.targets(), gap.why());
  }
}
