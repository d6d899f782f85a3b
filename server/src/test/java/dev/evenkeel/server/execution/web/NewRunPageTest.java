package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a run is prepared, and what speaks against starting it. */
@Tag("C49")
class NewRunPageTest extends OnStillServer {
  @BeforeEach
  void clearTheWay() {
    server.clearTheWay();
  }

  @Test
  void an_empty_page_asks_for_a_runbook_and_finds_no_fault() {
    Page page = operator.open("/runs/new");
    assertThat(page.one("#findings").text())
        .isEqualTo("Findings Paste a runbook, take one from a file, or pick one that ran before.");
    assertThat(page.one("#checklist").className()).isEqualTo("hidden");
  }

  @Test
  void shows_every_error_of_a_runbook_with_line_and_column_and_keeps_the_text() {
    String wrong =
        SampleRunbooks.rolling(2)
            .replace("title: Tomcat", "titel: Tomcat")
            .replace("timeout: 30s", "timeout: soon")
            .replace("soak: 1m", "soak: -1m");
    Page page = looked(wrong, Map.of());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("#findings li.bad .what").eachText())
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(page.html().select("#findings li.bad button").eachText())
        .hasSameSizeAs(page.html().select("#findings li.bad"))
        .allSatisfy(place -> assertThat(place).matches("line \\d+, column \\d+"));
    Element typo =
        page.html().select("#findings li").stream()
            .filter(finding -> finding.text().contains("titel"))
            .findFirst()
            .orElseThrow();
    assertThat(typo.text()).contains("line 4, column 1").contains("title");
    assertThat(Browser.text(page.one("#runbook"))).isEqualTo(wrong);
    assertThat(page.html().select("button[name=kind]:not([disabled])")).isEmpty();
  }

  @Test
  void what_a_finding_quotes_is_shown_as_code_and_never_as_markup() {
    String wrong =
        SampleRunbooks.rolling(2)
            .replace("soak: 1m", "\"<b onclick=x>\": 1m")
            .replace("steps:", "stpes:");
    Page page = looked(wrong, Map.of());
    assertThat(page.html().select("#findings code").eachText())
        .contains("stpes", "steps", "<b onclick=x>");
    assertThat(page.html().select("#findings b")).isEmpty();
  }

  @Test
  void a_runbook_that_is_too_long_is_told_so_where_it_was_filled_in() {
    Page page = looked("#".repeat(RunbookReader.LONGEST + 1), Map.of());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.one("#findings li .what").text()).isEqualTo(RunbookReader.TOO_LONG);
    Page started =
        operator.press(
            look(),
            Map.of(
                "runbook", "", "file", "#".repeat(RunbookReader.LONGEST + 1), "kind", "REHEARSAL"));
    assertThat(started.one("#findings li .what").text()).isEqualTo(RunbookReader.TOO_LONG);
  }

  @Test
  void what_is_longer_than_any_form_is_refused_in_words() {
    Page page = looked("#".repeat(9 << 20), Map.of());
    assertThat(page.status()).isEqualTo(413);
    assertThat(page.one("main").text()).contains("Too large").contains(RunbookReader.TOO_LONG);
  }

  @Test
  void the_part_fetched_while_one_types_says_the_same_as_the_page() {
    String wrong = SampleRunbooks.rolling(2).replace("soak: 1m", "soak: soon");
    Page whole = looked(wrong, Map.of());
    Page part = operator.pressInPlace(look(), Map.of("runbook", wrong));
    assertThat(part.html().select("body > section").eachAttr("id"))
        .containsExactly("findings", "inputs", "checklist", "outlook");
    assertThat(part.one("#findings ol").html()).isEqualTo(whole.one("#findings ol").html());
    assertThat(part.one("#checklist ol").html()).isEqualTo(whole.one("#checklist ol").html());
  }

  @Test
  void says_which_inputs_are_missing_or_do_not_fit_and_keeps_what_was_given() {
    String runbook =
        SampleRunbooks.rolling(2)
            .replace(
                "  to: {type: string, default: 11.0.2, description: the release to go to}",
                """
                  to: {type: string, description: the release to go to}
                  nodes: {type: integer, description: how many}\
                """);
    Page page = looked(runbook, Map.of("input.nodes", "many"));
    String inputs = question(page, "Are all inputs given, and do they fit?");
    assertThat(inputs)
        .startsWith("no: must be")
        .contains("input 'to' has no default and was not given")
        .contains("'nodes'")
        .contains("many");
    assertThat(page.one("input[name=input.nodes]").attr("value")).isEqualTo("many");
    assertThat(page.one("#inputs").text()).contains("to the release to go to (needed)");
    Page better = looked(runbook, Map.of("input.nodes", "2", "input.to", "11"));
    assertThat(question(better, "Are all inputs given, and do they fit?")).startsWith("yes");
  }

  @Test
  void says_which_secrets_are_missing() {
    Page page =
        looked(
            SampleRunbooks.rolling(2)
                .replace(
                    "[ctl, share, \"0\"]}",
                    "[ctl, share, \"0\"], env: {KEY: \"${secrets.no-such}\"}}"),
            Map.of());
    assertThat(question(page, "Are the secrets there that it uses?"))
        .startsWith("no: must be")
        .contains("no-such");
  }

  @Test
  void production_without_a_rehearsal_is_refused_without_a_waiver_and_the_text_is_kept() {
    String runbook = named("never rehearsed");
    Page ready = looked(runbook, Map.of());
    assertThat(question(ready, "Was the way back rehearsed, for exactly this text?"))
        .startsWith("no:")
        .contains("rehearse it, or waive it with a reason");
    assertThat(ready.one("input[name=waiver]").hasAttr("required")).isTrue();
    Page refused = operator.press(ready.one("button[value=PRODUCTION]"), Map.of("waiver", "  "));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.notice())
        .startsWith("The way back of this runbook was never rehearsed as it stands.");
    assertThat(Browser.text(refused.one("#runbook"))).isEqualTo(runbook);
  }

  @Test
  void production_with_a_waiver_is_started_and_the_waiver_is_kept() {
    Page ready = looked(named("with a waiver"), Map.of());
    Page started =
        operator.press(
            ready.one("button[value=PRODUCTION]"), Map.of("waiver", "the fleet is being rebuilt"));
    StoredRun run = run(started);
    assertThat(run.kind()).isEqualTo(RunKind.PRODUCTION);
    assertThat(run.waiver()).contains("the fleet is being rebuilt");
    assertThat(operator.open("/runs/" + run.id()).one("#log").text())
        .contains("Waived the fleet is being rebuilt");
  }

  @Test
  void a_rehearsal_is_started_with_the_inputs_given() {
    Page ready = looked(named("a rehearsal"), Map.of("input.to", "11.0.3"));
    StoredRun run = run(operator.press(ready.one("button[value=REHEARSAL]"), Map.of()));
    assertThat(run.kind()).isEqualTo(RunKind.REHEARSAL);
    assertThat(run.inputs()).isEqualTo(Map.of("to", "11.0.3"));
    assertThat(run.state().status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void who_presses_twice_starts_one_run() {
    Page ready = looked(named("pressed twice"), Map.of());
    Page first = operator.press(ready.one("button[value=REHEARSAL]"), Map.of());
    Page second = operator.press(ready.one("button[value=REHEARSAL]"), Map.of());
    assertThat(second.leadsTo()).isEqualTo(first.leadsTo());
  }

  @Test
  void a_file_goes_before_the_text() {
    String runbook = named("from a file");
    Page page = looked("not this", Map.of("file", runbook));
    assertThat(Browser.text(page.one("#runbook"))).isEqualTo(runbook);
    assertThat(page.html().select("#findings li.bad")).isEmpty();
  }

  @Test
  void a_run_can_be_prepared_from_an_earlier_one() {
    SampleRun earlier = server.ready(named("an earlier one"), RunKind.REHEARSAL);
    Page page = operator.open("/runs/new?from=" + earlier.id);
    assertThat(Browser.text(page.one("#runbook"))).isEqualTo(named("an earlier one"));
    assertThat(page.one("#outlook").text())
        .contains("2 targets, 1 at a time")
        .contains("Send it no more users");
  }

  @Test
  void a_person_who_may_only_look_is_told_which_right_it_takes() {
    Page page = Browser.signedIn(beans, Role.VIEWER).open("/runs/new");
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.one("main").text()).contains("This needs the right run");
  }

  private Element look() {
    return operator.open("/runs/new").one("#look button");
  }

  private Page looked(String runbook, Map<String, String> more) {
    Map<String, String> typed = new java.util.LinkedHashMap<>(more);
    typed.put("runbook", runbook);
    return operator.press(look(), typed);
  }

  private StoredRun run(Page started) {
    assertThat(started.leadsTo()).startsWith("/runs/");
    return beans
        .getBean(RunStore.class)
        .get(new RunId(started.leadsTo().substring("/runs/".length())));
  }

  private static String question(Page page, String question) {
    return page.html().select("#checklist li").stream()
        .filter(item -> item.select(".question").text().equals(question))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static String named(String title) {
    return SampleRunbooks.rolling(2, title, "");
  }
}
