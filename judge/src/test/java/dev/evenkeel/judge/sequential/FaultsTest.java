package dev.evenkeel.judge.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How soon what is really worse is seen, in simulated seconds: the median of eleven worlds. */
class FaultsTest {

  @Test
  void everyFifthRequestFailingIsSeenWithinHalfAMinute() {
    assertThat(median(seed -> World.of(seed, 10).moreErrors(0.2, 0), World::errors))
        .isLessThanOrEqualTo(30);
  }

  @Test
  void twoPointsMoreErrorsAtFivePercentOfTheTrafficAreSeenWithinThreeMinutes() {
    assertThat(median(seed -> World.of(seed, 30).share(0.05).moreErrors(0.02, 0), World::errors))
        .isLessThanOrEqualTo(180);
  }

  @Test
  void aFaultThatBeginsAfterHalfAnHourIsSeenAsSoon() {
    assertThat(median(seed -> World.of(seed, 45).moreErrors(0.05, 1800), World::errors) - 1800)
        .isBetween(10L, 180L);
  }

  @Test
  void answersHalfAsSlowAgainAreSeenWithinThreeMinutes() {
    assertThat(median(seed -> World.of(seed, 20).slower(1.5, 0), World::latency))
        .isLessThanOrEqualTo(180);
  }

  @Test
  void aLeakOfTwoPercentAMinuteIsSeenWithinAQuarterOfAnHour() {
    assertThat(median(seed -> World.of(seed, 30), world -> world.growth(0.02)))
        .isLessThanOrEqualTo(900);
  }

  @Test
  void halfAsMuchCpuAgainIsSeenWithinTenMinutes() {
    assertThat(median(seed -> World.of(seed, 30).slower(1.5, 0), World::level))
        .isLessThanOrEqualTo(600);
  }

  @Test
  void twiceAsManyExceptionsASecondAreSeenWithinTenMinutes() {
    assertThat(median(seed -> World.of(seed, 30).slower(2, 0), World::rate))
        .isLessThanOrEqualTo(600);
  }

  @Test
  void aBreachSaysByHowMuchItIsWorseAndWhatWouldMatter() {
    var world = World.of(1, 10).moreErrors(0.2, 0);
    var opinion = world.judged(world.errors()).opinions().getFirst();
    assertThat(opinion.kind()).isEqualTo(Verdict.Kind.BREACH);
    assertThat(opinion.effect().orElseThrow()).isBetween(0.1, 0.3);
    assertThat(opinion.low().orElseThrow()).isLessThan(opinion.effect().orElseThrow());
    assertThat(opinion.high().orElseThrow()).isGreaterThan(opinion.effect().orElseThrow());
    assertThat(opinion.says())
        .startsWith("Worse. Failed requests: ")
        .contains("points more")
        .contains("1 point would matter");
  }

  private interface Worlds {
    World of(long seed);
  }

  private interface Measured {
    Pair of(World world);
  }

  /** Seconds from the beginning to the decision; an hour when there was none. */
  private static long median(Worlds worlds, Measured measured) {
    var seconds =
        LongStream.range(0, 11)
            .map(seed -> {
              var world = worlds.of(seed);
              return world
                  .judged(measured.of(world))
                  .decided()
                  .map(at -> Duration.between(World.BEGAN, at).toSeconds())
                  .orElse(3600L);
            })
            .sorted()
            .toArray();
    return seconds[5];
  }
}
