package dev.evenkeel.judge.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A finding depends on what was read up to now, and on nothing else. */
class SameFindingTest {
  private final World world = World.of(20, 20).moreErrors(0.03, 300);
  private final Trial trial =
      world.trial(world.errors(), world.latency(), world.level(), world.rate(), world.growth(0.01));

  @Test
  void copiesOfReadingsAndTheirOrderMakeNoDifference() {
    var expected = SequentialJudge.judge(trial, World.at(1200));
    for (int seed = 0; seed < 5; seed++) {
      var random = new Random(seed);
      var mixed =
          changed(
              trial,
              readings -> {
                var more = new ArrayList<>(readings);
                readings.stream().filter(_ -> random.nextBoolean()).forEach(more::add);
                Collections.shuffle(more, random);
                return more;
              });
      assertThat(SequentialJudge.judge(mixed, World.at(1200))).isEqualTo(expected);
    }
  }

  @Test
  void theOrderOfTargetsMakesNoDifference() {
    var other = World.of(21, 20).errors();
    var pair = trial.pairs().getFirst();
    var one =
        Pair.of(
            "errors",
            Kind.ERRORS,
            List.of(pair.candidate().getFirst(), other.candidate().getFirst()),
            pair.control());
    var reversed = Pair.of("errors", Kind.ERRORS, one.candidate().reversed(), one.control());
    assertThat(world.judged(reversed)).isEqualTo(world.judged(one));
  }

  @Test
  void readingsOfTheFutureMakeNoDifference() {
    for (int second = 100; second <= 1200; second += 275) {
      int until = second;
      var past =
          changed(
              trial,
              readings -> readings.stream().filter(r -> !r.at().isAfter(World.at(until))).toList());
      assertThat(SequentialJudge.judge(trial, World.at(until)))
          .isEqualTo(SequentialJudge.judge(past, World.at(until)));
    }
  }

  @Test
  void whatWasDecidedStaysDecided() {
    var decided = SequentialJudge.judge(trial, World.at(1200)).decided().orElseThrow();
    assertThat(SequentialJudge.judge(trial, decided).decided()).contains(decided);
    assertThat(SequentialJudge.judge(trial, decided.minusSeconds(10)).decided()).isEmpty();
  }

  private static Trial changed(Trial trial, UnaryOperator<List<Reading>> change) {
    return Trial.of(
        trial.began(),
        trial.pairs().stream()
            .map(pair ->
                Pair.of(
                    pair.name(),
                    pair.kind(),
                    changed(pair.candidate(), change),
                    changed(pair.control(), change)))
            .toList());
  }

  private static List<Track> changed(List<Track> tracks, UnaryOperator<List<Reading>> change) {
    return tracks.stream()
        .map(track -> new Track(track.target(), change.apply(track.readings())))
        .toList();
  }
}
