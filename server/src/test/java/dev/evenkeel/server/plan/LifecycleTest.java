package dev.evenkeel.server.plan;

import static dev.evenkeel.server.plan.Decision.Kind.CANCEL;
import static dev.evenkeel.server.plan.Decision.Kind.CONFIRM;
import static dev.evenkeel.server.plan.Decision.Kind.REOPEN;
import static dev.evenkeel.server.plan.Decision.Kind.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.plan.Lifecycle.Mark;
import dev.evenkeel.server.plan.Lifecycle.Stage;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts and decisions, and where the upgrade stands by them (C04). */
@Tag("C04")
class LifecycleTest {
  private static final String READY = "risk-audit-over window-agreed approved rehearsal-passed";

  /** {@code run-started@a} is a fact of run a; later ones happened later. */
  private static List<Fact> facts(String words) {
    List<Fact> facts = new ArrayList<>();
    for (String word : words.isBlank() ? new String[0] : words.strip().split(" ")) {
      String[] of = word.split("@");
      facts.add(
          new Fact(
              of[0],
              of.length > 1 ? Optional.of(Instant.ofEpochSecond(facts.size())) : Optional.empty(),
              Optional.empty(),
              "It is so.",
              of.length > 1 ? "/runs/" + of[1] : "/upgrades/1",
              true));
    }
    return facts;
  }

  private static List<Decision> decisions(Decision.Kind... kinds) {
    List<Decision> decisions = new ArrayList<>();
    for (Decision.Kind kind : kinds) {
      decisions.add(
          new Decision(
              new UpgradeId(1),
              decisions.size() + 1,
              kind,
              kind.ofTheWhole() ? Optional.empty() : Optional.of(Gate.PILOT),
              "because",
              Optional.empty(),
              "shop, 10 → 11",
              Actor.person("ann"),
              Instant.EPOCH));
    }
    return decisions;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',                                                                        IDENTIFIED
          'risk-audit-over',                                                         ASSESSED
          'window-agreed approved',                                            IDENTIFIED
          'risk-audit-over strategy-decided',                                        ASSESSED
          'risk-audit-over strategy-decided go-live-set',                            PLANNED
          'risk-audit-over window-agreed',                                           PLANNED
          'risk-audit-over window-agreed rehearsal-passed',                          PLANNED
          'risk-audit-over window-agreed approved',                            APPROVED
          'risk-audit-over window-agreed approved',                                  APPROVED
          'risk-audit-over window-agreed approved rehearsal-passed',           REHEARSED
          'risk-audit-over costs-decided rehearsal-rolled-back@r',                   ASSESSED
          'run-planned@a',                                                           IDENTIFIED
          'run-refused@a',                                                           IDENTIFIED
          'run-started@a',                                                           RUNNING
          'run-started@a run-finished@a',                                            STABILISING
          'run-started@a run-rolled-back@a',                                         ROLLED_BACK
          'run-started@a run-aborted@a',                                             RUNNING
          'run-started@a run-rolled-back@a run-started@b',                           RUNNING
          'run-started@a run-rolled-back@a run-started@b run-finished@b',            STABILISING
          'run-started@a run-aborted@a run-started@b run-finished@b',                STABILISING
          'run-started@a run-started@b run-finished@b',                              RUNNING
          'run-started@x/adoption run-paused@x/adoption',                            RUNNING
          'run-started@x/adoption run-started@b run-finished@b',                     STABILISING
          'run-started@x/adoption run-started@b run-rolled-back@b',                  ROLLED_BACK
          'run-started@b run-rolled-back@b run-started@x/adoption run-finished@x/adoption', STABILISING
          'run-started@b run-finished@b run-started@x/adoption',                     RUNNING
          """)
  void follows_from_facts_in_whatever_order_they_are_told(String words, Stage stage) {
    List<Fact> facts = facts(words);
    assertThat(Lifecycle.of(facts, List.of()).stage()).isEqualTo(stage);
    Collections.reverse(facts);
    assertThat(Lifecycle.of(facts, List.of()).stage()).isEqualTo(stage);
  }

  @Test
  void the_newest_decision_on_the_whole_counts() {
    List<Fact> finished = facts(READY + " run-started@a run-finished@a");
    assertThat(Lifecycle.of(finished, decisions(REVIEW)).stage()).isEqualTo(Stage.REVIEWED);
    assertThat(Lifecycle.of(finished, decisions(REVIEW, REOPEN)).stage())
        .isEqualTo(Stage.STABILISING);
    assertThat(Lifecycle.of(finished, decisions(CANCEL, REOPEN, CANCEL, CONFIRM)).stage())
        .isEqualTo(Stage.CANCELLED);
    assertThat(Lifecycle.of(facts(READY), decisions(CONFIRM)).stage()).isEqualTo(Stage.REHEARSED);
  }

  @Test
  void the_line_tells_what_was_left_out() {
    Lifecycle running = Lifecycle.of(facts("risk-audit-over run-started@a"), List.of());
    assertThat(running.line())
        .extracting(Lifecycle.Step::mark)
        .containsExactly(
            Mark.DONE,
            Mark.DONE,
            Mark.MISSED,
            Mark.MISSED,
            Mark.MISSED,
            Mark.NOW,
            Mark.AHEAD,
            Mark.AHEAD);
    Lifecycle early = Lifecycle.of(facts("rehearsal-passed"), List.of());
    assertThat(early.line())
        .extracting(Lifecycle.Step::mark)
        .containsExactly(
            Mark.NOW,
            Mark.AHEAD,
            Mark.AHEAD,
            Mark.AHEAD,
            Mark.DONE,
            Mark.AHEAD,
            Mark.AHEAD,
            Mark.AHEAD);
    assertThat(Lifecycle.of(facts(READY), decisions(CANCEL)).line())
        .extracting(Lifecycle.Step::mark)
        .doesNotContain(Mark.NOW, Mark.MISSED);
  }

  @Test
  void every_step_but_two_is_on_the_line() {
    assertThat(Lifecycle.of(List.of(), List.of()).line())
        .extracting(Lifecycle.Step::stage)
        .containsExactlyElementsOf(
            Arrays.stream(Stage.values())
                .filter(one -> one != Stage.ROLLED_BACK && one != Stage.CANCELLED)
                .toList());
  }

  @Test
  void what_two_tell_stands_on_the_timeline_once_with_the_name() {
    Instant at = Instant.ofEpochSecond(5);
    Fact proof = new Fact("approved", Optional.of(at), Optional.empty(), "a", "/x", true);
    Fact told = new Fact("costs-decided", Optional.of(at), Optional.of("ann"), "b", "/x", true);
    Fact later =
        new Fact("run-started", Optional.of(at.plusSeconds(1)), Optional.empty(), "c", "/r", true);
    Fact now = new Fact("window-agreed", Optional.empty(), Optional.empty(), "d", "/y", true);
    assertThat(FactBook.timeline(List.of(proof, told, later, now)))
        .containsExactly(now, later, told);
  }

  @Test
  void what_happens_in_the_same_moment_on_the_same_page_stands_there_each() {
    Optional<Instant> at = Optional.of(Instant.ofEpochSecond(5));
    Fact ended = new Fact(Fact.RUN_FINISHED, at, Optional.empty(), "ended", "/runs/r", true);
    Fact same = new Fact(Fact.RUN_FINISHED, at, Optional.empty(), "ended, too", "/runs/r", true);
    Fact tests = new Fact("tests-passed", at, Optional.empty(), "passed", "/runs/r", true);
    assertThat(FactBook.timeline(List.of(ended, same, tests)))
        .containsExactlyInAnyOrder(same, tests);
  }

  @Test
  void what_ran_on_somebodys_agreement_was_approved_whatever_is_asked_for_later() {
    Fact began = new Fact(Fact.RUN_STARTED, at(1), Optional.of("otto"), "", "/runs/r", true);
    Fact agreed = new Fact(Fact.RUN_AGREED, at(1), Optional.empty(), "", "/upgrades/1", true);
    Fact ended = new Fact(Fact.RUN_FINISHED, at(2), Optional.empty(), "", "/runs/r", true);
    assertThat(mark(List.of(began, ended))).isEqualTo(Mark.MISSED);
    assertThat(mark(List.of(began, agreed, ended))).isEqualTo(Mark.DONE);
  }

  private static Optional<Instant> at(long second) {
    return Optional.of(Instant.ofEpochSecond(second));
  }

  private static Mark mark(List<Fact> facts) {
    return Lifecycle.of(facts, List.of()).line().stream()
        .filter(one -> one.stage() == Stage.APPROVED)
        .map(Lifecycle.Step::mark)
        .findFirst()
        .orElseThrow();
  }
}
