package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a run, whole and in parts. */
@Tag("C85")
class RunPageTest extends OnStillServer {
  @Test
  void shows_every_wave_and_each_target_with_the_version_it_is_on() {
    Page page = operator.open(address(switching()));
    assertThat(page.html().select("#grid .wave-name").eachText())
        .containsExactly("1 · 5 %", "2 · 25 %", "3 · 50 %", "4 · 100 %");
    assertThat(page.html().select("#grid .wave h3 .state").eachText())
        .containsExactly("done", "done", "being worked on", "waiting");
    assertThat(cell(page, "n1").attr("aria-label"))
        .isEqualTo("n1: done; version 10.1.30, now 11.0.2");
    assertThat(cell(page, "n2").attr("aria-label"))
        .isEqualTo(
            "n2: being worked on, Switch it to the new release; version 10.1.30, to become 11.0.2");
    assertThat(cell(page, "n4").select(".version .is").text()).isEqualTo("10.1.30");
  }

  @Test
  void shows_the_step_under_way_with_what_it_prints() {
    SampleRun run = switching();
    run.prints("w3/n2/switch", "unpacking file 1 of 60\n")
        .prints("w3/n2/switch", "unpacking file 2 of 60\n")
        .waits("w3/n2/switch", "the process comes up (pid 4711)");
    Page page = operator.open(address(run));
    assertThat(page.one("#now > details > summary").text())
        .startsWith("Switch it to the new release on n2 Under way for")
        .endsWith("so far: the process comes up (pid 4711)");
    assertThat(page.one("#now pre").wholeText())
        .isEqualTo("unpacking file 1 of 60\nunpacking file 2 of 60\n");
  }

  @Test
  void shows_each_verdict_with_its_sentence_and_its_numbers() {
    SampleRun run = switching();
    run.judged(
        Verdict.Kind.HEALTHY,
        "errors",
        0.0031,
        0.002,
        0.012,
        640,
        "0.31 % of 640 requests failed.");
    Page page = operator.open(address(run));
    Element errors = page.one("#watch article[data-key=errors]");
    assertThat(Browser.one(errors, "h3 .state").text()).isEqualTo("Healthy");
    assertThat(errors.text()).contains("0.31 % of 640 requests failed.");
    assertThat(errors.select("dl.numbers dt").eachText())
        .containsExactly("observed", "baseline", "limit", "evidence", "as of");
    assertThat(errors.select("dl.numbers dd").eachText())
        .startsWith("0.31 %", "0.2 %", "1.2 %", "640");
    assertThat(page.one("#watch article[data-key=median]").text()).contains("no verdict yet");
  }

  @Test
  void has_one_big_way_back_that_says_what_it_will_do() {
    Page page = operator.open(address(switching()));
    assertThat(page.html().select("button.big")).hasSize(2); // the button, and its yes
    assertThat(page.one("#wayback > .sum").text())
        .isEqualTo("Undoes 6 steps on 2 targets, newest first.");
    assertThat(page.html().select("#way-back ol.undo li").eachText())
        .containsSubsequence(
            "Undo: Switch it to the new release on n2",
            "Undo: Send it no more users on n2",
            "Undo: Give the upgraded nodes their share",
            "Undo: Switch it to the new release on n1",
            "Undo: Send it no more users on n1");
    assertThat(page.one("#way-back form button").text()).isEqualTo("Yes, go back: undo 6 steps");
    assertThat(page.one("#wayback").text())
        .contains("Never rehearsed waived: “the rehearsal fleet is being rebuilt”")
        .contains("10 min are kept free for it");
  }

  @Test
  void past_the_point_of_no_return_it_offers_no_way_back_and_says_why() {
    SampleRun run = server.started(SampleRunbooks.rolling(4, "Database", SampleRunbooks.NO_RETURN));
    run.until("w1/n1/migrate").fails("w1/n1/migrate", "exit code 3: table orders is locked");
    Page page = operator.open(address(run));
    assertThat(page.html().select("#way-back-button")).isEmpty();
    assertThat(page.one("#wayback .notice").text())
        .startsWith("No way back any more. The point of no return w1/n1/migrate was passed");
  }

  @ParameterizedTest
  @EnumSource(RunPage.Part.class)
  void a_part_fetched_for_a_live_update_is_what_the_whole_page_shows(RunPage.Part part) {
    SampleRun run = switching();
    run.prints("w3/n2/switch", "unpacking\n");
    run.judged(Verdict.Kind.HEALTHY, "errors", 0.002, 0.002, 0.012, 640, "0.2 % failed.");
    String name = part.fragment();
    Element whole = operator.open(address(run)).one("#" + name);
    Page fetched = operator.part(address(run) + "?parts=" + name, address(run));
    assertThat(fetched.html().body().children()).hasSize(1);
    Element fragment = fetched.one("body > #" + name);
    assertThat(fragment.attr("hx-swap-oob")).isEqualTo("patch");
    assertThat(timeless(fragment.removeAttr("hx-swap-oob"))).isEqualTo(timeless(whole));
  }

  @Test
  void an_order_in_place_brings_every_part_of_the_page_anew() {
    SampleRun run = switching();
    Element pause = operator.open(address(run)).one("form[action$=/commands/pause] button");
    Page answer = operator.pressInPlace(pause, Map.of());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.html().select("[hx-swap-oob=patch]").eachAttr("id"))
        .containsExactly(
            "head", "ending", "open", "grid", "now", "wayback", "watch", "outside", "log");
    assertThat(answer.one("#head .status").text()).isEqualTo("Paused");
    assertThat(answer.one("#log tbody tr:first-child").text())
        .contains("operator-")
        .contains("Run paused A person paused the run.");
  }

  @Test
  void a_run_that_is_not_there_is_said_not_to_be_there() {
    Page page = operator.open("/runs/nothere1");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.one("main").text()).contains("There is no run nothere1.");
    Page hostile = operator.open("/runs/%3Cscript%3E");
    assertThat(hostile.status()).isEqualTo(404);
    assertThat(hostile.one("main").text()).contains("'<script>' is not the id of a run.");
  }

  @Test
  void tells_what_came_of_it_when_the_run_is_over() {
    SampleRun run = server.started(SampleRunbooks.rolling(4));
    run.until("w1/wave/share").goesOn(1).soaks(8);
    run.judged(
        Verdict.Kind.BREACH, "errors", 0.29, 0.002, 0.012, 210, "29 % of 210 requests failed.");
    run.goesOn(50);
    Page page = operator.open(address(run));
    assertThat(page.one("#head .status").text()).isEqualTo("Gone back");
    assertThat(page.one("#head .why").text()).isEqualTo("29 % of 210 requests failed.");
    assertThat(page.one("#ending h2").text())
        .isEqualTo("The run went back; what it changed is undone.");
    assertThat(page.one("#ending tbody").text()).isEqualTo("10.1.30 4 n1, n2, n3, n4");
    assertThat(page.one("#ending .clocks").text())
        .contains("Noticed within")
        .contains("Way back took")
        .contains("✓ within the 10 min allowed");
  }

  @Test
  void the_first_look_at_a_run_not_yet_started_says_that_nothing_has_begun() {
    SampleRun run = server.ready(SampleRunbooks.rolling(4), RunKind.REHEARSAL);
    Page page = viewer.open(address(run));
    assertThat(page.one("#head .where").text()).isEqualTo("Nothing has begun yet.");
    assertThat(page.one("#head .badge").text()).isEqualTo("Rehearsal");
    assertThat(page.one("#wayback").className()).isEqualTo("hidden");
    assertThat(run.order(RunCommand.START).state().startedAt()).isPresent();
  }

  private SampleRun switching() {
    return server.started(SampleRunbooks.rolling(4)).until("w3/n2/switch");
  }

  private static Element cell(Page page, String target) {
    return page.one("#grid li[data-key=%s] a.cell".formatted(target));
  }

  /** Without what goes on from one second to the next, and without tokens of forms. */
  private static String timeless(Element part) {
    part.select(".count").forEach(Element::empty);
    part.select("progress").removeAttr("value");
    part.select("input[name=_csrf]").remove();
    return part.outerHtml();
  }
}
