package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.Signal.Commanded;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The plan of an upgrade takes the time for its way back from the rehearsal that measured it. */
@Tag("C85")
class RehearsedTimesTest extends OnStillServer {
  private RiskScene scene;
  private int seconds;

  @BeforeAll
  void paint() {
    scene = new RiskScene(beans);
  }

  @BeforeEach
  void clearTheWay() {
    server.clearTheWay();
  }

  @Test
  void without_a_rehearsal_the_way_back_is_counted_as_long_as_the_work_and_the_plan_says_so() {
    String upgrade = scene.upgradeOf("script");
    rehearsed("erp", "18.0");
    JsonNode plan = plan(upgrade);
    assertThat(plan.path("rehearsed").isMissingNode() || plan.path("rehearsed").isNull()).isTrue();
    assertThat(plan.path("wayBackFrom").asString()).startsWith("as long as the work");
    assertThat(plan.path("hints").toString()).contains("systems: [%s-script]".formatted(scene.own));
    JsonNode way = plan.path("ways").path(0);
    assertThat(way.path("wayBack").asString()).isEqualTo(way.path("work").asString());
  }

  @Test
  void what_the_newest_rehearsal_measured_is_proposed_with_where_it_comes_from() {
    String upgrade = scene.upgrade();
    rehearsed("erp", "18.0");
    SampleRun run = rehearsed("erp", "18.0");
    JsonNode plan = plan(upgrade);
    assertThat(plan.path("rehearsed").path("run").asString()).isEqualTo(run.id.value());
    assertThat(plan.path("ways")).isNotEmpty();
    plan.path("ways").forEach(way -> assertThat(way.path("wayBack").asString()).isEqualTo("PT10M"));
    assertThat(plan.path("wayBackFrom").asString())
        .matches(
            "measured in rehearsal %s of ERP to 18.0 on \\d{4}-\\d\\d-\\d\\d: \\d+ s; taken as 10 min, which its runbook keeps free for it"
                .formatted(run.id));
    Page page = operator.open(upgrade + "/schedule");
    assertThat(page.one("#way-back-from").text()).contains("measured in rehearsal " + run.id);
    assertThat(page.one("#way-back-from a").attr("href")).isEqualTo(address(run));
  }

  @Test
  void a_rehearsal_of_another_version_or_one_that_does_not_count_tells_nothing() {
    String upgrade = scene.upgradeOf("shop");
    rehearsed("shop", "17.0");
    SampleRun byHand = begun("shop", "18.0").until("w1/n1/drain");
    byHand.signal(
        new Commanded(RunCommand.SKIP, Optional.of(new StepKey("w1/n1/switch")), "no release yet"),
        "ann");
    toItsEnd(byHand);
    assertThat(plan(upgrade).path("wayBackFrom").asString()).startsWith("as long as the work");
  }

  @Test
  void a_written_way_back_shorter_than_the_rehearsed_one_is_kept_and_warned_of() {
    String upgrade = scene.upgrade();
    SampleRun run = rehearsed("erp", "18.0");
    scene.put(upgrade + "/schedule", "ways: [{strategy: big-bang, work: 2h, wayBack: 1s}]");
    JsonNode plan = plan(upgrade);
    assertThat(plan.path("ways").path(0).path("wayBack").asString()).isEqualTo("PT1S");
    assertThat(plan.path("warnings").path(0).asString())
        .contains(
            "big-bang keeps 1 s free for the way back; in rehearsal " + run.id,
            "promises what nobody has seen");
    assertThat(operator.open(upgrade + "/schedule").one(".notice.warn").text())
        .contains("big-bang keeps 1 s free");
    assertThat(scene.api.get("/api/schedule/conflicts").json())
        .filteredOn(row -> row.path("path").asString().equals(upgrade))
        .filteredOn(row -> row.path("kind").asString().equals("way back"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.path("says").asString()).contains("in rehearsal " + run.id);
          assertThat(row.path("wayOutPath").asString()).isEqualTo(upgrade + "/schedule");
        });

    scene.put(upgrade + "/schedule", "ways: [{strategy: big-bang, work: 2h, wayBack: 20m}]");
    assertThat(plan(upgrade).path("warnings")).isEmpty();
  }

  private JsonNode plan(String upgrade) {
    return scene.api.get("/api" + upgrade + "/schedule").json().path("plan");
  }

  private SampleRun rehearsed(String system, String to) {
    return toItsEnd(begun(system, to));
  }

  private SampleRun begun(String system, String to) {
    String text =
        SampleRunbooks.rolling(1, "ERP to " + to, "")
            .replace(
                "name: tomcat-rolling",
                "name: %s-%s\nsystems: [%s-%s]".formatted(scene.own, system, scene.own, system))
            .replace("default: 11.0.2", "default: '%s'".formatted(to));
    // Runs of one second would be as new as each other.
    return server.ready(text, RunKind.REHEARSAL).passes(++seconds).order(RunCommand.START);
  }

  private static SampleRun toItsEnd(SampleRun run) {
    while (!run.state().status().ended()) {
      run.goesOn(50);
      if (!run.state().status().ended()) {
        run.soaks(30);
      }
    }
    return run;
  }
}
