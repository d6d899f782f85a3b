package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.rule.RuleClock;
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

/** Teams are alerted when a run in production may have to go back (C03). */
@Tag("C03")
class AlertsOfRunTest extends OnStillServer {
  private RiskScene scene;

  @BeforeAll
  void paint() {
    scene = new RiskScene(beans);
    beans
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into comms_channel (name, kind, address, language, audience, changed_at, changed_by)
            values (:name, 'WEBHOOK', 'http://127.0.0.1:9/', 'en', 'technical', now(), 'test')
            """)
        .param("name", scene.own)
        .update();
  }

  @BeforeEach
  void clearTheWay() {
    server.clearTheWay();
  }

  /** As long ago as it takes to be there before the run. */
  private String launched(String system) {
    String upgrade = scene.upgradeOf(system);
    beans
        .getBean(JdbcClient.class)
        .sql("update plan_upgrade set made_at = made_at - interval '1 hour' where id = :id")
        .param("id", Long.parseLong(upgrade.substring("/upgrades/".length())))
        .update();
    Answer launched =
        scene.api.post(
            "/api" + upgrade + "/tasks",
            "{\"template\": \"minimise-downtime\", \"day\": \"%s\"}".formatted(scene.today));
    assertThat(launched.status()).as(launched.text()).isLessThan(300);
    return upgrade;
  }

  private SampleRun goingBack(String system, RunKind kind) {
    String name = scene.own + "-" + system;
    String text =
        SampleRunbooks.rolling(1, "ERP to 18.0", "")
            .replace("name: tomcat-rolling", "name: %s\nsystems: [%s]".formatted(name, name))
            .replace("default: 11.0.2", "default: '18.0'");
    return server
        .ready(text, kind)
        .passes(1)
        .order(RunCommand.START)
        .goesOn(2)
        .order(RunCommand.ROLL_BACK);
  }

  /** Other tests' channels, in other languages, get theirs too. */
  private String saidInOwnChannel(JsonNode fired) {
    return fired
        .path("messages")
        .valueStream()
        .map(id -> scene.api.get("/api/messages/" + id.asLong()))
        .filter(answer -> answer.json().at("/message/channel").asString().equals(scene.own))
        .map(Answer::text)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing to " + scene.own + ": " + fired));
  }

  private JsonNode firings(String upgrade) {
    beans.getBean(RuleClock.class).tick();
    return scene.api.get("/api" + upgrade + "/automations").json().path("firings");
  }

  @Test
  void when_a_run_in_production_goes_back_the_team_is_alerted_once_with_what_was_seen() {
    String upgrade = launched("erp");
    goingBack("erp", RunKind.PRODUCTION);
    JsonNode firings = firings(upgrade);
    assertThat(firings).hasSize(1);
    JsonNode fired = firings.get(0);
    assertThat(fired.path("outcome").asString()).as(fired.toString()).isEqualTo("done");
    assertThat(fired.path("what").asString()).isEqualTo("run run-rolling-back");
    String message = saidInOwnChannel(fired);
    assertThat(message).contains("! ", "it goes back", "A person asked for the way back");
    assertThat(firings(upgrade)).hasSize(1);
  }

  @Test
  void a_rehearsal_that_goes_back_alerts_nobody() {
    String upgrade = launched("shop");
    goingBack("shop", RunKind.REHEARSAL);
    assertThat(firings(upgrade)).isEmpty();
  }
}
