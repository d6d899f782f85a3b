package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of runs: the newest first, page by page; and what to do when there is none. */
class RunListPageTest extends OnStillServer {
  @Test
  void a_run_tells_its_state_in_words_its_title_and_why_it_stands() {
    SampleRun run = server.started(SampleRunbooks.rolling(2)).until("w1/n1/switch");
    run.fails("w1/n1/switch", "exit code 1: disk full").fails("w1/n1/switch", "still full");
    Element line = viewer.open("/runs").one("tr[data-key=%s]".formatted(run.id));
    assertThat(line.text())
        .startsWith("Held, a person is needed Tomcat 10 to 11 on 2 nodes tomcat-rolling " + run.id)
        .contains("still full")
        .contains("Production ann");
    assertThat(Browser.one(line, "a.title").attr("href")).isEqualTo("/runs/" + run.id);
  }

  @Test
  void many_runs_are_read_page_by_page_without_a_gap() {
    List<String> made = new ArrayList<>();
    Instant newest = server.now().minusSeconds(100_000);
    for (int i = 0; i < 120; i++) {
      made.add(
          SampleRun.of(beans, SampleRunbooks.rolling(1), RunKind.REHEARSAL, newest.minusSeconds(i))
              .id
              .value());
    }
    List<String> read = new ArrayList<>();
    String next = "/runs";
    while (!next.isEmpty()) {
      Page page = viewer.open(next);
      List<String> shown = page.html().select("table.runs tbody tr").eachAttr("data-key");
      assertThat(shown).hasSizeLessThanOrEqualTo(50);
      read.addAll(shown);
      next =
          page.html().select("nav[aria-label=Pages of runs] a").stream()
              .filter(link -> link.text().equals("Older"))
              .map(link -> link.attr("href"))
              .findFirst()
              .orElse("");
    }
    assertThat(read).doesNotHaveDuplicates().containsSubsequence(made);
  }

  @Test
  void the_list_fetched_for_a_live_update_is_what_the_page_shows() {
    server.ready(SampleRunbooks.rolling(1), RunKind.REHEARSAL);
    Element whole = viewer.open("/runs").one("#runs");
    Element part = viewer.part("/runs", "/runs").one("body > #runs");
    assertThat(part.attr("hx-swap-oob")).isEqualTo("patch");
    assertThat(part.select("tbody tr").eachAttr("data-key"))
        .isEqualTo(whole.select("tbody tr").eachAttr("data-key"));
  }

  @Test
  void only_who_may_start_a_run_is_offered_to() {
    assertThat(operator.open("/runs").html().select("a.button.primary").text())
        .isEqualTo("Start a run");
    assertThat(viewer.open("/runs").html().select("a.button.primary")).isEmpty();
  }

  @Test
  void without_any_run_it_says_how_to_come_to_the_first_one() {
    JdbcClient jdbc = beans.getBean(JdbcClient.class);
    // The server is shared: its runs are put out of sight for a moment, at the end of all time.
    jdbc.sql("create table put_away as select id, created_at from execution_run").update();
    jdbc.sql("update execution_run set created_at = 'infinity'").update();
    try {
      Page page = operator.open("/runs");
      assertThat(page.one("#runs h2").text()).isEqualTo("No run yet");
      assertThat(page.one("#runs").text())
          .contains("./evenkeel demo")
          .contains("evenkeel run start runbook.yaml --rehearsal --watch");
      assertThat(page.one("#runs a").attr("href")).isEqualTo("/runs/new");
    } finally {
      jdbc.sql(
              "update execution_run run set created_at = kept.created_at"
                  + " from put_away kept where kept.id = run.id")
          .update();
      jdbc.sql("drop table put_away").update();
    }
  }

  @Test
  void past_the_oldest_run_it_leads_back_to_the_newest() {
    Page page = viewer.open("/runs?before=2000-01-01T00:00:00Z");
    assertThat(page.one("#runs").text()).contains("There are no older runs.");
    assertThat(page.html().select("#runs a").first().attr("href")).isEqualTo("/runs");
  }
}
