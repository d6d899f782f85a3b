package dev.evenkeel.server.comms.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.Stated;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What follows from what people do to a plan of messages, without database and clock (C50). */
@Tag("C50")
class RulingTest {
  private static final Instant START = Instant.parse("2027-03-01T22:00:00Z");
  private static final Instant WELL_AHEAD = START.minus(Duration.ofDays(30));
  private static final Instant LATE = START.minus(Duration.ofDays(3));
  private static final Optional<Window> WINDOW =
      Optional.of(new Window(START, START.plus(Duration.ofHours(4)), true));
  private static final Actor CLEO = Actor.person("cleo");
  private static final MessagePlan PLAN =
      MessagePlan.proposed(
          new UpgradeId(12), "ann", List.of(new MessagePlan.Way("mail", "users", "de")));

  private static Planned one(Occasion occasion) {
    return PLAN.messages().stream()
        .filter(message -> message.occasion() == occasion)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<RunReport> run(String status) {
    return Optional.of(
        new RunReport(
            new RunId("k3x9"),
            "Shop to 11",
            status,
            "",
            Optional.of(START),
            Optional.empty(),
            START,
            7,
            1,
            4,
            true,
            Optional.empty(),
            Set.of("shop"),
            Optional.empty(),
            Map.of()));
  }

  private static Ruling.Sending send(Planned one, String reason, Optional<RunReport> run) {
    return Ruling.sent(PLAN, one, reason, WINDOW, run, Optional.empty(), CLEO, LATE);
  }

  @Test
  void whoever_approves_is_on_it_and_a_late_notice_is_not_approved_any_more() {
    Planned notice = one(Occasion.ADVANCE_NOTICE);
    Planned approved = Ruling.approved(notice, WINDOW, CLEO, WELL_AHEAD);
    assertThat(approved.state()).isEqualTo(Planned.State.APPROVED);
    assertThat(approved.by()).contains("cleo");
    assertThat(approved.at()).contains(WELL_AHEAD);
    assertThatThrownBy(() -> Ruling.approved(notice, WINDOW, CLEO, LATE))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("too late");
  }

  @Test
  void all_that_nobody_decided_on_is_approved_but_what_is_too_late() {
    assertThat(Ruling.allApproved(PLAN, WINDOW, CLEO, WELL_AHEAD))
        .hasSameSizeAs(PLAN.messages())
        .allSatisfy(one -> assertThat(one.isDecided()).isTrue());
    assertThat(Ruling.allApproved(PLAN, WINDOW, CLEO, LATE))
        .hasSizeBetween(1, PLAN.messages().size() - 1)
        .noneMatch(one -> one.occasion() == Occasion.ADVANCE_NOTICE);
  }

  @Test
  void that_messages_go_nowhere_yet_is_said_once_with_all_of_them() {
    MessagePlan nowhere = MessagePlan.proposed(new UpgradeId(12), "ann", List.of());
    assertThatThrownBy(() -> Ruling.allApproved(nowhere, WINDOW, CLEO, WELL_AHEAD))
        .hasMessageContaining("12 of them go nowhere yet: 'Advance notice', 'Briefing of the")
        .satisfies(refused ->
            assertThat(String.valueOf(refused.getMessage())).containsOnlyOnce("nowhere"));
  }

  @Test
  void a_late_notice_is_sent_only_with_a_reason_which_stays_on_it() {
    Planned notice = one(Occasion.ADVANCE_NOTICE);
    assertThatThrownBy(() -> send(notice, "", Optional.empty()))
        .hasMessageContaining("Say why it is sent late");
    Planned kept = send(notice, "an emergency", Optional.empty()).kept().orElseThrow();
    assertThat(kept.state()).isEqualTo(Planned.State.SENT);
    assertThat(kept.reason()).isEqualTo("an emergency");
  }

  @Test
  void what_tells_of_a_run_needs_one_that_stands_so_and_if_approved_stays_so_for_what_comes() {
    Planned back = one(Occasion.ROLLED_BACK);
    assertThatThrownBy(() -> send(back, "", Optional.empty()))
        .hasMessageContaining("people would hear of what did not happen");
    assertThatThrownBy(() -> send(back, "", run("RUNNING")))
        .hasMessageContaining("people would hear of what did not happen");
    Ruling.Sending draft = send(back, "", run("ROLLED_BACK"));
    assertThat(draft.told()).isPresent();
    assertThat(draft.kept()).isPresent();
    Planned approved = Ruling.approved(back, WINDOW, CLEO, WELL_AHEAD);
    assertThat(send(approved, "", run("ROLLED_BACK")).kept()).isEmpty();
  }

  @Test
  @Tag("C120")
  void what_was_stated_of_an_upgrade_that_was_taken_over_may_be_told_by_hand_once() {
    Ruling.Sending sending = sendStated(one(Occasion.START), Stated.Kind.STARTED);
    assertThat(sending.told().orElseThrow()).endsWith("/stated/2027-03-01T22:00:00Z");
    assertThat(sendStated(one(Occasion.COMPLETION), Stated.Kind.FINISHED).told()).isPresent();
    assertThat(sendStated(one(Occasion.ROLLED_BACK), Stated.Kind.ROLLED_BACK).told()).isPresent();
    assertThatThrownBy(() -> sendStated(one(Occasion.COMPLETION), Stated.Kind.STARTED))
        .hasMessageContaining("people would hear of what did not happen");
  }

  private static Ruling.Sending sendStated(Planned one, Stated.Kind last) {
    Stated stated = new Stated(PLAN.upgrade(), 1, last, "By hand.", "bob", START, CLEO, START);
    return Ruling.sent(PLAN, one, "", WINDOW, Optional.empty(), Optional.of(stated), CLEO, LATE);
  }

  @Test
  void what_was_sent_is_neither_sent_approved_skipped_nor_changed() {
    Planned sent = one(Occasion.REMINDER).decided(Planned.State.SENT, "", "cleo", WELL_AHEAD);
    assertThatThrownBy(() -> send(sent, "", Optional.empty())).hasMessageContaining("sent already");
    assertThatThrownBy(() -> Ruling.approved(sent, WINDOW, CLEO, WELL_AHEAD))
        .hasMessageContaining("sent already");
    assertThatThrownBy(() -> Ruling.skipped(sent, "no", CLEO, WELL_AHEAD))
        .hasMessageContaining("sent already");
    var plan = new MessagePlan(PLAN.upgrade(), PLAN.terms(), List.of(sent), Optional.empty(), 1);
    assertThatThrownBy(() -> Ruling.planned(plan, sent))
        .hasMessageContaining("cannot be changed any more");
  }

  @Test
  void a_new_message_gets_the_next_number() {
    int last = PLAN.messages().stream().mapToInt(Planned::number).max().orElseThrow();
    assertThat(Ruling.planned(PLAN, one(Occasion.CRISIS).numbered(0)).number()).isEqualTo(last + 1);
  }

  @Test
  void a_plan_is_given_to_each_channel_once_and_only_when_all_is_decided() {
    assertThatThrownBy(() -> Ruling.givenBy(PLAN)).hasMessageContaining("Approve or skip");
  }

  @Test
  void the_fingerprint_is_made_over_what_people_are_told_and_not_over_who_decided_it() {
    var decided =
        new MessagePlan(
            PLAN.upgrade(),
            PLAN.terms(),
            PLAN.messages().stream()
                .map(one -> one.decided(Planned.State.APPROVED, "so", "ben", START))
                .toList(),
            Optional.empty(),
            9);
    assertThat(decided.digest()).isEqualTo(PLAN.digest());
    List<Planned> other =
        PLAN.messages().stream()
            .map(one -> one.occasion() == Occasion.CRISIS ? one.numbered(99) : one)
            .toList();
    assertThat(PlanDigest.of(PLAN.terms(), other)).isNotEqualTo(PLAN.digest());
    // Kept for years: whoever changes it makes every plan look as if it were not given out.
    assertThat(PLAN.digest())
        .isEqualTo("42df19be46207440c036d50d3d556c999047613a76be62ff7f3f058bff57e35c");
  }
}
