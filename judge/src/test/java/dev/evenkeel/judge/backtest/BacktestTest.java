package dev.evenkeel.judge.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Metric;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Four days of a service with a request in a hundred failing: for ten minutes every fifth request
 * fails, and once, unmarked, every 25th for ten minutes.
 */
class BacktestTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final Mark MARK =
      new Mark(at(50 * 60), at(50 * 60 + 10), "the database was full", List.of());
  private static final Replay.Cut CUT = new Replay.Cut(START, at(96 * 60), HOUR, HOUR, HOUR);

  private final Recorded recorded = new Recorded(List.of(track()));

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static Track track() {
    List<Reading> readings = new ArrayList<>();
    double requests = 0;
    double failed = 0;
    for (int minute = 0; minute <= 96 * 60; minute++) {
      readings.add(Reading.of(at(minute), new Fact.Counted(requests, failed)));
      requests += 600;
      failed += failing(minute);
    }
    return new Track("", readings);
  }

  private static double failing(int minute) {
    if (minute >= 50 * 60 && minute < 50 * 60 + 10) {
      return 120;
    }
    return minute >= 70 * 60 + 10 && minute < 70 * 60 + 20 ? 24 : 6;
  }

  private LiteralAlarms alarms(double points) {
    return new LiteralAlarms(
        new Rule(
            "errors",
            Metric.ERROR_RATE,
            0.95,
            Duration.ofMinutes(2),
            50,
            Optional.empty(),
            Optional.of(new Threshold.AboveBaseline(points))),
        recorded,
        HOUR,
        LOOK);
  }

  private static List<Replay> incidents() {
    return List.of(Replay.of(MARK, HOUR));
  }

  @Test
  void an_upgrade_might_have_begun_in_every_hour_that_no_incident_touches() {
    List<Replay> healthy = Replay.healthy(CUT, List.of(MARK));
    assertThat(healthy.getFirst().began()).isEqualTo(at(60));
    assertThat(healthy.getLast().end()).isEqualTo(at(96 * 60));
    assertThat(healthy)
        .as("the incident is in the watch of one, and in the time before another")
        .hasSize(95 - 2)
        .noneMatch(one -> one.began().equals(at(50 * 60)) || one.began().equals(at(51 * 60)));
  }

  @Test
  void an_incident_is_replayed_as_the_upgrade_that_brought_it() {
    assertThat(Replay.of(MARK, HOUR))
        .isEqualTo(new Replay(at(50 * 60), at(50 * 60 + 10), Optional.of(MARK)));
    assertThat(Replay.of(MARK, Duration.ofMinutes(3)).end()).isEqualTo(at(50 * 60 + 3));
  }

  @Test
  void false_alarms_are_counted_by_the_week_and_incidents_timed() {
    Outcome outcome = Outcome.of(alarms(0.01), Replay.healthy(CUT, List.of(MARK)), incidents());
    assertThat(outcome.falseAlarms())
        .singleElement()
        .satisfies(at -> assertThat(at).isBetween(at(70 * 60 + 11), at(70 * 60 + 20)));
    assertThat(outcome.weeks()).isCloseTo(92.2 / 168, within(0.01));
    assertThat(outcome.perWeek()).isCloseTo(1.82, within(0.05));
    assertThat(outcome.perWeekInterval().low()).isLessThan(0.1);
    assertThat(outcome.perWeekInterval().high()).isBetween(9.0, 11.0);
    assertThat(outcome.seen())
        .singleElement()
        .satisfies(seen ->
            assertThat(seen.delay())
                .hasValueSatisfying(
                    delay -> assertThat(delay).isBetween(LOOK, Duration.ofMinutes(2))));
  }

  @Test
  void the_recommended_threshold_finds_every_incident_with_the_fewest_false_alarms() {
    Sweep sweep =
        Sweep.of(
            alarms(0.01),
            new Threshold.AboveBaseline(0.01),
            Replay.healthy(CUT, List.of(MARK)),
            incidents(),
            new Quiet());
    assertThat(sweep.choices()).hasSize(11);
    assertThat(sweep.choices())
        .extracting(choice -> choice.outcome().falseAlarms().size())
        .as("a laxer threshold gives no more false alarms")
        .isSortedAccordingTo((one, other) -> Integer.compare(other, one));
    Sweep.Choice recommended = sweep.recommended().orElseThrow();
    assertThat(recommended.outcome().falseAlarms()).isEmpty();
    assertThat(recommended.outcome().found()).isEqualTo(1);
    assertThat(((Threshold.AboveBaseline) recommended.threshold()).amount()).isGreaterThan(0.02);
  }

  @Test
  void when_no_threshold_finds_every_incident_the_one_that_finds_no_less_is_recommended() {
    Mark unseen = new Mark(at(20 * 60), at(20 * 60 + 5), "nobody could pay", List.of());
    Sweep sweep =
        Sweep.of(
            alarms(0.01),
            new Threshold.AboveBaseline(0.01),
            Replay.healthy(CUT, List.of(MARK, unseen)),
            List.of(Replay.of(MARK, HOUR), Replay.of(unseen, HOUR)),
            new Quiet());
    assertThat(sweep.recommended())
        .hasValueSatisfying(choice -> {
          assertThat(choice.outcome().found()).isEqualTo(1);
          assertThat(choice.outcome().falseAlarms()).isEmpty();
        });
  }

  @Test
  void nothing_is_recommended_without_an_incident_that_can_be_found() {
    Mark unseen = new Mark(at(20 * 60), at(20 * 60 + 5), "nobody could pay", List.of());
    for (var incidents : List.of(List.<Replay>of(), List.of(Replay.of(unseen, HOUR)))) {
      assertThat(
              Sweep.of(
                      alarms(0.01),
                      new Threshold.AboveBaseline(0.01),
                      Replay.healthy(CUT, List.of(MARK, unseen)),
                      incidents,
                      new Quiet())
                  .recommended())
          .isEmpty();
    }
  }

  @Test
  void what_is_known_to_be_quiet_changes_no_outcome() {
    Quiet quiet = new Quiet();
    List<Replay> healthy = Replay.healthy(CUT, List.of(MARK));
    Sweep.of(alarms(0.01), new Threshold.AboveBaseline(0.002), healthy, incidents(), quiet);
    assertThat(
            Sweep.of(alarms(0.01), new Threshold.AboveBaseline(0.01), healthy, incidents(), quiet))
        .isEqualTo(
            Sweep.of(
                alarms(0.01),
                new Threshold.AboveBaseline(0.01),
                healthy,
                incidents(),
                new Quiet()));
  }

  @Test
  void a_limit_that_must_not_be_undercut_is_swept_from_above() {
    Sweep sweep =
        Sweep.of(
            alarms(0.01),
            new Threshold.Below(0.2),
            Replay.healthy(CUT, List.of(MARK)),
            incidents(),
            new Quiet());
    assertThat(sweep.choices().getFirst().factor()).isEqualTo(4);
    assertThat(sweep.choices().getLast().factor()).isEqualTo(0.25);
  }

  @Test
  void the_sequential_judge_compares_with_the_same_hours_of_earlier_days() {
    SequentialAlarms sequential =
        new SequentialAlarms(
            List.of(new SequentialAlarms.Watched("errors", Kind.ERRORS, 0.02, recorded)),
            List.of(MARK),
            HOUR,
            Duration.ZERO,
            0.01);
    Trial trial = sequential.trial(new Replay(at(74 * 60), at(75 * 60), Optional.empty()));
    var pair = trial.pairs().getFirst();
    assertThat(pair.control()).isEmpty();
    assertThat(pair.margin()).isEqualTo(0.02);
    assertThat(pair.candidate().getFirst().readings()).hasSize(121);
    assertThat(pair.history())
        .as("of three days before, the one with the incident in these hours is left out")
        .extracting(Track::target)
        .containsExactly(" 2 days before", " 3 days before");
    assertThat(pair.history().getFirst().readings().getFirst().at()).isEqualTo(at(73 * 60));
    assertThat(pair.history().getFirst().readings().getLast().at()).isEqualTo(at(75 * 60));
  }
}
