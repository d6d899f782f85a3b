package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A run is made for an upgrade: for the one that is named, or for the one that is clear. */
@Tag("C04")
class RunsKnowTheirUpgradeTest extends OnStillServer {
  private RiskScene scene;
  private String upgrade;

  @BeforeAll
  void paint() {
    scene = new RiskScene(beans);
  }

  @BeforeEach
  void write() {
    server.clearTheWay();
    upgrade = scene.upgrade();
  }

  @Test
  void the_one_that_is_named_is_kept_shown_and_told_by_its_facts() {
    Answer made = take("17.5", Map.of("upgrade", number()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("upgrade").asLong()).isEqualTo(number());
    String id = made.json().path("id").asString();
    assertThat(scene.api.get("/api" + upgrade + "/facts").text()).contains("/runs/" + id);
    assertThat(operator.open("/runs/" + id).text()).contains("Upgrade " + number());
    assertThat(scene.api.get("/api/runs/" + id + "/events").text())
        .contains("It carries out upgrade " + number() + ".");
  }

  @Test
  void one_that_is_clear_by_systems_and_version_is_found_and_any_other_is_not() {
    scene = new RiskScene(beans);
    upgrade = scene.upgrade();
    Answer clear = take("18.0", Map.of());
    assertThat(clear.json().path("upgrade").asLong()).isEqualTo(number());
    assertThat(take("17.5", Map.of()).json().has("upgrade")).isFalse();
    scene.upgrade();
    assertThat(take("18.0", Map.of()).json().has("upgrade")).as("two could be meant").isFalse();
  }

  @Test
  void an_upgrade_of_other_systems_or_one_that_is_not_there_is_refused() {
    Answer none = take("18.0", Map.of("upgrade", 99_999_999));
    assertThat(none.status()).isEqualTo(404);
    String elsewhere = scene.upgradeOf("shop");
    Answer foreign =
        take("18.0", Map.of("upgrade", Long.parseLong(elsewhere.substring("/upgrades/".length()))));
    assertThat(foreign.status()).isEqualTo(400);
    assertThat(foreign.says()).contains("this runbook changes");
  }

  private long number() {
    return Long.parseLong(upgrade.substring("/upgrades/".length()));
  }

  private Answer take(String to, Map<String, ?> more) {
    var body = new java.util.HashMap<String, Object>(more);
    body.put("start", false);
    body.put("kind", "REHEARSAL");
    body.put(
        "runbook",
        SampleRunbooks.rolling(1, "ERP to " + to, "")
            .replace(
                "name: tomcat-rolling",
                "name: %s-erp\nsystems: [%s-erp]".formatted(scene.own, scene.own))
            .replace("default: 11.0.2", "default: '%s'".formatted(to)));
    return scene.api.post(
        "/api/runs", new JsonMapper().writeValueAsString(body), "Content-Type", "application/json");
  }
}
