package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Course;
import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Judge;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Trend;
import dev.evenkeel.server.health.store.ReadingStore;
import dev.evenkeel.server.health.store.ReadingStore.Wanted;
import dev.evenkeel.server.health.store.WatchStore;
import dev.evenkeel.server.health.store.WatchStore.Arm;
import dev.evenkeel.server.health.store.WatchStore.Stay;
import dev.evenkeel.server.health.store.WatchStore.StoredWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the series of charts from the readings kept. */
@Component
class Charts {
  private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);

  /** Readings of a source and target drawn one by one; older ones are thinned. */
  private static final int READINGS = 4000;

  private final ReadingStore readings;
  private final WatchStore watches;

  Charts(ReadingStore readings, WatchStore watches) {
    this.readings = readings;
    this.watches = watches;
  }

  List<Series> series(String watch, List<WatchRule> rules) {
    var found = watches.find(watch);
    if (found.isEmpty()) {
      return rules.stream().map(Charts::empty).toList();
    }
    var stored = found.get();
    var stays = watches.stays(watch);
    var tracks =
        readings.tracks(
            watch,
            new Wanted(
                rules.stream().map(WatchRule::source).distinct().toList(),
                Instant.EPOCH,
                stored.lastLook(),
                READINGS));
    return rules.stream()
        .map(rule -> series(rule, tracks.getOrDefault(rule.source(), List.of()), stored, stays))
        .toList();
  }

  /** The series of what was compared beside what was found. */
  List<Trend> trends(String watch, Comparison comparison, Finding finding) {
    var series =
        series(
            watch,
            comparison.metrics().stream().flatMap(metric -> drawn(metric).stream()).toList());
    var changeBegan = watches.find(watch).flatMap(StoredWatch::changeBegan);
    return finding.opinions().stream()
        .map(opinion -> {
          var lines =
              series.stream().filter(line -> line.rule().equals(opinion.pair())).findFirst();
          return new Trend(
              opinion,
              lines.map(Series::others).orElse(List.of()),
              lines.map(Series::upgraded).orElse(List.of()),
              changeBegan,
              finding.decided().filter(_ -> opinion.kind() == Verdict.Kind.BREACH));
        })
        .toList();
  }

  /** A rule without limits that draws the metric; none draws how often something happens. */
  private static Optional<WatchRule> drawn(Compared metric) {
    var rule =
        switch (metric.metric()) {
          case ERROR_RATE -> Optional.of(WatchRule.Metric.ERROR_RATE);
          case LATENCY -> Optional.of(WatchRule.Metric.LATENCY);
          case LEVEL, GROWTH -> Optional.of(WatchRule.Metric.VALUE);
          case RATE -> Optional.<WatchRule.Metric>empty();
        };
    return rule.map(of ->
        new WatchRule(
            metric.name(),
            metric.source(),
            of,
            0.5,
            Duration.ofSeconds(30),
            1,
            Optional.empty(),
            Optional.empty(),
            metric.where()));
  }

  private static Series series(
      WatchRule rule, List<Track> tracks, StoredWatch watch, List<Stay> stays) {
    var course =
        Judge.course(Rules.of(rule), evidence(tracks, watch, stays), watch.began(), step(watch));
    return new Series(
        rule.name(),
        unit(rule),
        points(course.upgraded()),
        points(course.others()),
        watch.changeBegan(),
        course.baseline(),
        course.warning(),
        course.breach());
  }

  /** So long that all of it has fewer steps than a line may have points. */
  private static Duration step(StoredWatch watch) {
    var step =
        Duration.between(watch.began(), watch.lastLook())
            .dividedBy(Series.POINTS - 1)
            .plusMillis(1);
    return step.compareTo(SHORTEST_STEP) > 0 ? step : SHORTEST_STEP;
  }

  private static Evidence evidence(List<Track> tracks, StoredWatch watch, List<Stay> stays) {
    var changed = watch.changeBegan().orElse(Instant.MAX);
    var before = tracks.stream().map(track -> track.between(Instant.MIN, changed)).toList();
    return new Evidence(
        watch.changeBegan().isEmpty() ? List.of() : upgraded(tracks, watch, stays),
        Stream.concat(
                before.stream(),
                tracks.stream().flatMap(t -> staying(t, Arm.WAITING, watch, stays)))
            .toList(),
        watch.changeBegan().isEmpty() ? List.of() : before);
  }

  private static List<Track> upgraded(List<Track> tracks, StoredWatch watch, List<Stay> stays) {
    var known = watch.lastJudged().orElse(watch.lastLook());
    return tracks.stream()
        .flatMap(track ->
            track.target().isEmpty()
                ? Stream.of(track.between(watch.changeBegan().orElseThrow(), known))
                : staying(track, Arm.UPGRADED, watch, stays))
        .toList();
  }

  private static Stream<Track> staying(Track track, Arm arm, StoredWatch watch, List<Stay> stays) {
    var known = watch.lastJudged().orElse(watch.lastLook());
    return stays.stream()
        .filter(stay -> stay.arm() == arm && stay.target().equals(track.target()))
        .map(stay -> track.between(later(stay.since(), watch), stay.until().orElse(known)));
  }

  /** What was before the first change is drawn already. */
  private static Instant later(Instant since, StoredWatch watch) {
    return watch.changeBegan().filter(since::isBefore).orElse(since);
  }

  private static List<Series.Point> points(List<Course.Point> points) {
    return points.stream()
        .map(point -> new Series.Point(point.at(), point.level(), point.evidence()))
        .toList();
  }

  private static Series.Unit unit(WatchRule rule) {
    return switch (rule.metric()) {
      case ERROR_RATE, OVERRUN -> Series.Unit.SHARE;
      case LATENCY -> Series.Unit.MILLISECONDS;
      case FAILING, BLOCKED -> Series.Unit.SECONDS;
      case VALUE, NOVELTY -> Series.Unit.PLAIN;
    };
  }

  private static Series empty(WatchRule rule) {
    return new Series(
        rule.name(),
        unit(rule),
        List.of(),
        List.of(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
