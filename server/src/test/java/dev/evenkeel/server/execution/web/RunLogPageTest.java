package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a run, to read, to search and to take away. */
@Tag("C90")
class RunLogPageTest extends OnStillServer {
  private SampleRun run;

  @BeforeAll
  void begin() {
    run = server.started(SampleRunbooks.rolling(4)).until("w3/n2/switch");
    run.fails("w3/n2/switch", "exit code 1: \"no space\", left\non device");
    run.goesOn(50);
  }

  @Test
  void shows_who_did_what_when_and_what_came_of_it_newest_first() {
    Page page = viewer.open(address("/log"));
    assertThat(page.html().select("table.log th").eachText())
        .containsExactly("Time", "Who", "What", "Step", "Outcome");
    List<Element> lines = page.html().select("table.log tbody tr");
    assertThat(lines.getLast().text()).contains("ann Run taken in Tomcat 10 to 11 on 4 nodes");
    assertThat(lines.getFirst().text()).contains("evenkeel Run is back");
    Element failed = line(page, "Step failed");
    assertThat(Browser.one(failed, "time").attr("datetime"))
        .satisfies(time -> assertThat(Instant.parse(time)).isBefore(server.now()));
    assertThat(failed.select("td a").text()).isEqualTo("w3/n2/switch");
    assertThat(failed.select("td.says").text())
        .isEqualTo("exit code 1: \"no space\", left on device");
  }

  @ParameterizedTest
  @CsvSource({"n1/, n1/", "w3/, w3/", "/switch, /switch", "w3/n2/switch, w3/n2/switch"})
  void shows_only_lines_about_what_is_asked_for(String about, String part) {
    Page page = viewer.open(address("/log?about=" + about));
    assertThat(page.html().select("table.log td a.mono").eachText())
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step).contains(part));
    assertThat(page.html().select("table.log tbody tr"))
        .hasSameSizeAs(page.html().select("table.log td a.mono"));
    assertThat(page.one("input[name=about]").attr("value")).isEqualTo(about);
    assertThat(page.html().select("form.filter a").text()).isEqualTo("All lines");
  }

  @Test
  void a_search_without_a_hit_says_so() {
    assertThat(viewer.open(address("/log?about=n99")).one("main").text())
        .contains("No line about a step with “n99” in its name.");
  }

  @Test
  void a_long_log_is_read_page_by_page_without_a_gap() {
    SampleRun long_ = server.started(SampleRunbooks.rolling(40));
    long_.until("w4/n30/drain");
    List<String> read = new ArrayList<>();
    String next = "/runs/" + long_.id + "/log";
    while (!next.isEmpty()) {
      Page page = viewer.open(next);
      read.addAll(page.html().select("table.log tbody tr").eachAttr("data-key"));
      next =
          page.html().select("nav[aria-label=Pages of the log] a").stream()
              .filter(link -> link.text().equals("Older"))
              .map(link -> link.attr("href"))
              .findFirst()
              .orElse("");
    }
    assertThat(read)
        .hasSizeGreaterThan(200)
        .containsExactlyElementsOf(
            beans.getBean(RunLog.class).after(long_.id, 0, 5_000).reversed().stream()
                .map(line -> Long.toString(line.seq()))
                .toList());
  }

  @Test
  void the_csv_has_time_actor_and_outcome_of_every_step() {
    Page file = viewer.open(address("/log.csv"));
    assertThat(file.headers().get("content-type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(file.headers().get("content-disposition"))
        .isEqualTo("attachment; filename=\"tomcat-rolling-%s-log.csv\"".formatted(run.id));
    List<List<String>> rows = Csv.read(file.text());
    assertThat(rows.getFirst())
        .containsExactly("run", "seq", "time", "actor", "what", "step", "outcome");
    Set<String> ended = new LinkedHashSet<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      assertThat(row).hasSize(7);
      assertThat(row.getFirst()).isEqualTo(run.id.value());
      assertThat(Instant.parse(row.get(2))).isBefore(server.now());
      assertThat(row.get(3)).isIn("ann", "evenkeel");
      if (row.get(4).matches("step-done|step-failed|step-reverted")) {
        ended.add(row.get(5));
      }
    }
    assertThat(ended)
        .containsAll(
            run.state().steps().keySet().stream()
                .map(Object::toString)
                .collect(Collectors.toSet()));
    assertThat(rows)
        .anySatisfy(row ->
            assertThat(row.subList(4, 7))
                .containsExactly(
                    "step-failed", "w3/n2/switch", "exit code 1: \"no space\", left\non device"));
  }

  @Test
  void the_json_lines_say_the_same_as_the_csv() {
    List<List<String>> rows = Csv.read(viewer.open(address("/log.csv")).text());
    List<JsonNode> lines =
        viewer
            .open(address("/log.jsonl"))
            .text()
            .lines()
            .map(JsonMapper.shared()::readTree)
            .toList();
    assertThat(lines)
        .map(line -> rows.getFirst().stream().map(key -> line.path(key).asString("")).toList())
        .isEqualTo(rows.subList(1, rows.size()));
  }

  @ParameterizedTest
  @CsvSource({"=1+1", "+1", "-1+2", "@SUM(A1)", "=HYPERLINK(\"http://evil.example\")"})
  void no_cell_of_the_csv_is_a_formula(String reason) {
    SampleRun aborted = server.started(SampleRunbooks.rolling(2));
    aborted.order(RunCommand.ABORT, reason);
    Page file = viewer.open("/runs/%s/log.csv".formatted(aborted.id));
    assertThat(Csv.read(file.text()).getLast().getLast()).isEqualTo("'" + reason);
    assertThat(Csv.read(file.text()))
        .allSatisfy(row -> assertThat(row).noneMatch(cell -> cell.matches("(?s)[=+@-].*")));
  }

  @Test
  void the_runbook_can_be_read_as_it_was_carried_out() {
    Page text = viewer.open(address("/runbook.yaml"));
    assertThat(text.text()).isEqualTo(SampleRunbooks.rolling(4));
    assertThat(text.headers()).containsEntry("content-type", "text/plain;charset=UTF-8");
  }

  private String address(String what) {
    return "/runs/" + run.id + what;
  }

  private static Element line(Page page, String what) {
    return page.html().select("table.log tbody tr").stream()
        .filter(line -> line.select("td[data-label=What]").text().equals(what))
        .findFirst()
        .orElseThrow();
  }
}
