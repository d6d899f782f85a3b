package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What all sheets of an upgrade have in common, and the audit (C10). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetPagesTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/impact",
        "/audit",
        "/risks",
        "/cost",
        "/stocktake",
        "/answers",
        "/capacity",
        "/strategy",
        "/sheet"
      })
  void every_page_is_there_for_viewers_and_offers_them_no_change(String tab) {
    Page page = scene.viewer.open(scene.upgrade() + tab);
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    assertThat(page.html().select("#page button")).isEmpty();
    assertThat(page.html().select("#page fieldset:not([disabled])")).isEmpty();
  }

  @Test
  void a_sheet_that_somebody_changed_meanwhile_is_not_overwritten() {
    String upgrade = scene.upgrade();
    Page mine = scene.operator.open(upgrade + "/audit");
    scene.put(upgrade + "/audit", "{\"owner\": \"zoe\"}");
    Page late = scene.operator.press(mine.one("form.edit button.primary"), Map.of("owner", "ann"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("changed by somebody else");
    assertThat(scene.api.get("/api" + upgrade + "/audit").json().at("/sheet/owner").asString())
        .isEqualTo("zoe");
    assertThat(
            ApiClient.of(beans, Role.VIEWER)
                .put("/api" + upgrade + "/audit", "{}", "If-Match", "1")
                .status())
        .isEqualTo(403);
  }

  @Test
  @Tag("C10")
  void the_audit_blocks_until_it_is_done_in_time_with_evidence() {
    String upgrade = scene.upgrade();
    assertThat(scene.viewer.open(upgrade).one(".blockers").text())
        .contains("The audit is not planned.");
    assertThat(
            scene
                .viewer
                .open(upgrade + "/audit")
                .one("section[aria-labelledby=length-title]")
                .text())
        .contains("It takes 3 working days", "class major");
    Page form = scene.operator.open(upgrade + "/audit");
    Page late =
        scene.operator.press(
            form.one("form.edit button.primary"),
            Map.of(
                "owner",
                "ann",
                "first",
                scene.goLive.minusDays(10).toString(),
                "last",
                scene.goLive.minusDays(5).toString()));
    assertThat(late.status()).isEqualTo(302);
    assertThat(scene.viewer.open(upgrade + "/audit").one("ul.missing").text())
        .contains("14 days before go-live. Go live on " + scene.goLive.plusDays(9) + " or later.");
    Page done = scene.operator.open(upgrade + "/audit");
    String today = scene.today.toString();
    assertThat(
            scene
                .operator
                .press(done.one("form.edit button.primary"), Map.of("doneOn", today))
                .text())
        .contains("Done needs evidence.");
    scene.operator.press(
        done.one("form.edit button.primary"), Map.of("doneOn", today, "evidence", "wiki/audit"));
    JsonNode state = scene.api.get("/api" + upgrade + "/audit").json();
    assertThat(state.at("/computed/state/gateOpen").asBoolean()).isTrue();
    assertThat(state.path("version").asLong()).isEqualTo(2);
    assertThat(scene.viewer.open(upgrade).one(".blockers").text()).doesNotContain("Audit:");
  }
}
