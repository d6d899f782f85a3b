package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When which message is due (C50, C51, C54). */
@Tag("C50")
class DueTest {
  private static final Instant START = Instant.parse("2026-12-03T21:00:00Z");
  private static final Optional<Window> WINDOW =
      Optional.of(new Window(START, START.plus(Duration.ofHours(4)), true));

  private static MessagePlan proposed() {
    return MessagePlan.proposed(
        new UpgradeId(12), "ann", List.of(new MessagePlan.Way("mail", "users", "de")));
  }

  private static MessagePlan approved(Instant at) {
    MessagePlan plan = proposed();
    return new MessagePlan(
        plan.upgrade(),
        plan.terms(),
        plan.messages().stream()
            .map(one -> one.decided(Planned.State.APPROVED, "", "cleo", at))
            .toList(),
        Optional.empty(),
        1);
  }

  @Test
  void what_is_about_a_window_that_is_near_or_under_way_cannot_wait_for_a_digest() {
    Window window = WINDOW.orElseThrow();
    assertThat(window.isNear(START.minus(Duration.ofDays(2)).minusSeconds(1))).isFalse();
    assertThat(window.isNear(START.minus(Duration.ofDays(1)))).isTrue();
    assertThat(window.isNear(START.plus(Duration.ofHours(1)))).isTrue();
    assertThat(window.isNear(window.end())).as("the review that follows can").isFalse();
  }

  private static RunReport run(String status, Instant since, long mark) {
    return new RunReport(
        new RunId("k3x9"),
        "Shop to 11",
        status,
        "",
        Optional.of(START),
        Optional.empty(),
        since,
        mark,
        1,
        4,
        true,
        Optional.empty(),
        Set.of("shop"),
        Optional.empty(),
        Map.of());
  }

  /** It stands so, and came before to another status. */
  private static RunReport run(String status, Instant since, String before, Instant at) {
    RunReport run = run(status, since, 9);
    return new RunReport(
        run.id(),
        run.title(),
        status,
        "",
        run.began(),
        Optional.empty(),
        since,
        9,
        1,
        4,
        true,
        Optional.empty(),
        run.systems(),
        Optional.empty(),
        Map.of(before, new RunReport.Came(at, 8)));
  }

  @Test
  void a_way_back_that_was_quicker_than_the_next_look_is_told_and_first() {
    MessagePlan plan = approved(START.minus(Duration.ofDays(30)));
    Instant now = START.plus(Duration.ofMinutes(20));
    RunReport back = run("ROLLED_BACK", now, "ROLLING_BACK", now.minusSeconds(2));
    assertThat(about(plan, List.of(back), now))
        .containsSubsequence(Occasion.ROLLBACK_BEGUN, Occasion.ROLLED_BACK);
    assertThat(due(plan, List.of(run("ROLLING_BACK", now.minusSeconds(2), 8)), now))
        .as("the same is told once, whether it is seen on the way or afterwards")
        .contains("upgrade/12/plan/6/k3x9/8");
    assertThat(due(plan, List.of(back), now)).contains("upgrade/12/plan/6/k3x9/8");
    assertThat(about(plan, List.of(run("ROLLED_BACK", now, 9)), now))
        .as("of what never went back nobody is told that it does")
        .doesNotContain(Occasion.ROLLBACK_BEGUN);
  }

  @Test
  void a_wait_that_was_over_before_anybody_looked_was_passed_over() {
    MessagePlan plan = approved(START.minus(Duration.ofDays(30)));
    Instant now = START.plus(Duration.ofMinutes(20));
    Planned waits = plan.message(5);
    assertThat(Due.passed(plan, waits, run("RUNNING", now, "PAUSED", now.minusSeconds(3)), now))
        .contains(new Due.Passed("upgrade/12/plan/5/k3x9/8", now.minusSeconds(3)));
    assertThat(Due.passed(plan, waits, run("PAUSED", now, 9), now)).isEmpty();
    assertThat(Due.passed(plan, waits, run("RUNNING", now, 9), now)).isEmpty();
    assertThat(
            Due.passed(proposed(), proposed().message(5), run("RUNNING", now, "PAUSED", now), now))
        .as("nobody approved it")
        .isEmpty();
  }

  @Test
  void all_who_work_with_it_are_to_hear_that_it_went_back_each_on_their_channel() {
    var users = new MessagePlan.Way("mail", "users", "de");
    assertThat(
            toldThatItIsBack(
                List.of(
                    users,
                    new MessagePlan.Way("ops", "technical", "en"),
                    new MessagePlan.Way("board", "management", "en"))))
        .containsExactly(AudienceClass.USERS, AudienceClass.TECHNICAL, AudienceClass.MANAGEMENT);
    assertThat(toldThatItIsBack(List.of(users))).containsExactly(AudienceClass.USERS);
  }

  private static List<AudienceClass> toldThatItIsBack(List<MessagePlan.Way> ways) {
    return MessagePlan.proposed(new UpgradeId(12), "ann", ways).messages().stream()
        .filter(one -> one.basis() == Basis.RUN_WENT_BACK)
        .map(Planned::detail)
        .toList();
  }

  private static List<String> due(MessagePlan plan, List<RunReport> runs, Instant now) {
    return Due.of(plan, WINDOW, runs, now).stream().map(Due::key).toList();
  }

  private static List<Occasion> about(MessagePlan plan, List<RunReport> runs, Instant now) {
    return Due.of(plan, WINDOW, runs, now).stream().map(due -> due.message().occasion()).toList();
  }

  @Test
  void nothing_is_due_that_nobody_approved() {
    assertThat(due(proposed(), List.of(run("PAUSED", START, 1)), START.minus(Duration.ofDays(8))))
        .isEmpty();
  }

  @Test
  void notice_is_due_eight_days_ahead_and_never_later_than_seven_by_itself() {
    MessagePlan plan = approved(START.minus(Duration.ofDays(30)));
    assertThat(about(plan, List.of(), START.minus(Duration.ofDays(8)).minusSeconds(1))).isEmpty();
    assertThat(about(plan, List.of(), START.minus(Duration.ofDays(8))))
        .containsExactly(Occasion.ADVANCE_NOTICE);
    assertThat(about(plan, List.of(), START.minus(Duration.ofDays(7))))
        .containsExactly(Occasion.ADVANCE_NOTICE);
    Instant late = START.minus(Duration.ofDays(7)).plusSeconds(1);
    assertThat(about(plan, List.of(), late)).isEmpty();
    assertThat(plan.lateNotice(WINDOW, late)).isPresent();
    assertThat(plan.lateNotice(WINDOW, late.minusSeconds(1))).isEmpty();
  }

  @Test
  void a_reminder_is_not_sent_once_the_window_has_begun() {
    MessagePlan plan = approved(START.minus(Duration.ofDays(30)));
    assertThat(about(plan, List.of(), START.minus(Duration.ofDays(1)))).contains(Occasion.REMINDER);
    assertThat(about(plan, List.of(), START.plusSeconds(1))).isEmpty();
  }

  @Test
  void each_pause_of_a_run_is_told_once_under_its_own_key() {
    MessagePlan plan = approved(START.minus(Duration.ofDays(30)));
    Instant now = START.plus(Duration.ofMinutes(20));
    List<String> first = due(plan, List.of(run("PAUSED", now, 7)), now);
    assertThat(due(plan, List.of(run("PAUSED", now, 7)), now.plusSeconds(60))).isEqualTo(first);
    assertThat(first).contains("upgrade/12/plan/5/k3x9/7", "upgrade/12/plan/4/k3x9");
    assertThat(due(plan, List.of(run("HELD", now, 9)), now)).contains("upgrade/12/plan/5/k3x9/9");
  }

  @Test
  void what_happened_long_ago_or_before_the_approval_is_no_news() {
    Instant now = START.plus(Duration.ofHours(7));
    assertThat(about(approved(START.minusSeconds(60)), List.of(run("PAUSED", START, 7)), now))
        .isEmpty();
    assertThat(
            about(
                approved(START.plusSeconds(60)),
                List.of(run("PAUSED", START, 7)),
                START.plusSeconds(90)))
        .isEmpty();
  }

  @Test
  void the_crisis_script_is_ready_when_it_is_approved_and_has_a_speaker() {
    MessagePlan plan = approved(START.minus(Duration.ofDays(30)));
    assertThat(plan.hasCrisisScript()).isFalse();
    assertThat(plan.missing()).hasValueSatisfying(says -> assertThat(says).contains("speaks"));
    assertThat(Due.of(plan, WINDOW, List.of(run("HELD", START, 1)), START))
        .noneMatch(due -> due.message().occasion() == Occasion.CRISIS);
  }

  @Test
  void a_channel_gets_what_is_meant_for_its_audience() {
    MessagePlan plan =
        MessagePlan.proposed(
            new UpgradeId(12),
            "ann",
            List.of(
                new MessagePlan.Way("ops", "technical", "en"),
                new MessagePlan.Way("mail", "users", "de")));
    assertThat(plan.message(1).channel()).contains("mail");
    assertThat(plan.message(1).language().word()).isEqualTo("de");
    assertThat(plan.message(5).channel()).contains("ops");
    assertThat(plan.message(6).channel()).isEmpty();
  }
}
