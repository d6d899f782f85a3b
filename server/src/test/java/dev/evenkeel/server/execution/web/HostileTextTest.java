package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a runbook, a program or a person says is text on every page, and never part of it. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
  /**
   * Would break out of text, of an attribute in either quotes, of a textarea, and of a terminal.
   */
  private static final String HOSTILE =
      "</textarea></pre><script>document.title='hit'</script><img src=x onerror=hit()>"
          + " \"double\" 'single' &amp; \u001b[31mred";

  /** The same where only one line without control characters is taken. */
  private static final String IN_YAML =
      "</textarea><script>document.title='hit'</script><img src=x onerror=hit()> 'single' &amp;";

  @Autowired ListableBeanFactory beans;
  private StillServer server;
  private Browser operator;
  private SampleRun run;

  @BeforeAll
  void open() {
    server = new StillServer(beans);
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    run =
        server
            .started(runbook())
            .until("w1/n1/switch")
            .prints("w1/n1/switch", HOSTILE + "\n")
            .waits("w1/n1/switch", HOSTILE);
    run.judged(Verdict.Kind.WARNING, "errors", 0.5, 0.1, 0.2, 7, HOSTILE);
    run.order(RunCommand.RESUME);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/runs",
        "/runs/RUN",
        "/runs/RUN/log",
        "/runs/RUN/log?about=%3Cscript%3E%22%27",
        "/runs/RUN/steps",
        "/runs/RUN/steps?target=%3Cscript%3E%22%27",
        "/runs/RUN/step?key=w1/n1/switch",
        "/runs/RUN/step?key=%3Cscript%3E",
        "/runs/new?from=RUN"
      })
  void is_text_on_every_page(String path) {
    Page page = operator.open(path.replace("RUN", run.id.value()));
    harmless(page);
    assertThat(page.text()).contains("&lt;script&gt;");
  }

  @Test
  void is_shown_as_it_was_printed() {
    Document page = operator.open("/runs/" + run.id).html();
    assertThat(Browser.one(page, "#now pre").wholeText()).isEqualTo(HOSTILE + "\n");
    assertThat(Browser.one(page, "h1").text()).isEqualTo(IN_YAML);
    assertThat(page.select("#watch .says").text())
        .contains("<script>document.title='hit'</script>");
  }

  @Test
  void is_text_in_the_parts_of_a_live_update() {
    harmless(
        operator.part(
            "/runs/%s?parts=head,open,grid,now,wayback,watch,log".formatted(run.id), "/runs"));
  }

  @Test
  void is_text_in_a_refusal_and_in_a_reason() {
    Page page = operator.open("/runs/" + run.id);
    harmless(
        operator.press(
            page.one("form[action$=/commands/skip] button"),
            Map.of("reason", HOSTILE, "step", HOSTILE)));
    SampleRun other = server.started(runbook()).until("w1/n1/switch");
    Page shown = operator.open("/runs/" + other.id);
    operator.press(shown.one("form[action$=/commands/abort] button"), Map.of("reason", HOSTILE));
    Page after = operator.open("/runs/" + other.id);
    harmless(after);
    assertThat(after.one("#head .why").wholeText()).isEqualTo(HOSTILE);
    harmless(operator.open("/runs"));
  }

  @Test
  void is_text_where_a_run_is_prepared() {
    Page page = operator.open("/runs/new");
    Page looked =
        operator.press(
            page.one("#look button"), Map.of("runbook", HOSTILE + "\n" + runbook() + HOSTILE));
    harmless(looked);
    assertThat(looked.one("#runbook").wholeText()).contains(HOSTILE);
    Page named =
        operator.press(
            page.one("#look button"),
            Map.of("runbook", runbook().replace("name: n1", "name: '<script>hit()</script>'")));
    harmless(named);
    assertThat(named.one("#findings").text()).contains("<script>hit()</script>");
  }

  @Test
  void what_a_program_printed_is_never_taken_for_a_page() {
    Page text =
        operator.open(
            "/runs/%s/attempts/%s/output.txt".formatted(run.id, run.attempt("w1/n1/switch")));
    assertThat(text.headers().get("content-type")).startsWith("text/plain");
    assertThat(text.headers()).containsEntry("x-content-type-options", "nosniff");
    assertThat(text.text()).isEqualTo(HOSTILE + "\n");
  }

  private static void harmless(Page page) {
    Document html = page.html();
    assertThat(html.select("script:not([src]), img[onerror], img[src=x]")).isEmpty();
    assertThat(html.title()).isNotEqualTo("hit");
    assertThat(
            html.getAllElements().stream()
                .flatMap(e -> e.attributes().asList().stream())
                .flatMap(a -> Stream.of(a.getKey()))
                .filter(name -> name.startsWith("on") || name.contains("<")))
        .isEmpty();
  }

  private static String runbook() {
    String inQuotes = "'" + IN_YAML.replace("'", "''") + "'";
    return SampleRunbooks.rolling(2, inQuotes, "")
        .replace("title: Switch it to the new release", "title: " + inQuotes)
        .replace("description: the release to go to", "description: " + inQuotes);
  }
}
