package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While a run changes a system, nobody changes what the estate says of it. */
@Tag("C47")
class EstateHoldTest extends OnStillServer {
  private RiskScene scene;
  private SampleRun run;

  @BeforeEach
  void change() {
    server.clearTheWay();
    scene = new RiskScene(beans);
    run = server.started(runbook());
  }

  @AfterEach
  void stop() {
    server.clearTheWay();
  }

  /** Every way in by which a document of the estate changes. */
  enum WayIn {
    APPLY {
      @Override
      Answer change(RiskScene scene) {
        return scene.api.post("/api/estate/apply", erp(scene, "16.0"));
      }
    },
    EDIT {
      @Override
      Answer change(RiskScene scene) {
        String path = "/api/estate/systems/" + scene.own + "-erp";
        return scene.api.put(
            path, erp(scene, "16.0"), "If-Match", scene.api.get(path).header("ETag"));
      }
    },
    REMOVE {
      @Override
      Answer change(RiskScene scene) {
        return scene.api.delete("/api/estate/systems/" + scene.own + "-erp");
      }
    },
    IMPORT {
      @Override
      Answer change(RiskScene scene) {
        Answer file =
            scene.api.post(
                "/api/estate/imports?file=cmdb.csv&source=" + scene.own,
                "name,version\n%s-erp,16.0\n".formatted(scene.own));
        assertThat(file.status()).as(file.text()).isLessThan(300);
        return scene.api.post(
            "/api/estate/imports/%d/apply".formatted(file.json().at("/note/id").asLong()), "");
      }
    };

    abstract Answer change(RiskScene scene);

    static String erp(RiskScene scene, String version) {
      return "{apiVersion: evenkeel/v1, kind: System, name: %s-erp, title: ERP, version: '%s'}"
          .formatted(scene.own, version);
    }
  }

  @ParameterizedTest
  @EnumSource
  void its_entry_stays_as_it_is_by_any_way_in(WayIn way) {
    String before = entry();
    Answer refused = way.change(scene);
    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.says())
        .contains("Run " + run.id + " is changing")
        .contains("release it on the page of the run");
    assertThat(entry()).isEqualTo(before);
  }

  @Test
  void a_change_is_not_taken_back_under_its_hands_either() {
    server.clearTheWay();
    scene.apply(
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-erp, title: ERP, version: '15.1'}");
    long change = scene.api.get("/api/estate/changes?limit=1").json().at("/0/id").asLong();
    assertThat(change).isPositive();
    run = server.started(runbook());
    Answer refused = scene.api.post("/api/estate/changes/%d/revert".formatted(change), "");
    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.says()).contains("Run " + run.id + " is changing");
  }

  @Test
  void whoever_begins_to_edit_its_entry_is_told_before_typing() {
    Browser boss = Browser.signedIn(beans, Role.ADMIN);
    String entry = "/estate/systems/%s-erp".formatted(scene.own);
    for (String form : new String[] {"/edit", "/yaml"}) {
      assertThat(boss.open(entry + form).text())
          .as(form)
          .contains("Run " + run.id + " is changing");
    }
    server.clearTheWay();
    assertThat(boss.open(entry + "/edit").text()).doesNotContain("is changing");
  }

  @Test
  void other_entries_change_as_ever_and_so_does_it_during_a_rehearsal_and_when_the_run_is_over() {
    scene.apply("{apiVersion: evenkeel/v1, kind: System, name: OWN-shop, title: The shop}");
    server.clearTheWay();
    server.ready(runbook(), RunKind.REHEARSAL).order(RunCommand.START);
    assertThat(WayIn.APPLY.change(scene).status()).isEqualTo(200);
  }

  @Test
  void whoever_may_override_releases_it_with_a_reason_that_stays_on_record() {
    String path = "/api/runs/%s/release".formatted(run.id);
    ApiClient admin = ApiClient.of(beans, Role.ADMIN);
    Browser boss = Browser.signedIn(beans, Role.ADMIN);
    Answer mute = admin.post(path, "{\"reason\": \" \"}", "Content-Type", "application/json");
    assertThat(mute.status()).isEqualTo(400);
    Answer engineer =
        ApiClient.of(beans, Role.OPERATOR)
            .post(path, "{\"reason\": \"typo\"}", "Content-Type", "application/json");
    assertThat(engineer.status()).isEqualTo(403);
    assertThat(hold().json().path("systems").toString()).contains(scene.own + "-erp");
    assertThat(operator.open(address(run)).text())
        .contains("the entry of " + scene.own + "-erp stays as it is");

    boss.press(
        boss.open(address(run)).one(".hold button"), Map.of("reason", "the owner was wrong"));
    assertThat(hold().json().path("systems")).isEmpty();
    assertThat(operator.open(address(run)).text()).contains("the owner was wrong");
    assertThat(scene.api.get("/api/audit?subject=/runs/" + run.id).text())
        .contains("run entries released");
    assertThat(boss.open(address(run) + "/log").text())
        .contains("Entries released", "because: the owner was wrong");
    assertThat(WayIn.APPLY.change(scene).status()).isEqualTo(200);
    Answer again =
        admin.post(path, "{\"reason\": \"once more\"}", "Content-Type", "application/json");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.says()).contains("released already");
  }

  @Test
  void the_page_of_the_entry_says_which_run_holds_it() {
    assertThat(operator.open("/estate/systems/%s-erp".formatted(scene.own)).text())
        .contains("Run " + run.id + " is changing");
  }

  private Answer hold() {
    return scene.api.get("/api/runs/%s/hold".formatted(run.id));
  }

  private String entry() {
    return scene.api.get("/api/estate/systems/%s-erp".formatted(scene.own)).text();
  }

  private String runbook() {
    return SampleRunbooks.rolling(1, "ERP to 18.0", "")
        .replace(
            "name: tomcat-rolling",
            "name: %s-erp\nsystems: [%s-erp]".formatted(scene.own, scene.own));
  }
}
