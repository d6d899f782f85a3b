package dev.evenkeel.judge.downstream;

import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Judge;
import dev.evenkeel.judge.Metric;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Four nodes give mails to a service that can do 100 a second; n1 is upgraded. */
class OverrunJudgeTest {
  private static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");
  private static final int LOOK = 5;
  private static final double CAPACITY = 100;

  /**
   * @param old mails a second of a node on the old version
   * @param upgraded of one on the new one
   */
  private record Mails(double old, double upgraded, boolean counted) {
    Evidence until(int second) {
      var waiting = new ArrayList<Track>();
      var before = new ArrayList<Track>();
      for (var node : List.of("n2", "n3", "n4")) {
        before.add(track(node, -300, 0, old));
        waiting.add(track(node, LOOK, second, old));
      }
      before.add(track("n1", -300, 0, old));
      return new Evidence(List.of(track("n1", LOOK, second, upgraded)), waiting, before);
    }

    private Track track(String node, int from, int to, double rate) {
      var readings = new ArrayList<Reading>();
      for (int second = from; second <= to; second += LOOK) {
        readings.add(Reading.of(CHANGE.plusSeconds(second), fact(second, rate * (second + 1000))));
      }
      return new Track(node, readings);
    }

    private Fact fact(int second, double given) {
      double all = second <= 0 ? 4 * old : 3 * old + upgraded;
      return new Fact.Consumed(
          new Look(
              "the e-mail service",
              "mails",
              6000,
              given,
              counted
                  ? 4 * old * (second + 1000) + (second <= 0 ? 0 : (all - 4 * old) * second)
                  : Double.NaN,
              0,
              counted ? all / CAPACITY : Double.NaN));
    }
  }

  private static final Mails FASTER = new Mails(20, 30, true);

  @Test
  void loads_are_what_all_targets_gave_with_the_share_that_was_upgraded() {
    var loads = Loads.of(FASTER.until(60), Instant.MAX).orElseThrow().loads();
    assertThat(loads.getFirst())
        .isEqualTo(new Load(CHANGE.minusSeconds(295), 0, 80, 0, 80, 0, 0.8));
    var last = loads.getLast();
    assertThat(last.share()).isEqualTo(0.25);
    assertThat(last.arrivals()).isCloseTo(90, within(1e-9));
    assertThat(last.fromNew()).isCloseTo(30, within(1e-9));
    assertThat(last.completions()).isCloseTo(90, within(1e-9));
  }

  @Test
  void a_target_that_tells_nothing_is_taken_to_give_as_much_as_the_others() {
    var all = FASTER.until(60);
    var without = new Evidence(all.upgraded(), List.of(), all.before());
    var last = Loads.of(without, Instant.MAX).orElseThrow().loads().getLast();
    assertThat(last.share()).isEqualTo(1);
    assertThat(last.fromNew()).isCloseTo(120, within(1e-9));
  }

  @Test
  void a_counter_that_starts_again_gives_no_rate() {
    var one = new Look("mail", "mails", Double.NaN, 500, 500, 0, 0.5);
    var again = new Look("mail", "mails", Double.NaN, 7, 510, 0, 0.5);
    var track =
        new Track(
            "n1",
            List.of(
                Reading.of(CHANGE, new Fact.Consumed(one)),
                Reading.of(CHANGE.plusSeconds(10), new Fact.Consumed(again))));
    var load =
        Loads.of(new Evidence(List.of(track), List.of(), List.of()), Instant.MAX)
            .orElseThrow()
            .loads()
            .getFirst();
    assertThat(load.arrivals()).isNaN();
    assertThat(load.completions()).isEqualTo(1);
  }

  @Test
  void a_faster_version_that_would_overrun_a_consumer_is_a_warning_with_the_throttle_to_set() {
    var verdict = judge(FASTER, 120, warning(0.8));
    assertThat(verdict.kind()).isEqualTo(WARNING);
    assertThat(verdict.observed().orElseThrow()).isCloseTo(1.2, within(1e-6));
    assertThat(verdict.says())
        .isEqualTo(
            "With all traffic on the new version, the e-mail service would get 120 mails a second (120 to 120) and can do 100 (100 to 100): 120 % busy. It is overrun from 50 % of the traffic on. Its backlog would reach 6,000 after 5 min. Limit the new version to 80 mails a second (80 to 80) to keep it below 80 % busy. The limit is 80 % busy.");
  }

  @Test
  void what_is_surely_above_the_breach_is_a_breach() {
    assertThat(judge(FASTER, 120, rule(Optional.of(above(0.8)), Optional.of(above(1)))).kind())
        .isEqualTo(BREACH);
    assertThat(judge(FASTER, 120, rule(Optional.of(above(0.8)), Optional.of(above(1.3)))).kind())
        .isEqualTo(WARNING);
  }

  @Test
  void a_version_that_gives_no_more_is_healthy_after_enough_looks() {
    var same = new Mails(15, 15, true);
    assertThat(judge(same, 120, warning(0.8)).kind()).isEqualTo(HEALTHY);
    var early = judge(same, 40, warning(0.8));
    assertThat(early.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(early.says()).endsWith("7 looks at the new version are too few; 20 are wanted.");
  }

  @Test
  void says_what_is_missing() {
    var verdict = judge(new Mails(20, 30, false), 120, warning(0.8));
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says())
        .isEqualTo(
            "Nothing can be said about the e-mail service yet. Missing: what it gets done: at least 5 readings of its completions.");
  }

  @Test
  void what_the_source_does_not_say_is_told_with_its_reason() {
    var silent =
        new Track("n1", List.of(Reading.of(CHANGE.plusSeconds(5), new Fact.Missing("no answer"))));
    var verdict =
        Judge.judge(
            warning(0.8),
            new Evidence(List.of(silent), List.of(), List.of()),
            CHANGE.plusSeconds(10));
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says())
        .isEqualTo("Nothing was read of the consumer. The source says: no answer.");
  }

  private static Verdict judge(Mails mails, int second, Rule rule) {
    return Judge.judge(rule, mails.until(second), CHANGE.plusSeconds(second));
  }

  private static Rule warning(double limit) {
    return rule(Optional.of(above(limit)), Optional.empty());
  }

  private static Threshold above(double limit) {
    return new Threshold.Above(limit);
  }

  private static Rule rule(Optional<Threshold> warning, Optional<Threshold> breach) {
    return new Rule("mail", Metric.OVERRUN, 0.95, Duration.ofSeconds(30), 20, warning, breach);
  }
}
