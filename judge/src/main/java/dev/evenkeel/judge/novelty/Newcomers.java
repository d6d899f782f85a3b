package dev.evenkeel.judge.novelty;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the new version logged that is not known of the old one, look by look. */
final class Newcomers {
  private record Look(String target, Instant at, Digest digest) {}

  /** Grows with every look. */
  private static final class Story {
    private final Digest.Seen first;
    private final Instant since;
    private final TreeSet<String> targets = new TreeSet<>();
    private Level level = Level.WARN;
    private long count;
    private long occasions;
    private double chance = 1;

    Story(Digest.Seen first, Instant since) {
      this.first = first;
      this.since = since;
    }

    void add(Digest.Seen seen, String target) {
      count += seen.count();
      occasions += seen.occasions();
      level = seen.level() == Level.ERROR ? Level.ERROR : level;
      targets.add(target);
    }

    New told() {
      return new New(
          first.pattern(),
          level,
          first.sample(),
          count,
          occasions,
          since,
          List.copyOf(targets),
          chance);
    }
  }

  private final Map<String, Story> stories = new TreeMap<>();
  private long entries;

  static Newcomers of(List<Track> upgraded, Known known) {
    var newcomers = new Newcomers();
    for (var look : looks(upgraded)) {
      newcomers.add(look, known);
    }
    return newcomers;
  }

  private static List<Look> looks(List<Track> tracks) {
    var looks = new ArrayList<Look>();
    for (var track : tracks) {
      for (var reading : track.readings()) {
        reading
            .find(Fact.Logged.class)
            .ifPresent(
                logged -> looks.add(new Look(track.target(), reading.at(), logged.digest())));
      }
    }
    looks.sort(Comparator.comparing(Look::at).thenComparing(Look::target));
    return looks;
  }

  private void add(Look look, Known known) {
    entries += look.digest().entries();
    for (var seen : look.digest().patterns()) {
      if (!known.has(seen.pattern())) {
        var story = stories.computeIfAbsent(seen.pattern(), _ -> new Story(seen, look.at()));
        story.add(seen, look.target());
        story.chance = Math.min(story.chance, known.chance(story.occasions, entries));
      }
    }
  }

  long entries() {
    return entries;
  }

  /** The surest first. */
  List<New> all() {
    return stories.values().stream()
        .map(Story::told)
        .sorted(
            Comparator.comparingDouble(New::chance)
                .thenComparing(Comparator.comparingLong(New::occasions).reversed())
                .thenComparing(New::pattern))
        .toList();
  }
}
