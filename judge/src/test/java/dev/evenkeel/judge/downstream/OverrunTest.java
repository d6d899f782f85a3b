package dev.evenkeel.judge.downstream;

import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OverrunTest {
  private static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");
  private static final double UNKNOWN = Double.NaN;

  /** The e-mail service gets 80 a second and can do 100; the new version gives 30 % more. */
  private record Mail(double old, double upgraded, double capacity, double noise, boolean split) {
    private static final Mail EXAMPLE = new Mail(80, 104, 100, 0.02, true);

    List<Load> loads(long seed, double... shares) {
      var random = new SplittableRandom(seed);
      var loads = new ArrayList<Load>();
      double backlog = 0;
      for (double share : shares) {
        for (int i = 0; i < 60; i++) {
          double fromNew = upgraded * share * luck(random);
          double arrivals = fromNew + old * (1 - share) * luck(random);
          double completions = Math.min(capacity, arrivals + backlog / 10);
          backlog = Math.max(0, backlog + (arrivals - completions) * 10);
          loads.add(
              new Load(
                  CHANGE.plusSeconds(10L * loads.size()),
                  share,
                  arrivals,
                  split ? fromNew : UNKNOWN,
                  completions,
                  backlog,
                  Math.min(1, completions / capacity * luck(random))));
        }
      }
      return loads;
    }

    private double luck(SplittableRandom random) {
      return 1 + noise * (random.nextDouble() * 2 - 1);
    }
  }

  private static Forecast forecast(List<Load> loads) {
    return Overrun.forecast(new Consumer("mail", "mails", 5_000, loads), Instant.MAX);
  }

  @Test
  void a_queue_a_third_faster_overruns_the_mail_service_and_the_throttle_is_named() {
    var forecast = forecast(Mail.EXAMPLE.loads(1, 0, 0.25));
    assertThat(forecast.kind()).isEqualTo(BREACH);
    assertThat(forecast.arrivals().orElseThrow().middle()).isCloseTo(104, within(1.0));
    assertThat(forecast.capacity().orElseThrow().middle()).isCloseTo(100, within(1.0));
    assertThat(forecast.overrunAt().orElseThrow()).isCloseTo(20.0 / 24, within(0.05));
    assertThat(forecast.throttle().orElseThrow().middle()).isCloseTo(80, within(1.0));
    assertThat(forecast.fullAfter().orElseThrow())
        .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(30));
    assertThat(forecast.says())
        .contains(
            "With all traffic on the new version, mail would get 104 mails a second",
            "busy. It is overrun from 8",
            "Its backlog would reach 5,000 after",
            "Limit the new version to ",
            "to keep it below 80 % busy.");
  }

  @Test
  void without_counts_by_version_the_old_one_is_taken_off() {
    var forecast = forecast(new Mail(80, 104, 100, 0.02, false).loads(1, 0, 0.25, 0.5));
    assertThat(forecast.kind()).isEqualTo(BREACH);
    assertThat(forecast.arrivals().orElseThrow().middle()).isCloseTo(104, within(2.0));
    assertThat(forecast(new Mail(80, 104, 100, 0.02, false).loads(1, 0.25)).missing())
        .singleElement()
        .asString()
        .contains("count it by version");
  }

  @Test
  void capacity_is_seen_while_a_backlog_grows() {
    var loads =
        new Mail(110, 130, 100, 0.02, true)
            .loads(1, 0, 0.5).stream()
                .map(l ->
                    new Load(
                        l.at(),
                        l.share(),
                        l.arrivals(),
                        l.fromNew(),
                        l.completions(),
                        l.backlog(),
                        UNKNOWN))
                .toList();
    var forecast = forecast(loads);
    assertThat(forecast.kind()).isEqualTo(BREACH);
    assertThat(forecast.capacity().orElseThrow().middle()).isCloseTo(100, within(0.5));
    assertThat(forecast.overrunAt()).hasValue(0);
    assertThat(forecast.says()).contains("seen while its backlog grew", "It is overrun already.");
  }

  @Test
  void a_consumer_with_room_is_fine() {
    assertThat(forecast(new Mail(40, 52, 100, 0.02, true).loads(1, 0, 0.25)).kind())
        .isEqualTo(HEALTHY);
  }

  @Test
  void one_that_would_be_very_busy_is_a_warning() {
    var forecast = forecast(new Mail(70, 91, 100, 0.02, true).loads(1, 0, 0.25));
    assertThat(forecast.kind()).isEqualTo(WARNING);
    assertThat(forecast.overrunAt()).isEmpty();
    assertThat(forecast.says()).contains("90.8 % busy", "Limit the new version to");
  }

  @Test
  void a_consumer_never_seen_busy_is_known_by_a_lower_bound_only() {
    var forecast = forecast(new Mail(8, 30, 100, 0.02, true).loads(1, 0, 0.25));
    assertThat(forecast.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(forecast.capacity().orElseThrow().isLowerBound()).isTrue();
    assertThat(forecast.missing())
        .singleElement()
        .asString()
        .contains("never seen busy above 30 %");
    assertThat(forecast.says()).contains("it can do at least 13", "To be safe until then");
  }

  @Test
  void says_what_is_missing() {
    assertThat(forecast(List.of()).missing()).hasSize(2);
    assertThat(forecast(Mail.EXAMPLE.loads(1, 0)).missing())
        .containsExactly("traffic on the new version");
  }

  @Test
  void the_first_to_be_overrun_is_named() {
    var outlook =
        Overrun.predict(
            List.of(
                new Consumer("mail", "mails", UNKNOWN, Mail.EXAMPLE.loads(1, 0, 0.25)),
                new Consumer(
                    "print",
                    "pages",
                    UNKNOWN,
                    new Mail(95, 140, 100, 0.02, true).loads(2, 0, 0.25))),
            Instant.MAX);
    assertThat(outlook.kind()).isEqualTo(BREACH);
    assertThat(outlook.first().orElseThrow().consumer()).isEqualTo("print");
  }

  @Test
  void ten_thousand_consumers_with_room_are_never_certain_to_be_overrun() {
    int alarms = 0;
    for (long seed = 0; seed < 10_000; seed++) {
      // Just as much as it can do: certain in at most one of forty, and the intervals of both
      // count.
      var kind = forecast(new Mail(77, 100, 100, 0.3, true).loads(seed, 0.2)).kind();
      alarms += kind == BREACH ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(250);
  }

  @Test
  void the_interval_of_what_arrives_holds_as_often_as_it_says() {
    int inside = 0;
    for (long seed = 0; seed < 10_000; seed++) {
      var range =
          forecast(new Mail(80, 104, 200, 0.5, true).loads(seed, 0.2)).arrivals().orElseThrow();
      inside += range.low() <= 104 && 104 <= range.high() ? 1 : 0;
    }
    assertThat(inside).isBetween(9_350, 9_700);
  }

  @Test
  void a_backlog_that_goes_up_and_down_shows_no_capacity() {
    for (long seed = 0; seed < 1_000; seed++) {
      var random = new SplittableRandom(seed);
      var loads = new ArrayList<Load>();
      for (int i = 0; i < 300; i++) {
        loads.add(
            new Load(
                CHANGE.plusSeconds(2L * i),
                0.25,
                20 + random.nextDouble(),
                5 + random.nextDouble(),
                20 + random.nextDouble(),
                random.nextInt(4),
                UNKNOWN));
      }
      assertThat(forecast(loads).capacity().orElseThrow().isLowerBound())
          .as("seed %d", seed)
          .isTrue();
    }
  }

  @Test
  void order_copies_and_the_future_make_no_difference() {
    for (long seed = 0; seed < 1_000; seed++) {
      var loads = new ArrayList<>(Mail.EXAMPLE.loads(seed, 0, 0.25));
      var now = loads.get(99).at();
      var once = Overrun.forecast(new Consumer("mail", "mails", 5_000, loads.subList(0, 100)), now);
      loads.addAll(List.copyOf(loads));
      Collections.shuffle(loads, new Random(seed));
      assertThat(Overrun.forecast(new Consumer("mail", "mails", 5_000, loads), now))
          .as("seed %d", seed)
          .isEqualTo(once);
    }
  }

  @Test
  void gives_a_forecast_on_anything() {
    double[] numbers = {
      0,
      -0.0,
      1,
      0.25,
      50,
      1e-300,
      1e12,
      1e15,
      1e300,
      -1,
      UNKNOWN,
      Double.MAX_VALUE,
      Double.MIN_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    var times = new Instant[] {Instant.MIN, Instant.EPOCH, CHANGE, Instant.MAX};
    for (long seed = 0; seed < 20_000; seed++) {
      var random = new SplittableRandom(seed);
      var loads = new ArrayList<Load>();
      boolean equal = random.nextBoolean();
      double same = numbers[random.nextInt(numbers.length)];
      for (int i = random.nextInt(40); i > 0; i--) {
        var at = i % 4 == 0 ? times[random.nextInt(4)] : CHANGE.plusSeconds(i);
        var n =
            random
                .doubles(6, 0, 1)
                .map(d -> equal ? same : numbers[(int) (d * numbers.length)])
                .toArray();
        loads.add(new Load(at, random.nextBoolean() ? 0.25 : n[0], n[1], n[2], n[3], n[4], n[5]));
      }
      var most = numbers[random.nextInt(numbers.length)];
      var forecast =
          Overrun.forecast(new Consumer("c", "jobs", most, loads), times[random.nextInt(4)]);
      assertThat(forecast.says()).as("seed %d", seed).isNotBlank();
      forecast
          .busy()
          .ifPresent(busy -> {
            assertThat(busy.low()).isNotNaN();
            assertThat(busy.middle()).isNotNaN();
            assertThat(busy.high()).isNotNaN();
          });
      assertThat(forecast.overrunAt().orElse(0)).as("seed %d", seed).isBetween(0.0, 1.0);
    }
  }
}
