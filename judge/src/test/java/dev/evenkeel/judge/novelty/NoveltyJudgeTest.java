package dev.evenkeel.judge.novelty;

import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NoveltyJudgeTest {
  private static final String NEW = "22:00:07 ERROR no price for item 17";

  @Test
  void a_failure_never_seen_in_a_long_log_is_a_warning_at_once() {
    var finding = new Logs().before(-600, 0, 50).upgraded(0, 8, 4, NEW).judgedAt(8);
    assertThat(finding.verdict().kind()).isEqualTo(WARNING);
    assertThat(finding.verdict().says())
        .isEqualTo(
            "Never seen before: 22:00:07 ERROR no price for item 17. Came once on n1 since 22:00:08Z; "
                + "not once in 15,050 entries of the old version. The limit is 0.");
    assertThat(finding.found())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.pattern()).isEqualTo("# ERROR no price for item #");
          assertThat(one.sample()).isEqualTo(NEW);
          assertThat(one.since()).isEqualTo(Logs.at(8));
          assertThat(one.targets()).containsExactly("n1");
          assertThat(one.chance()).isLessThan(0.01);
        });
  }

  @Test
  void an_exception_is_named() {
    var finding =
        new Logs()
            .before(-600, 0, 50)
            .upgraded(
                0,
                8,
                4,
                "ERROR cart 7 failed",
                "shop.PriceException: none for 'ann'",
                "\tat shop.Cart.total(Cart.java:31)")
            .judgedAt(8);
    assertThat(finding.verdict().says())
        .startsWith(
            "Never seen before: ERROR cart 7 failed. shop.PriceException at shop.Cart.total. Came once");
  }

  @Test
  void many_errors_of_a_new_kind_are_a_breach() {
    var logs = new Logs().before(-600, 0, 50);
    for (int i = 1; i <= 12; i++) {
      logs.upgraded(2 * i, 2 * i, 50, NEW);
    }
    var finding = logs.judgedAt(24);
    assertThat(finding.verdict().kind()).isEqualTo(BREACH);
    assertThat(finding.verdict().observed()).hasValue(12);
    assertThat(finding.verdict().limit()).hasValue(10);
  }

  @Test
  void many_warnings_of_a_new_kind_are_only_a_warning() {
    var logs = new Logs().before(-600, 0, 50);
    for (int i = 1; i <= 30; i++) {
      logs.upgraded(2 * i, 2 * i, 50, "WARN setting colour is deprecated");
    }
    assertThat(logs.judgedAt(60).verdict().kind()).isEqualTo(WARNING);
  }

  @Test
  void a_hundred_lines_at_once_are_one_occasion() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      lines.add("ERROR no price for item " + i);
    }
    var finding =
        new Logs().before(-600, 0, 200).upgraded(0, 8, 4, lines.toArray(String[]::new)).judgedAt(8);
    assertThat(finding.verdict().kind()).isNotEqualTo(BREACH);
    assertThat(finding.found().getFirst().occasions()).isEqualTo(1);
    assertThat(finding.found().getFirst().count()).isEqualTo(100);
  }

  @Test
  void what_the_old_version_logs_too_is_not_new() {
    var known =
        new Logs()
            .before(-600, 0, 50, "21:59:00 ERROR no price for item 99")
            .upgraded(0, 60, 4, NEW);
    assertThat(known.judgedAt(60).verdict().kind()).isEqualTo(HEALTHY);
    var beside = new Logs().before(-600, 0, 50).waiting(0, 60, 4, NEW).upgraded(0, 60, 4, NEW);
    assertThat(beside.judgedAt(60).verdict().kind()).isEqualTo(HEALTHY);
  }

  @Test
  void a_short_baseline_says_little_about_what_is_new() {
    var verdict = new Logs().before(-10, 0, 30).upgraded(0, 60, 30, NEW).judgedAt(60).verdict();
    assertThat(verdict.kind()).isEqualTo(HEALTHY);
    assertThat(verdict.says()).contains("Not more than chance brings: First: " + NEW);
    var none = new Logs().before(0, 0, 0).upgraded(0, 60, 30, NEW).judgedAt(60).verdict();
    assertThat(none.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(none.says())
        .contains("0 entries of the old version", "A longer watch.baseline helps");
  }

  @Test
  void one_that_may_be_chance_is_not_called_healthy() {
    var verdict = new Logs().before(-600, 0, 10).upgraded(0, 60, 10, NEW).judgedAt(60).verdict();
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says()).startsWith("New, but that can be chance: 1 entry of 1 pattern;");
  }

  @Test
  void where_every_failure_is_of_its_own_kind_a_new_one_says_nothing() {
    var logs = new Logs();
    for (int i = 0; i < 300; i++) {
      logs.before(
          -600 + 2 * i,
          -600 + 2 * i,
          50,
          "ERROR " + "abcdefghij".charAt(i % 10) + "k".repeat(1 + i / 10) + " failed");
    }
    var finding = logs.upgraded(0, 60, 50, "ERROR zz failed").judgedAt(60);
    assertThat(finding.verdict().kind()).isEqualTo(HEALTHY);
    assertThat(finding.unseen()).isEqualTo(300 / 15_000.0);
  }

  @Test
  void the_estimate_of_what_is_unseen_is_never_below_the_rule_of_three() {
    var finding = new Logs().before(-600, 0, 50, NEW).upgraded(0, 60, 50).judgedAt(60);
    assertThat(finding.unseen()).isEqualTo(3 / 15_050.0);
  }

  @Test
  void a_log_that_is_not_read_is_not_healthy() {
    var verdict = new Logs().before(-600, 0, 50).upgraded(0, 60, 50).judgedAt(100).verdict();
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says()).isEqualTo("The log of n1 was not read for 40 s.");
  }

  @Test
  void a_rule_without_a_threshold_says_so() {
    var rule =
        new NoveltyRule(
            "r", Duration.ofSeconds(30), 1, OptionalDouble.empty(), OptionalDouble.empty());
    assertThat(NoveltyJudge.judge(rule, new Logs().evidence(), Logs.CHANGE).verdict().says())
        .contains("threshold above");
    var none = new Evidence(List.of(), List.of(), List.of());
    assertThat(NoveltyJudge.judge(NoveltyRule.of("r"), none, Logs.CHANGE).verdict().says())
        .isEqualTo("Nothing is upgraded yet.");
  }

  @Test
  void errors_are_counted_for_comparison() {
    var logs = new Logs().upgraded(0, 4, 10, NEW, "WARN slow").upgraded(6, 6, 5, NEW);
    assertThat(LogCounts.of(logs.evidence().upgraded()).getFirst().readings())
        .extracting(reading -> reading.find(Fact.Counted.class).orElseThrow())
        .containsExactly(
            new Fact.Counted(10, 0),
            new Fact.Counted(20, 0),
            new Fact.Counted(30, 1),
            new Fact.Counted(35, 2));
  }
}
