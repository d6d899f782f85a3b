package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.lifecycle.LinesInOrder.Placed;
import dev.evenkeel.estate.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where the rules force a stop between two versions, the oldest first. */
final class Stops {
  /** More majors than this between two versions are a mistake, not a way. */
  private static final int MOST_MAJORS = 100;

  /**
   * @param line a release line
   */
  record Stop(String line, Version version, PathRule rule) {}

  private final Version start;
  private final Version end;
  private final LinesInOrder lines;

  private Stops(Version start, Version end, LinesInOrder lines) {
    this.start = start;
    this.end = end;
    this.lines = lines;
  }

  static List<Stop> between(Version start, Version end, Product product, List<PathRule> rules) {
    var stops = new Stops(start, end, LinesInOrder.of(product));
    var found = new LinkedHashMap<String, Stop>();
    for (var rule : rules) {
      for (var line : stops.lines(rule)) {
        Version.ofProduct(line)
            .filter(stops::isBetween)
            .ifPresent(version -> found.putIfAbsent(line, new Stop(line, version, rule)));
      }
    }
    return found.values().stream().sorted(Comparator.comparing(Stop::version)).toList();
  }

  private List<String> lines(PathRule rule) {
    return switch (rule.way()) {
      case DIRECT -> List.of();
      case STOPS -> rule.stops();
      case EACH_LINE -> lines.lines().stream().map(Placed::name).toList();
      case EACH_MAJOR -> majors();
      case EACH_LTS -> longTerm();
    };
  }

  /** Of every major version between the newest line that is known, otherwise the major itself. */
  private List<String> majors() {
    var first = major(start);
    var last = major(end);
    if (first.isEmpty() || last.isEmpty() || last.get() - first.get() > MOST_MAJORS) {
      return List.of();
    }
    return IntStream.range(first.get() + 1, last.get())
        .mapToObj(major ->
            lines.lines().stream()
                .filter(line -> major(line.version()).equals(Optional.of(major)))
                .reduce((_, newer) -> newer)
                .map(Placed::name)
                .orElse("" + major))
        .toList();
  }

  /** Line by line up to a long-term one, from there on from one long-term line to the next. */
  private List<String> longTerm() {
    var found = new ArrayList<String>();
    var reached =
        lines.lines().stream().anyMatch(line -> isIn(start, line.version()) && line.longTerm());
    for (var line : lines.lines()) {
      if (isBetween(line.version()) && (line.longTerm() || !reached)) {
        found.add(line.name());
        reached = reached || line.longTerm();
      }
    }
    return found;
  }

  /** Above the line of the start and below the line of the end. */
  private boolean isBetween(Version line) {
    return line.compareTo(start) > 0 && line.compareTo(end) < 0 && !isIn(end, line);
  }

  private static boolean isIn(Version version, Version line) {
    var numbers = line.numbers();
    return version.numbers().size() >= numbers.size()
        && version.numbers().subList(0, numbers.size()).equals(numbers);
  }

  private static Optional<Integer> major(Version version) {
    var first = version.numbers().getFirst();
    return first.length() > 6 ? Optional.empty() : Optional.of(Integer.valueOf(first));
  }
}
