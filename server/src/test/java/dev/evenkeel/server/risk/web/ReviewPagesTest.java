package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Customisations, and the reviews of sign-in, encryption and requirements (C19, C20, C24). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewPagesTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  @Test
  @Tag("C19")
  void customisations_are_decided_one_by_one_and_what_does_not_fit_is_flagged() {
    String upgrade = scene.upgrade();
    assertThat(scene.viewer.open(upgrade + "/stocktake").one("ul.missing").text())
        .contains("Nobody has said");
    Page form = scene.operator.open(upgrade + "/stocktake");
    scene.operator.press(
        form.one("form.edit button.primary"),
        Map.of(
            "items[0].name",
            "Discounts",
            "items[0].place",
            "CORE",
            "items[0].needed",
            "YES",
            "items[0].offered",
            "NO",
            "items[0].decision",
            "UPGRADE",
            "items[0].integrated",
            "shop"));
    Page page = scene.viewer.open(upgrade + "/stocktake");
    assertThat(page.one("table.cards").text())
        .contains(
            "Discounts",
            "re-implement",
            "A change to the core does not survive an upgrade",
            "operator-");
    assertThat(scene.viewer.open(upgrade).one(".blockers").text())
        .doesNotContain("Customisations:");
  }

  @Test
  @Tag("C20")
  @Tag("C24")
  void questions_that_are_not_answered_block_and_answers_keep_who_gave_them() {
    String upgrade = scene.upgrade();
    assertThat(scene.viewer.open(upgrade).one(".blockers").text())
        .contains(
            "Sign-in and encryption: 4 of the questions are open.",
            "Requirements: 4 of the questions are open.");
    Page form = scene.operator.open(upgrade + "/answers");
    scene.operator.press(
        form.one("form.edit button.primary"),
        Map.of(
            "given.AUTHENTICATION.yes",
            "true",
            "given.ENCRYPTION.yes",
            "false",
            "given.DESIGN.yes",
            "false"));
    JsonNode first = scene.api.get("/api" + upgrade + "/answers").json();
    assertThat(first.at("/computed/openSecurity").toString()).contains("what follows is not said");
    JsonNode second =
        scene
            .put(
                upgrade + "/answers",
                "{\"given\": {\"ENCRYPTION\": {\"yes\": false}, \"AUTHENTICATION\": {\"yes\": true, \"follows\": \"new OIDC client\"}}}")
            .json();
    assertThat(second.at("/sheet/given/ENCRYPTION/by").asString()).startsWith("operator-");
    assertThat(second.at("/sheet/given/AUTHENTICATION/by").asString()).startsWith("test-");
    assertThat(second.at("/computed/openSecurity").toString())
        .doesNotContain("follows is not said");
  }
}
