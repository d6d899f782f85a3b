package dev.evenkeel.judge;

import static dev.evenkeel.judge.Scene.CHANGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdict hangs on what was read, not on how it came in. */
class SameReadingsTest {

  @ParameterizedTest
  @EnumSource
  void order_and_copies_make_no_difference(Metric metric) {
    for (long seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var evidence = evidence(random);
      var now = CHANGE.plusSeconds(60);
      var straight = Judge.judge(rule(metric), evidence, now);
      var shuffled =
          changed(
              evidence,
              readings -> {
                var twice = new ArrayList<>(readings);
                readings.stream().filter(_ -> random.nextInt(3) == 0).forEach(twice::add);
                Collections.shuffle(twice, random);
                return twice;
              });
      assertThat(Judge.judge(rule(metric), shuffled, now)).as("seed %d", seed).isEqualTo(straight);
    }
  }

  @ParameterizedTest
  @EnumSource
  void only_the_past_counts(Metric metric) {
    for (long seed = 0; seed < 500; seed++) {
      var evidence = evidence(new Random(seed));
      var now = CHANGE.plusSeconds(new Random(seed).nextInt(60));
      var past = changed(evidence, readings -> upTo(now, readings));
      assertThat(Judge.judge(rule(metric), evidence, now))
          .as("seed %d", seed)
          .isEqualTo(Judge.judge(rule(metric), past, now));
    }
  }

  private static List<Reading> upTo(Instant now, List<Reading> readings) {
    return readings.stream().filter(reading -> !reading.at().isAfter(now)).toList();
  }

  private static Rule rule(Metric metric) {
    return metric == Metric.FAILING
        ? ARule.failingFor(5)
        : ARule.of(metric)
            .evidence(10)
            .warning(new Threshold.RelativeToBaseline(0.1))
            .breach(new Threshold.AboveBaseline(0.05))
            .rule();
  }

  private static Evidence evidence(Random random) {
    return new Evidence(tracks(random, 0, 60), tracks(random, 0, 60), tracks(random, -30, 0));
  }

  private static List<Track> tracks(Random random, int from, int to) {
    var tracks = new ArrayList<Track>();
    for (var target : List.of("n1", "n2")) {
      var readings = new ArrayList<Reading>();
      double requests = random.nextInt(1000);
      double failed = random.nextInt(10);
      for (int second = from; second <= to; second += 2) {
        requests += random.nextInt(50);
        failed += random.nextInt(5);
        if (random.nextInt(25) == 0) {
          requests = failed = 0;
        }
        readings.add(
            Reading.of(
                Scene.at(second),
                new Fact.Counted(requests, failed),
                new Fact.Tried(3, random.nextInt(4), List.of(random.nextDouble() * 100)),
                new Fact.Value(random.nextGaussian()),
                random.nextInt(9) == 0
                    ? new Fact.Missing("late")
                    : new Fact.Well(random.nextInt(4) == 0, "refused")));
      }
      tracks.add(new Track(target, readings));
    }
    return tracks;
  }

  private static Evidence changed(Evidence evidence, UnaryOperator<List<Reading>> change) {
    return new Evidence(
        changed(evidence.upgraded(), change),
        changed(evidence.waiting(), change),
        changed(evidence.before(), change));
  }

  private static List<Track> changed(List<Track> tracks, UnaryOperator<List<Reading>> change) {
    return tracks.stream()
        .map(track -> new Track(track.target(), change.apply(track.readings())))
        .toList();
  }
}
