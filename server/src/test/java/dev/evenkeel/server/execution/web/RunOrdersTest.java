package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.Crew;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.machine.StepState;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be ordered of a run on its page, by whom, and what a refusal says. */
@Tag("C85")
class RunOrdersTest extends OnStillServer {
  private Browser colleague;

  @BeforeEach
  void clearTheWay() {
    server.clearTheWay();
  }

  @BeforeAll
  void callAColleague() {
    colleague = Browser.signedIn(beans, Crew.ALL_HANDS);
  }

  /** Every way to stand, with what is offered then. */
  enum Situation {
    READY("start", "abort"),
    RUNNING("pause", "skip", "roll-back", "abort"),
    PAUSED_BY_A_WARNING("resume", "roll-back", "abort"),
    HELD_AND_NOBODY_KNOWS("retry", "skip", "roll-back", "abort"),
    HELD_PAST_NO_RETURN("retry", "skip", "abort"),
    GOING_BACK("skip", "abort"),
    HELD_ON_THE_WAY_BACK("retry", "skip", "abort"),
    SUCCEEDED("roll-back"),
    ROLLED_BACK(),
    REFUSED(),
    ABORTED("roll-back");

    final Set<String> offers;

    Situation(String... offers) {
      this.offers = Set.of(offers);
    }
  }

  @ParameterizedTest
  @EnumSource
  void offers_exactly_what_the_state_allows(Situation situation) {
    SampleRun run = run(situation);
    assertThat(offered(operator.open(address(run)))).isEqualTo(situation.offers);
  }

  @ParameterizedTest
  @EnumSource
  void offers_nothing_to_a_person_who_may_only_look(Situation situation) {
    SampleRun run = run(situation);
    Page page = viewer.open(address(run));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("#page form[method=post], #page button.big")).isEmpty();
  }

  @Test
  void a_person_who_may_only_look_is_refused_and_nothing_changes() {
    SampleRun run = run(Situation.RUNNING);
    Element pause = button(operator.open(address(run)), "pause");
    // The form of somebody else, with the viewer's own token in it.
    Page own = viewer.open(address(run));
    Map<String, String> token =
        Map.of("_csrf", own.html().select("input[name=_csrf]").first().attr("value"));
    Page refused = viewer.press(pause, token);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.one("main").text())
        .contains("Not allowed")
        .contains(
            "This needs the right run (role operator or admin); ask an administrator for it.");
    assertThat(run.state().status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void a_form_of_another_site_is_refused() {
    SampleRun run = run(Situation.RUNNING);
    Element pause = button(operator.open(address(run)), "pause");
    assertThat(operator.press(pause, Map.of("_csrf", "made up")).status()).isEqualTo(403);
    assertThat(run.state().status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void starts_pauses_and_resumes() {
    SampleRun run = run(Situation.READY);
    assertThat(pressed(run, "start")).isEqualTo(RunStatus.RUNNING);
    assertThat(pressed(run, "pause")).isEqualTo(RunStatus.PAUSED);
    assertThat(pressed(run, "resume")).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  @Tag("C98")
  void goes_back_with_the_reason_of_the_person_who_ordered_it() {
    SampleRun run = run(Situation.RUNNING);
    assertThat(pressed(run, "roll-back", "reason", "customers call"))
        .isEqualTo(RunStatus.ROLLING_BACK);
    Page page = operator.open(address(run));
    assertThat(page.one("#head .why").text()).isEqualTo("customers call");
    assertThat(page.one("#wayback .sum").text()).matches("\\d+ of \\d+ steps undone");
  }

  @Test
  void aborts_only_with_a_reason() {
    SampleRun run = run(Situation.RUNNING);
    Element abort = button(operator.open(address(run)), "abort");
    assertThat(Browser.one(abort.closest("form"), "textarea").hasAttr("required")).isTrue();
    Page refused = operator.press(abort, Map.of("reason", " "));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.one("main").text())
        .contains("Give a reason for aborting it: it is written into the log of the run.");
    assertThat(pressed(run, "abort", "reason", "power cut")).isEqualTo(RunStatus.ABORTED);
  }

  @Test
  void tries_a_step_again_that_nobody_knows_about() {
    SampleRun run = run(Situation.HELD_AND_NOBODY_KNOWS);
    assertThat(pressed(run, "retry")).isEqualTo(RunStatus.RUNNING);
    assertThat(phase(run, "w1/n1/switch")).isEqualTo(StepState.Phase.RUNNING);
  }

  @Test
  void skips_a_step_with_a_reason_that_stays_in_the_log() {
    SampleRun run = run(Situation.HELD_AND_NOBODY_KNOWS);
    assertThat(pressed(run, "skip", "reason", "I looked: it is there"))
        .isEqualTo(RunStatus.RUNNING);
    assertThat(phase(run, "w1/n1/switch")).isEqualTo(StepState.Phase.SKIPPED);
    assertThat(operator.open(address(run)).one("#log").text())
        .contains("Step skipped w1/n1/switch I looked: it is there");
  }

  @Test
  void takes_the_answer_of_a_person_once() {
    SampleRun run = server.started(SampleRunbooks.rolling(4, "Shop 4 to 5", SampleRunbooks.MANUAL));
    run.until("w1/n1/sign-off").waits("w1/n1/sign-off", "Open the shop on n1 and buy something.");
    Page page = operator.open(address(run));
    assertThat(page.one("#open .ask").text()).isEqualTo("Open the shop on n1 and buy something.");
    Element confirm = page.one("#open form.confirm button[value=true]");
    Page without = operator.press(confirm, Map.of("evidence", " "));
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.one("main").text()).contains("The question stays open.");
    assertThat(operator.press(confirm, Map.of("evidence", "order 4711")).leadsTo())
        .isEqualTo(address(run));
    assertThat(operator.open(address(run)).one("#log tbody tr:first-child").text())
        .contains("operator-", "Confirmed w1/n1/sign-off order 4711");
    String own = colleague.open(address(run)).html().select("input[name=_csrf]").attr("value");
    Page again = colleague.press(confirm, Map.of("evidence", "order 4712", "_csrf", own));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.one("main").text()).contains("waits for no answer: it has one, or is over");
  }

  @Test
  void an_order_that_came_too_late_is_refused_in_place_in_plain_words() {
    SampleRun run = run(Situation.RUNNING);
    Element pause = button(operator.open(address(run)), "pause");
    assertThat(colleague.press(button(colleague.open(address(run)), "pause"), Map.of()).leadsTo())
        .isEqualTo(address(run));
    Page refused = operator.pressInPlace(pause, Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.headers()).containsEntry("hx-retarget", "#notice");
    assertThat(refused.html().text())
        .isEqualTo(
            "The run is paused; it can be paused only when it is running. Possible now: resuming"
                + " it, trying a step again, skipping a step, the way back, aborting it.");
  }

  @Test
  void skipping_a_step_that_was_done_meanwhile_is_refused() {
    SampleRun run = run(Situation.RUNNING);
    Element skip = button(operator.open(address(run)), "skip");
    run.goesOn(1);
    Page refused = operator.press(skip, Map.of("reason", "it takes too long"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.one("main").text()).contains("w1/n1/switch is done already.");
    assertThat(phase(run, "w1/n1/switch")).isEqualTo(StepState.Phase.DONE);
  }

  @Test
  void an_order_that_does_not_exist_is_said_not_to_exist() {
    SampleRun run = run(Situation.RUNNING);
    Element pause = button(operator.open(address(run)), "pause");
    pause.closest("form").attr("action", address(run) + "/commands/explode");
    Page refused = operator.press(pause, Map.of());
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.one("main").text()).contains("There is no command 'explode'.");
  }

  private RunStatus pressed(SampleRun run, String command, String... typed) {
    Page answer =
        operator.press(
            button(operator.open(address(run)), command),
            typed.length == 0 ? Map.of() : Map.of(typed[0], typed[1]));
    assertThat(answer.leadsTo()).isEqualTo(address(run));
    return run.state().status();
  }

  private static Set<String> offered(Page page) {
    Set<String> commands = new TreeSet<>();
    page.html()
        .select("#page form[action*=/commands/]")
        .forEach(form -> commands.add(form.attr("action").replaceFirst(".*/commands/", "")));
    return commands;
  }

  private static Element button(Page page, String command) {
    return page.one("form[action$=/commands/%s] button".formatted(command));
  }

  private static StepState.Phase phase(SampleRun run, String step) {
    return run.state().step(new StepKey(step)).orElseThrow().phase();
  }

  private SampleRun run(Situation situation) {
    String usual = SampleRunbooks.rolling(4);
    return switch (situation) {
      case READY -> server.ready(usual, RunKind.REHEARSAL);
      case RUNNING -> server.started(usual).until("w1/n1/switch");
      case PAUSED_BY_A_WARNING -> judged(Verdict.Kind.WARNING);
      case HELD_AND_NOBODY_KNOWS ->
          server
              .started(usual)
              .until("w1/n1/switch")
              .ends("w1/n1/switch", new AttemptResult.Unknown("the server stopped meanwhile"));
      case HELD_PAST_NO_RETURN ->
          server
              .started(SampleRunbooks.rolling(4, "Database", SampleRunbooks.NO_RETURN))
              .until("w1/n1/migrate")
              .fails("w1/n1/migrate", "exit code 3: table orders is locked");
      case GOING_BACK -> judged(Verdict.Kind.BREACH);
      case HELD_ON_THE_WAY_BACK ->
          server
              .started(usual)
              .until("w1/n1/switch")
              .fails("w1/n1/switch", "exit code 1: disk full")
              .fails("w1/n1/switch", "exit code 1: disk still full");
      case SUCCEEDED -> succeeded(server.started(usual));
      case ROLLED_BACK -> judged(Verdict.Kind.BREACH).goesOn(50);
      case REFUSED ->
          server
              .started(usual)
              .until("before/nodes-answer")
              .fails("before/nodes-answer", "no answer within 20 s");
      case ABORTED ->
          server.started(usual).until("w1/n1/switch").order(RunCommand.ABORT, "power cut");
    };
  }

  private SampleRun judged(Verdict.Kind kind) {
    return server
        .started(SampleRunbooks.rolling(4))
        .until("w1/wave/share")
        .goesOn(1)
        .soaks(6)
        .judged(kind, "errors", 0.31, 0.002, 0.012, 640, "31 % of 640 requests to n1 failed.");
  }

  private static SampleRun succeeded(SampleRun run) {
    while (!run.state().status().ended()) {
      run.goesOn(50).soaks(run.state().status().ended() ? 0 : 30);
    }
    return run;
  }
}
