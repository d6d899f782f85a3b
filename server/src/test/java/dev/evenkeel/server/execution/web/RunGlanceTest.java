package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.web.Browser.Page;
import org.junit.jupiter.api.Test;

/** What is seen of a run within two seconds: its head. And a step's own page, which is live. */
class RunGlanceTest extends OnStillServer {
  @Test
  void the_head_says_which_step_is_being_carried_out() {
    Page page = operator.open(address(switching()));
    assertThat(page.one("#head .doing").text())
        .startsWith("Switch it to the new release on n2, for");
  }

  @Test
  void the_head_shows_the_gravest_verdict_and_its_rule() {
    SampleRun run = switching();
    run.judged(Verdict.Kind.HEALTHY, "median", 18, 17, 117, 220, "18 ms.");
    run.judged(Verdict.Kind.NOT_ENOUGH_EVIDENCE, "errors", 0, 0, 0.01, 3, "3 requests only.");
    Page page = operator.open(address(run));
    assertThat(page.one("#head .verdict").text()).isEqualTo("Not enough evidence");
    assertThat(page.one("#head .verdict + .small").text()).isEqualTo("errors");
  }

  @Test
  void a_step_that_waits_for_a_person_comes_before_any_other_and_is_no_alarm() {
    SampleRun run =
        server
            .started(SampleRunbooks.rolling(4, "Shop 4 to 5", SampleRunbooks.MANUAL))
            .until("w1/n1/sign-off")
            .waits("w1/n1/sign-off", "Open the shop on n1 and buy something.");
    Page page = operator.open(address(run));
    assertThat(page.one("#head .doing").text())
        .isEqualTo("See that the page looks right on n1 needs a person");
    assertThat(page.one("#open").hasClass("asked")).isTrue();
  }

  @Test
  void a_failed_step_that_needs_a_person_is_an_alarm() {
    SampleRun run = switching();
    run.fails("w3/n2/switch", "exit code 1").fails("w3/n2/switch", "exit code 1");
    Page page = operator.open(address(run));
    assertThat(page.one("#open").classNames()).contains("needs").doesNotContain("asked");
    assertThat(page.html().select("#head .last"))
        .as("no last safe moment on the way back")
        .isEmpty();
  }

  @Test
  void a_step_page_is_fetched_anew_only_when_something_happened() {
    SampleRun run = switching();
    String step = address(run) + "/step?key=w3/n2/switch";
    String mark = operator.open(address(run)).one("#page").attr("data-mark");
    assertThat(operator.part(step + "&mark=" + mark, step).status()).isEqualTo(204);
    run.prints("w3/n2/switch", "unpacking file 1 of 60\n");
    Page part = operator.part(step + "&mark=" + mark, step);
    assertThat(part.one("body > #step pre").text()).isEqualTo("unpacking file 1 of 60");
    assertThat(part.one("#step").attr("hx-vals")).doesNotContain(mark);
  }

  private SampleRun switching() {
    return server.started(SampleRunbooks.rolling(4)).until("w3/n2/switch");
  }
}
