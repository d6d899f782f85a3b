package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What runs and rehearsals tell of the upgrade they carry out. */
@Tag("C04")
class RunsOfUpgradeTest extends OnStillServer {
  private RiskScene scene;
  private String upgrade;
  private String system;
  private int seconds;

  @BeforeAll
  void paint() {
    scene = new RiskScene(beans);
  }

  @BeforeEach
  void clearTheWay() {
    server.clearTheWay();
  }

  /** The runs of these tests began ten minutes ago; the upgrade was there before. */
  private void identified(String system) {
    this.system = scene.own + "-" + system;
    upgrade = scene.upgradeOf(system);
    beans
        .getBean(JdbcClient.class)
        .sql("update plan_upgrade set made_at = made_at - interval '1 hour' where id = :id")
        .param("id", Long.parseLong(upgrade.substring("/upgrades/".length())))
        .update();
    assertThat(facts().path("stage").asString()).isEqualTo("IDENTIFIED");
  }

  @Test
  void a_run_in_production_makes_it_running_then_stabilising_then_rolled_back() {
    identified("erp");
    SampleRun run = begun("18.0", RunKind.PRODUCTION);
    assertThat(facts().path("stage").asString()).isEqualTo("RUNNING");
    Answer refused =
        scene.api.post(
            "/api" + upgrade + "/decisions",
            "{\"decision\": \"cancel\", \"why\": \"no time\"}",
            "If-Match",
            "\"0\"");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.says()).contains("A run carries upgrade");

    toItsEnd(run);
    assertThat(facts().path("stage").asString()).isEqualTo("STABILISING");
    assertThat(facts().toString()).contains("Run 'ERP to 18.0' ended well.", address(run));

    toItsEnd(run.passes(1).order(RunCommand.ROLL_BACK));
    assertThat(facts().path("stage").asString()).isEqualTo("ROLLED_BACK");
    assertThat(operator.open(upgrade).one("h1").text()).endsWith("rolled back");
    assertThat(operator.open(upgrade + "/runs").one("table.runs tbody").text())
        .contains("Gone back", "ERP to 18.0", "Production");
  }

  @Test
  void a_rehearsal_stands_on_the_timeline_and_is_done_on_the_line() {
    identified("shop");
    SampleRun run = toItsEnd(begun("18.0", RunKind.REHEARSAL));
    JsonNode told = facts();
    assertThat(told.path("stage").asString()).isEqualTo("IDENTIFIED");
    assertThat(told.path("line").path(4).path("mark").asString()).isEqualTo("DONE");
    assertThat(told.toString()).contains("The rehearsal 'ERP to 18.0' began.", address(run));
    assertThat(operator.open(upgrade + "/runs").one("table.runs tbody").text())
        .contains("Went forward and back", "Rehearsal");
  }

  @Test
  void a_run_to_another_version_tells_nothing() {
    identified("script");
    begun("17.5", RunKind.PRODUCTION);
    assertThat(facts().path("stage").asString()).isEqualTo("IDENTIFIED");
  }

  private JsonNode facts() {
    return scene.api.get("/api" + upgrade + "/facts").json();
  }

  private SampleRun begun(String to, RunKind kind) {
    String text =
        SampleRunbooks.rolling(1, "ERP to " + to, "")
            .replace("name: tomcat-rolling", "name: %s\nsystems: [%s]".formatted(system, system))
            .replace("default: 11.0.2", "default: '%s'".formatted(to));
    return server.ready(text, kind).passes(++seconds).order(RunCommand.START);
  }

  private static SampleRun toItsEnd(SampleRun run) {
    do {
      run.goesOn(50);
      if (!run.state().status().ended()) {
        run.soaks(30);
      }
    } while (!run.state().status().ended());
    return run;
  }
}
