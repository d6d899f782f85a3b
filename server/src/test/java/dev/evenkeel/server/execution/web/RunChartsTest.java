package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Opinion;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.server.health.Watchtower;
import dev.evenkeel.server.health.Watchtower.Arms;
import dev.evenkeel.server.health.store.ReadingStore;
import dev.evenkeel.server.health.store.TrialStore;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cards of the watch on the page of a run, from readings the server keeps. */
@Tag("C94")
class RunChartsTest extends OnStillServer {
  private static final Duration TIME = Duration.ofSeconds(1);

  private Instant change;

  @BeforeAll
  void setTheChange() {
    change = server.now().minusSeconds(120);
  }

  @Test
  void a_card_draws_the_baseline_and_how_it_is_now() {
    SampleRun run = switching();
    for (int second = -20; second <= 20; second += 2) {
      read(run, "n1", second, second > 4 ? 3 : 0);
      read(run, "n2", second, 0);
    }
    judge(run, 20);
    Element card = card(run, "errors");
    Element drawing = Browser.one(card, "svg.chart");
    assertThat(drawing.select("path.line").eachAttr("class"))
        .containsExactly("line others", "line upgraded");
    assertThat(drawing.select("g.limit.baseline")).hasSize(1);
    assertThat(drawing.select("g.limit.breach text").text()).isEqualTo("breach 1 %");
    assertThat(drawing.select("g.change text").text()).isEqualTo("first change");
    assertThat(drawing.attr("aria-label"))
        .startsWith("errors: upgraded part 60 % now, at most 60 %, others 0 % now")
        .contains("baseline 0 %");
  }

  @Test
  void without_readings_a_card_says_that_nothing_was_read() {
    Element card = card(switching(), "median");
    assertThat(card.select("svg.chart, dl.numbers")).isEmpty();
    assertThat(card.text()).contains("no verdict yet").contains("Nothing was read yet.");
  }

  @Test
  void one_reading_is_drawn_too() {
    SampleRun run = switching();
    read(run, "n1", -2, 0);
    Element card = card(run, "errors");
    assertThat(card.select("svg.chart path.line")).hasSize(1);
  }

  @Test
  void the_api_tells_the_same_numbers() {
    SampleRun run = switching();
    read(run, "n1", -2, 1);
    Page answer = viewer.api("/api/runs/%s/series".formatted(run.id));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("\"rule\":\"errors\"").contains("0.2");
  }

  @Test
  void a_compared_metric_shows_both_versions_how_much_worse_it_could_be_and_the_decision() {
    SampleRun run = server.started(COMPARING).until("w1/n1/switch");
    compared(run);
    Element card = card(run, "users");
    assertThat(card.select("figcaption").text())
        .startsWith("Worse by 1.3 to 4.7 points.")
        .contains("Breach decided");
    Element drawing = Browser.one(card, "svg.chart");
    assertThat(drawing.attr("aria-label")).isEqualTo("users. Worse by 1.3 to 4.7 points.");
    assertThat(drawing.select("path.band, g.flag, path.line")).hasSize(4);
    assertThat(drawing.select("g.limit text").text()).isEqualTo("matters from +1");
    assertThat(card.select("table tbody tr.decided").text()).contains("breach decided");
    assertThat(viewer.api("/api/runs/%s/trends".formatted(run.id)).text())
        .contains("\"pair\":\"users\"", "\"decided\":\"");
  }

  @Test
  void before_the_first_comparison_a_card_says_so() {
    Element card = card(server.started(COMPARING).until("w1/n1/switch"), "users");
    assertThat(card.select("svg.chart, dl.numbers")).isEmpty();
    assertThat(card.text()).contains("no verdict yet").contains("Nothing was compared yet.");
  }

  private static final String COMPARING =
      SampleRunbooks.rolling(2)
          .replace(
              "  rules:\n",
              "  compare: {metrics: [{name: users, source: page, metric: errorRate}]}\n  rules:\n");

  private void compared(SampleRun run) {
    String watch = run.id.value();
    beans.getBean(Watchtower.class).look(watch, List.of(), change, TIME);
    List<Opinion.Moment> course =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i ->
                new Opinion.Moment(
                    change.plusSeconds(10L * i),
                    OptionalDouble.of(0.01),
                    OptionalDouble.of(0.04),
                    OptionalDouble.of(0.03 - 0.1 / i),
                    OptionalDouble.of(0.03 + 0.1 / i),
                    i / 6.0))
            .toList();
    Opinion opinion =
        new Opinion(
            "users",
            Kind.ERRORS,
            Verdict.Kind.BREACH,
            OptionalDouble.of(0.01),
            OptionalDouble.of(0.04),
            OptionalDouble.of(0.03),
            OptionalDouble.of(0.013),
            OptionalDouble.of(0.047),
            0.01,
            1,
            900,
            "3 points worse",
            course);
    beans
        .getBean(TrialStore.class)
        .keep(
            watch,
            new Finding(
                Verdict.Kind.BREACH,
                Optional.of(change.plusSeconds(60)),
                "3 points worse",
                List.of(opinion)),
            change.plusSeconds(60));
  }

  /** Five requests to a target, some of which failed. */
  private void read(SampleRun run, String target, int second, long failed) {
    Instant at = change.plusSeconds(second);
    beans.getBean(Watchtower.class).look(run.id.value(), List.of(), at, TIME);
    beans
        .getBean(ReadingStore.class)
        .add(
            run.id.value(),
            List.of(
                new ReadingStore.Entry(
                    "page",
                    target,
                    new Reading(at, List.of(new Fact.Tried(5, failed, List.of(10.0)))))));
  }

  private void judge(SampleRun run, int second) {
    Arms arms = new Arms(Map.of("n1", change.plusSeconds(4)), Set.of("n2"), Optional.of(change));
    beans
        .getBean(Watchtower.class)
        .judge(run.id.value(), rules(), arms, change.plusSeconds(second));
  }

  private static List<WatchRule> rules() {
    return RunbookReader.read("sample", SampleRunbooks.rolling(2))
        .runbook()
        .orElseThrow()
        .watch()
        .rules();
  }

  private SampleRun switching() {
    return server.started(SampleRunbooks.rolling(2)).until("w1/n1/switch");
  }

  private Element card(SampleRun run, String rule) {
    return viewer.open("/runs/" + run.id).one("#watch article[data-key=%s]".formatted(rule));
  }
}
