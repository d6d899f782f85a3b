package dev.evenkeel.judge.journey;

import static dev.evenkeel.judge.Verdict.Kind.BREACH;
import static dev.evenkeel.judge.Verdict.Kind.HEALTHY;
import static dev.evenkeel.judge.Verdict.Kind.NOT_ENOUGH_EVIDENCE;
import static dev.evenkeel.judge.Verdict.Kind.WARNING;
import static dev.evenkeel.judge.journey.Act.What.COMPLETED;
import static dev.evenkeel.judge.journey.Act.What.FAILED;
import static dev.evenkeel.judge.journey.Act.What.LEFT;
import static dev.evenkeel.judge.journey.Act.What.TRIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyJudgeTest {
  private static final double[] SEVEN_MINUTES = {20, 80, 140, 200, 260, 320, 380, 440};

  @Test
  void one_user_who_keeps_failing_for_more_than_five_minutes_is_a_breach() {
    var finding =
        new People()
            .contentOnNew(60, 300)
            .contentOnOld(100, 300)
            .upgraded("u7", FAILED, SEVEN_MINUTES)
            .judgedAt(450);
    assertThat(finding.verdict().kind()).isEqualTo(BREACH);
    assertThat(finding.verdict().observed()).hasValue(420);
    assertThat(finding.verdict().limit()).hasValue(300);
    assertThat(finding.verdict().says())
        .isEqualTo(
            "u7 cannot complete checkout: 8 attempts in 7 min since 22:00:20Z, lately HTTP 500. "
                + "1 of 61 users of the new version is blocked, and none of 100 of the old one. "
                + "The limit is 5 min.");
    assertThat(finding.blocked())
        .singleElement()
        .satisfies(blocked -> {
          assertThat(blocked.user()).isEqualTo("u7");
          assertThat(blocked.attempts()).isEqualTo(8);
          assertThat(blocked.since()).isEqualTo(People.at(20));
        });
  }

  @Test
  void five_minutes_are_still_allowed() {
    var people = new People().contentOnNew(60, 300).upgraded("u7", FAILED, 20, 100, 200, 320);
    assertThat(people.judgedAt(330).verdict().kind()).isEqualTo(HEALTHY);
    assertThat(people.upgraded("u7", FAILED, 321).judgedAt(330).verdict().kind()).isEqualTo(BREACH);
  }

  @Test
  void who_gets_through_in_between_is_not_blocked() {
    var people =
        new People()
            .contentOnNew(60, 300)
            .upgraded("u7", FAILED, SEVEN_MINUTES)
            .upgraded("u7", COMPLETED, 230);
    assertThat(people.judgedAt(450).verdict().kind()).isEqualTo(HEALTHY);
  }

  @Test
  void who_gives_up_is_idle_and_not_blocked() {
    var people = new People().contentOnNew(60, 300).upgraded("u7", FAILED, 20, 60, 100);
    assertThat(people.judgedAt(900).verdict().kind())
        .as("nothing is seen of them, then the source goes on")
        .isEqualTo(HEALTHY);
    assertThat(people.upgraded("u7", FAILED, 600).judgedAt(610).verdict().kind())
        .as("back after eight minutes: a new beginning")
        .isEqualTo(HEALTHY);
  }

  @Test
  void who_leaves_is_not_blocked() {
    var people =
        new People()
            .contentOnNew(60, 300)
            .upgraded("u7", FAILED, SEVEN_MINUTES)
            .upgraded("u7", LEFT, 445);
    assertThat(people.judgedAt(450).verdict().kind()).isEqualTo(HEALTHY);
  }

  @Test
  void a_blocked_user_who_gave_up_counts_no_more_after_a_while() {
    var people = new People().contentOnNew(60, 300).upgraded("u7", FAILED, SEVEN_MINUTES);
    assertThat(people.judgedAt(590).verdict().kind()).isEqualTo(BREACH);
    assertThat(people.judgedAt(600).verdict().kind()).isEqualTo(HEALTHY);
  }

  @Test
  void a_single_attempt_without_an_answer_is_no_block_without_signs_of_life() {
    var people = new People().contentOnNew(60, 300).upgraded("u7", TRIED, 20);
    assertThat(people.judgedAt(450).verdict().kind()).isEqualTo(HEALTHY);
    people.upgraded("u7", Act.What.WAITING, 100, 200, 300, 400);
    assertThat(people.judgedAt(450).verdict().kind()).isEqualTo(BREACH);
  }

  @Test
  void attempts_that_hang_and_are_begun_again_are_a_block() {
    var people = new People().upgraded("u7", TRIED, SEVEN_MINUTES);
    assertThat(people.judgedAt(450).verdict().kind()).isEqualTo(BREACH);
  }

  @Test
  void the_same_share_on_the_old_version_is_not_the_upgrade_alone() {
    var people =
        new People()
            .contentOnNew(50, 300)
            .contentOnOld(50, 300)
            .upgraded("u7", FAILED, SEVEN_MINUTES)
            .waiting("u8", FAILED, SEVEN_MINUTES);
    var verdict = people.judgedAt(450).verdict();
    assertThat(verdict.kind()).isEqualTo(WARNING);
    assertThat(verdict.says()).startsWith("Not the upgrade alone: u7 cannot complete checkout");
    assertThat(verdict.baseline()).hasValue(420);
  }

  @Test
  void many_more_than_on_the_old_version_are_the_upgrade() {
    var people =
        new People()
            .contentOnNew(20, 300)
            .contentOnOld(50, 300)
            .waiting("u8", FAILED, SEVEN_MINUTES);
    for (int i = 0; i < 10; i++) {
      people.upgraded("u" + (100 + i), FAILED, SEVEN_MINUTES);
    }
    var finding = people.judgedAt(450);
    assertThat(finding.verdict().kind()).isEqualTo(BREACH);
    assertThat(finding.verdict().says())
        .contains("10 of 30 users of the new version are blocked, and 1 of 51 of the old one");
    assertThat(finding.blocked()).hasSize(10);
  }

  @Test
  void a_client_that_was_broken_before_is_not_counted() {
    var people =
        new People()
            .contentOnNew(60, 300)
            .before("u7", FAILED, -3000, -2900, -2800, -2700, -2600)
            .upgraded("u7", FAILED, SEVEN_MINUTES);
    var verdict = people.judgedAt(450).verdict();
    assertThat(verdict.kind()).isEqualTo(HEALTHY);
    assertThat(verdict.says())
        .contains("Not counted: 1 user was blocked on the old version already.");
    assertThat(people.before("u7", COMPLETED, -100).judgedAt(450).verdict().kind())
        .as("got through before the upgrade")
        .isEqualTo(WARNING);
  }

  @Test
  void who_kept_failing_right_before_the_change_is_not_counted() {
    var people =
        new People()
            .contentOnNew(60, 300)
            .before("u7", FAILED, -70, -10)
            .upgraded("u7", FAILED, SEVEN_MINUTES);
    assertThat(people.judgedAt(450).verdict().kind()).isEqualTo(HEALTHY);
  }

  @Test
  void little_was_tried_is_not_healthy() {
    var verdict = new People().contentOnNew(10, 300).judgedAt(450).verdict();
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says()).contains("only 10 attempts ended on the new version; 50 are wanted");
  }

  @Test
  void a_source_that_says_nothing_is_not_healthy() {
    var evidence = new People().contentOnNew(60, 300).evidence(300);
    var verdict =
        JourneyJudge.judge(JourneyRule.of("journeys"), evidence, People.at(400)).verdict();
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says()).isEqualTo("n1 said nothing about users for 100 s.");
  }

  @Test
  void a_shorter_warning_warns_first() {
    var rule =
        new JourneyRule(
            "journeys",
            Duration.ofSeconds(30),
            50,
            Optional.of(Duration.ofMinutes(2)),
            Optional.of(Duration.ofMinutes(5)));
    var people = new People().contentOnNew(60, 100).upgraded("u7", FAILED, 20, 70, 120, 160);
    var verdict = JourneyJudge.judge(rule, people.evidence(170), People.at(170)).verdict();
    assertThat(verdict.kind()).isEqualTo(WARNING);
    assertThat(verdict.says()).contains("The limit is 2 min");
  }

  @Test
  void a_rule_without_a_threshold_says_so() {
    var rule = new JourneyRule("r", Duration.ofSeconds(30), 1, Optional.empty(), Optional.empty());
    var verdict = JourneyJudge.judge(rule, new People().evidence(10), People.at(10)).verdict();
    assertThat(verdict.kind()).isEqualTo(NOT_ENOUGH_EVIDENCE);
    assertThat(verdict.says()).contains("blockedFor");
  }

  @Test
  void journeys_are_counted_for_comparison() {
    var acts =
        List.of(
            People.act("a", 1, TRIED),
            People.act("a", 2, COMPLETED),
            People.act("b", 3, TRIED),
            People.act("b", 15, TRIED),
            People.act("b", 16, FAILED),
            People.act("c", 17, FAILED),
            People.act("c", 17, FAILED));
    var counted = JourneyCounts.of(List.of(People.track("n1", acts, 0, 20))).getFirst();
    assertThat(counted.readings())
        .extracting(reading -> reading.find(Fact.Counted.class).orElseThrow())
        .containsExactly(new Fact.Counted(0, 0), new Fact.Counted(1, 0), new Fact.Counted(4, 3));
  }

  @Test
  void nothing_upgraded_is_nothing_to_judge() {
    var none = new Evidence(List.of(), List.of(), List.of());
    assertThat(JourneyJudge.judge(JourneyRule.of("r"), none, People.CHANGE).verdict().says())
        .isEqualTo("Nothing is upgraded yet.");
  }
}
