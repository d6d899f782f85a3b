package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.execution.engine.AgreementLook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.CarriedOut;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A run under way keeps to what was agreed on, and those who agreed keep their duties. */
@Tag("C45")
@Tag("C46")
class AgreementInFlightTest extends ApprovalScene {
  @Test
  @Tag("C49")
  void a_run_in_flight_pauses_when_its_approval_is_taken_back_and_says_why() {
    String run = take(ann, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, run, true));
    AgreementLook.now(beans);
    assertThat(status(run))
        .as("ann asked for it and took it in, dan started it")
        .isEqualTo("RUNNING");

    ok(decide(cy, "withdraw"));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("PAUSED");
    assertThat(scene.api.get("/api/runs/" + run).text())
        .contains("its approval waits for 1 of all approvers");
    assertThat(command(dan, run, "RESUME", true).says()).contains("its approval waits for 1 of");
    ok(decide(vera, "approve"));
    ok(command(dan, run, "RESUME", true));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("RUNNING");
  }

  @Test
  @Tag("C49")
  void a_run_in_flight_pauses_when_a_gate_turns_to_no_but_not_for_what_was_overridden() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(confirm(vera, "yes"));
    ok(start(dan, run, true));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("RUNNING");

    ok(confirm(vera, "no"));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("PAUSED");
    assertThat(scene.api.get("/api/runs/" + run).text())
        .contains("Upgrade %d, go-live checklist: '".formatted(upgrade), "is no");
    assertThat(command(dan, run, "RESUME", false).says()).contains("may override it with a reason");
    ok(command(dan, run, "RESUME", true));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("RUNNING");
  }

  @Test
  @Tag("C45")
  void one_more_try_is_agreed_to_anew() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, run, true));
    ok(command(dan, run, "ABORT", false));
    assertThat(status(run)).isEqualTo("ABORTED");
    String again = take(dan, "18.0");
    assertThat(start(dan, again, true).says())
        .contains("Runs in production that did not end well: 1, approved was 0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, again, true));
  }

  @Test
  @Tag("C49")
  void duties_and_agreement_outlive_the_window_while_a_run_is_not_over() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, run, true));
    ok(command(dan, run, "PAUSE", false));
    endTheWindow();
    assertThat(ann.get(approval).json().path("state").asString()).isEqualTo("expired");
    assertThat(command(ben, run, "RESUME", true).says())
        .contains("agreed to it, and may not carry it out");
    assertThat(command(ann, run, "RESUME", true).says())
        .contains("asked for its approval, and may not carry it out");
    assertThat(confirm(ben, "yes").says()).contains("agreed to it, and may not say");
    ok(command(dan, run, "RESUME", true));
    AgreementLook.now(beans);
    assertThat(status(run)).as("it began in time").isEqualTo("RUNNING");

    ok(decide(cy, "withdraw"));
    AgreementLook.now(beans);
    assertThat(status(run)).isEqualTo("PAUSED");
    assertThat(command(dan, run, "RESUME", true).says()).contains("its approval waits for 1 of");

    ok(command(dan, run, "ABORT", false));
    assertThat(
            viewer
                .open("/upgrades/%d/approval".formatted(upgrade))
                .one("dt:containsOwn(Requester) + dd")
                .text())
        .as("with the last run the duties end")
        .matches("nobody now; it was .*-ann, until request \\d+ ended");
  }

  @Test
  @Tag("C49")
  void a_paused_run_goes_on_only_with_what_was_agreed_to_and_one_in_flight_stays() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, run, true));
    change("\"wayBack\": \"Hope.\"");
    AgreementLook.now(beans);
    assertThat(status(run)).as("a change alone pauses nothing").isEqualTo("RUNNING");

    ok(command(dan, run, "PAUSE", false));
    String changed = "Way back: Hope, approved was Restore.";
    assertThat(command(dan, run, "RESUME", true).says()).contains(changed);
    endTheWindow();
    assertThat(command(dan, run, "RESUME", true).says()).contains(changed);
    change("\"wayBack\": \"Restore.\"");
    ok(command(dan, run, "RESUME", true));
    change("\"wayBack\": \"Hope.\"");
    ok(decide(cy, "withdraw"));
    AgreementLook.now(beans);
    assertThat(status(run)).as("a change hides no agreement taken back").isEqualTo("PAUSED");
  }

  @Test
  void a_new_request_frees_nobody_on_whose_word_a_run_that_is_not_over_began() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    ok(start(dan, run, true));
    ok(command(dan, run, "PAUSE", false));
    assertThat(ask(ben, Map.of()).says())
        .contains("agreed to it, and may not ask for its approval");
    ok(ask(vera, Map.of()));
    assertThat(confirm(ben, "yes").says()).contains("agreed to it, and may not say");
    String eve = signedInAsAdmin();
    ApiClient other = ApiClient.of(beans, List.of(Role.ADMIN), Actor.person(eve));
    ok(decide(other, "approve"));
    assertThat(decide(ann, "approve").says()).contains("asked for its approval, and may not agree");
    ok(decide(cy, "approve"));
    assertThat(command(ben, run, "RESUME", true).says())
        .contains("agreed to it, and may not carry it out");
    assertThat(command(ann, run, "RESUME", true).says())
        .contains("asked for its approval, and may not carry it out");
    ok(command(dan, run, "ABORT", false));
    assertThat(confirm(ben, "yes").status()).as("with the run its duties end").isEqualTo(200);
  }

  @Test
  void a_start_and_a_withdrawal_at_the_same_time_come_one_after_the_other() throws Exception {
    for (int round = 0; round < 6; round++) {
      write();
      String run = take(dan, "18.0");
      ok(ask(ann, Map.of()));
      ok(decide(ben, "approve"));
      ok(decide(cy, "approve"));
      String seen = tag();
      CyclicBarrier together = new CyclicBarrier(2);
      try (ExecutorService two = Executors.newFixedThreadPool(2)) {
        Future<Answer> start =
            two.submit(() -> {
              together.await();
              return start(dan, run, true);
            });
        Future<Answer> back =
            two.submit(() -> {
              together.await();
              return ann.post(approval + "/withdrawal", "{}", "If-Match", seen);
            });
        ok(back.get());
        if (start.get().status() == 200) {
          assertThat(moment("select min(at) from approval_duty where about = ?", "/runs/" + run))
              .as("it began before the agreement was taken back")
              .isBefore(
                  moment(
                      "select max(s.at) from approval_step s join approval_request r on r.id = s.request where r.upgrade = ?",
                      upgrade));
          ok(command(dan, run, "ABORT", false));
        } else {
          assertThat(start.get().says()).contains("its approval was taken back");
        }
      }
    }
  }

  @Test
  void a_start_waits_for_whoever_decides_about_its_approval_just_now() throws Exception {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    TransactionTemplate transaction =
        new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      Future<Answer> start =
          Objects.requireNonNull(
              transaction.execute(_ -> {
                beans.getBean(ApprovalStore.class).lock(new UpgradeId(upgrade));
                Future<Answer> begun = one.submit(() -> start(dan, run, true));
                assertThatThrownBy(() -> begun.get(700, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
                return begun;
              }));
      ok(start.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  @Tag("C32")
  void what_was_begun_is_not_planned_again_unless_it_went_back() {
    String run = take(dan, "18.0");
    ok(ask(ann, Map.of()));
    ok(decide(ben, "approve"));
    ok(decide(cy, "approve"));
    CarriedOut carried = beans.getBean(CarriedOut.class);
    UpgradeId id = new UpgradeId(upgrade);
    assertThat(carried.begun()).doesNotContainKey(id);
    ok(start(dan, run, true));
    assertThat(carried.begun()).containsKey(id);
    assertThat(
            ann.post(
                    "/api/timetables",
                    "{\"name\": \"again\", \"upgrades\": [%d]}".formatted(upgrade))
                .says())
        .contains("There is no upgrade to plan");
    beans
        .getBean(JdbcClient.class)
        .sql("update execution_run set status = 'ROLLED_BACK', ended_at = now() where id = ?")
        .param(run)
        .update();
    assertThat(carried.begun()).doesNotContainKey(id);
  }

  private Instant moment(String sql, Object about) {
    return beans
        .getBean(JdbcClient.class)
        .sql(sql)
        .param(about)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .single();
  }
}
