package dev.evenkeel.judge.literal;

import dev.evenkeel.judge.Course;
import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Judge;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lays readings out over equal steps of time. */
public final class CoursePlot {
  private static final int VERDICTS = 60;

  private final Rule rule;
  private final Instant from;
  private final Duration step;

  private CoursePlot(Rule rule, Instant from, Duration step) {
    this.rule = rule;
    this.from = from;
    this.step = step;
  }

  /**
   * @param evidence each track with only the readings of the time in which its target was in that
   *     part; a target may come more than once
   * @param from where the first step begins
   * @param step how long each is
   */
  public static Course of(Rule rule, Evidence evidence, Instant from, Duration step) {
    return new CoursePlot(rule, from, step).plot(evidence);
  }

  private Course plot(Evidence evidence) {
    return switch (rule.metric()) {
      case ERROR_RATE -> pooled(new Lens.Errors(), evidence);
      case LATENCY -> pooled(new Lens.Latencies(rule.quantile()), evidence);
      case VALUE ->
          course(
              worst(evidence.upgraded()),
              worst(evidence.waiting()),
              Arm.of(new Lens.Values(), evidence.before()).whole().level());
      case FAILING ->
          course(streaks(evidence.upgraded()), streaks(evidence.waiting()), OptionalDouble.empty());
      case BLOCKED, NOVELTY, OVERRUN ->
          course(verdicts(evidence), List.of(), OptionalDouble.empty());
    };
  }

  /** What would have been said at the end of each step; at most {@value #VERDICTS} of them. */
  private List<Course.Point> verdicts(Evidence evidence) {
    var looks =
        new ArrayList<>(
            evidence.upgraded().stream()
                .flatMap(track -> track.readings().stream())
                .map(reading -> number(reading.at()))
                .collect(Collectors.toCollection(TreeSet::new)));
    var points = new ArrayList<Course.Point>();
    int every = Math.ceilDiv(Math.max(1, looks.size()), VERDICTS);
    for (int i = looks.size() - 1; i >= 0; i -= every) {
      var end = point(looks.get(i), 0, 0).at();
      var verdict = Judge.judge(rule, evidence, end);
      points.addFirst(new Course.Point(end, verdict.observed().orElse(0), verdict.evidence()));
    }
    return points;
  }

  private <T> Course pooled(Lens<T> lens, Evidence evidence) {
    return course(
        points(lens, evidence.upgraded()),
        points(lens, evidence.waiting()),
        Arm.of(lens, evidence.before()).whole().level());
  }

  private Course course(
      List<Course.Point> upgraded, List<Course.Point> others, OptionalDouble baseline) {
    return new Course(
        upgraded,
        others,
        baseline,
        limit(rule.warning(), baseline),
        limit(rule.breach(), baseline));
  }

  private static OptionalDouble limit(Optional<Threshold> threshold, OptionalDouble baseline) {
    if (threshold.isPresent() && threshold.get() instanceof Threshold.FailingFor(var limit)) {
      return OptionalDouble.of(Slice.inSeconds(limit));
    }
    var found = threshold.flatMap(t -> Limit.of(t, baseline));
    return found.isPresent() ? OptionalDouble.of(found.get().at()) : OptionalDouble.empty();
  }

  private <T> List<Course.Point> points(Lens<T> lens, List<Track> tracks) {
    var steps = new TreeMap<Long, List<T>>();
    for (var track : tracks) {
      lens.slices(track)
          .forEach(slice ->
              steps.computeIfAbsent(number(slice.to()), _ -> new ArrayList<>()).add(slice.what()));
    }
    var points = new ArrayList<Course.Point>();
    steps.forEach((number, parts) -> {
      var measure = lens.sum(parts);
      measure.level().ifPresent(level -> points.add(point(number, level, measure.total())));
    });
    return points;
  }

  /** Of plain numbers, in each step that of the target that is worst off. */
  private List<Course.Point> worst(List<Track> tracks) {
    boolean low = rule.breach().or(rule::warning).orElse(null) instanceof Threshold.Below;
    Comparator<Course.Point> byLevel = Comparator.comparingDouble(Course.Point::level);
    return merged(
        tracks.stream().map(track -> points(new Lens.Values(), List.of(track))).toList(),
        low ? byLevel.reversed() : byLevel);
  }

  /** How long the one that fails longest has been failing. */
  private List<Course.Point> streaks(List<Track> tracks) {
    return merged(
        tracks.stream().map(this::streaks).toList(),
        Comparator.comparingDouble(Course.Point::level));
  }

  private List<Course.Point> streaks(Track track) {
    var steps = new TreeMap<Long, Course.Point>();
    Optional<Instant> failingSince = Optional.empty();
    for (var reading : track.readings()) {
      var state = Streak.state(reading);
      if (state.isEmpty()) {
        continue;
      }
      failingSince =
          state.get().well() ? Optional.empty() : failingSince.or(() -> Optional.of(reading.at()));
      double seconds =
          failingSince
              .map(since -> Slice.inSeconds(Duration.between(since, reading.at())))
              .orElse(0.0);
      long number = number(reading.at());
      steps.merge(
          number,
          point(number, seconds, 1),
          (one, other) -> one.level() >= other.level() ? one : other);
    }
    return List.copyOf(steps.values());
  }

  private static List<Course.Point> merged(
      List<List<Course.Point>> lines, Comparator<Course.Point> worse) {
    Map<Instant, Course.Point> worst = new HashMap<>();
    lines.forEach(line ->
        line.forEach(point ->
            worst.merge(
                point.at(), point, (one, other) -> worse.compare(one, other) >= 0 ? one : other)));
    return worst.values().stream().sorted(Comparator.comparing(Course.Point::at)).toList();
  }

  private long number(Instant at) {
    return Math.floorDiv(Duration.between(from, at).toMillis(), step.toMillis());
  }

  private Course.Point point(long number, double level, double evidence) {
    return new Course.Point(from.plus(step.multipliedBy(number + 1)), level, (long) evidence);
  }
}
