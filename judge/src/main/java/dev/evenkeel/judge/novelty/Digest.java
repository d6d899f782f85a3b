package dev.evenkeel.judge.novelty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a stretch of a log says about failures, small enough to be kept.
 *
 * @param entries all that was logged, failures or not
 * @param errors those of level error, and exceptions
 * @param patterns of warnings and errors, the most frequent first; at most {@value #PATTERNS}
 * @param untold warnings and errors whose patterns found no room
 */
public record Digest(long entries, long errors, List<Seen> patterns, long untold) {
  public static final int PATTERNS = 200;

  /** Patterns told apart while reading; a stretch that has more is noise. */
  private static final int KNOWN = 5_000;

  private static final int LONGEST_SAMPLE = 500;

  private static final Comparator<Seen> MOST_FIRST =
      Comparator.comparingLong(Seen::count)
          .reversed()
          .thenComparing(Seen::level)
          .thenComparing(Seen::pattern);

  public Digest {
    patterns = List.copyOf(patterns);
  }

  /**
   * A pattern.
   *
   * @param count entries of it
   * @param occasions requests that caused them; entries that name no request are one occasion
   *     together, since what fails at once is repeated at once
   * @param sample its first line, as it was logged
   */
  public record Seen(String pattern, Level level, long count, long occasions, String sample) {
    boolean usable() {
      return count >= 1 && occasions >= 1 && occasions <= count && level != Level.OTHER;
    }
  }

  /** Of lines as they stand in a log. */
  public static Digest of(List<String> lines) {
    return new Reader().read(LogText.entries(lines));
  }

  /**
   * Of stretches that follow each other: what came in several of them came on as many occasions.
   */
  public static Digest sum(List<Digest> stretches) {
    record Key(Level level, String pattern) {}
    var seen = new LinkedHashMap<Key, Seen>();
    long entries = 0;
    long errors = 0;
    long untold = 0;
    for (var stretch : stretches) {
      entries += stretch.entries();
      errors += stretch.errors();
      untold += stretch.untold();
      for (var one : stretch.patterns()) {
        seen.merge(
            new Key(one.level(), one.pattern()),
            one,
            (before, more) ->
                new Seen(
                    before.pattern(),
                    before.level(),
                    before.count() + more.count(),
                    before.occasions() + more.occasions(),
                    before.sample()));
      }
    }
    var most = new ArrayList<>(seen.values());
    most.sort(MOST_FIRST);
    for (var left : most.subList(Math.min(PATTERNS, most.size()), most.size())) {
      untold += left.count();
    }
    return new Digest(entries, errors, most.subList(0, Math.min(PATTERNS, most.size())), untold);
  }

  public boolean usable() {
    return entries >= 0
        && entries <= 1e15
        && errors >= 0
        && errors <= entries
        && untold >= 0
        && untold <= entries
        && patterns.stream().allMatch(Seen::usable);
  }

  /** Puts entries together. */
  private static final class Reader {
    private static final class Tally {
      private final LogEntry first;
      private long count;
      private boolean nameless;
      private final Set<String> requests = new HashSet<>();

      Tally(LogEntry first) {
        this.first = first;
      }

      void add(LogEntry entry) {
        count++;
        if (entry.request().isEmpty()) {
          nameless = true;
        } else if (requests.size() < KNOWN) {
          requests.add(entry.request());
        }
      }

      Seen seen() {
        var line = first.line();
        return new Seen(
            first.pattern(),
            first.level(),
            count,
            requests.size() + (nameless ? 1 : 0),
            line.length() > LONGEST_SAMPLE ? line.substring(0, LONGEST_SAMPLE) + "…" : line);
      }
    }

    private record Key(Level level, String pattern) {}

    private final Map<Key, Tally> tallies = new LinkedHashMap<>();
    private long errors;
    private long untold;

    Digest read(List<LogEntry> entries) {
      entries.stream().filter(entry -> entry.level() != Level.OTHER).forEach(this::add);
      var seen = new ArrayList<>(tallies.values().stream().map(Tally::seen).toList());
      seen.sort(MOST_FIRST);
      var kept = seen.subList(0, Math.min(PATTERNS, seen.size()));
      for (var left : seen.subList(kept.size(), seen.size())) {
        untold += left.count();
      }
      return new Digest(entries.size(), errors, kept, untold);
    }

    private void add(LogEntry entry) {
      errors += entry.level() == Level.ERROR ? 1 : 0;
      var key = new Key(entry.level(), entry.pattern());
      if (tallies.containsKey(key) || tallies.size() < KNOWN) {
        tallies.computeIfAbsent(key, _ -> new Tally(entry)).add(entry);
      } else {
        untold++;
      }
    }
  }
}
