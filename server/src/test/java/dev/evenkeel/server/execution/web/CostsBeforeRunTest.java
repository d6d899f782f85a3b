package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A production run begins no upgrade whose money nobody has approved. */
@Tag("C36")
class CostsBeforeRunTest extends OnStillServer {
  private RiskScene scene;
  private String upgrade;

  @BeforeAll
  void paint() {
    scene = new RiskScene(beans);
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Budget, name: OWN-it, title: IT of OWN, owner: ann, currency: CHF,
         periods: [{title: now, from: FROM, to: TO, amount: 10000}]}
        """
            .replace("FROM", scene.today.minusDays(30).toString())
            .replace("TO", scene.goLive.plusDays(30).toString()));
  }

  @BeforeEach
  void costs() {
    server.clearTheWay();
    upgrade = scene.upgrade();
    scene.put(
        upgrade + "/schedule",
        "budget: %s-it\nways: [{strategy: big-bang, costs: [{kind: licences, amount: 9000}]}]"
            .formatted(scene.own));
  }

  @Test
  void it_is_refused_with_the_amount_until_a_second_person_has_approved_it() {
    SampleRun run = ready("18.0", RunKind.PRODUCTION);
    Answer refused = start(run);
    assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    assertThat(refused.says()).contains("Costs of ", "9,000 CHF, not approved", "page Budget");
    approve();
    assertThat(start(run).says()).doesNotContain("page Budget").contains("nobody has agreed to it");
  }

  @Test
  void a_rehearsal_and_a_run_to_another_version_commit_to_nothing() {
    assertThat(start(ready("18.0", RunKind.REHEARSAL)).status()).isBetween(200, 204);
    server.clearTheWay();
    assertThat(start(ready("17.5", RunKind.PRODUCTION)).says())
        .doesNotContain("page Budget")
        .contains("names none, so nobody has agreed to it");
  }

  private void approve() {
    Browser cy = Browser.signedIn(beans, Role.ADMIN);
    assertThat(cy.press(cy.open(upgrade + "/budget").one("form.approve button"), Map.of()).status())
        .isEqualTo(302);
  }

  private Answer start(SampleRun run) {
    return scene.api.post(
        "/api" + address(run) + "/commands",
        "{\"command\": \"START\"}",
        "Content-Type",
        "application/json");
  }

  private SampleRun ready(String to, RunKind kind) {
    return server.ready(
        SampleRunbooks.rolling(1, "ERP to " + to, "")
            .replace(
                "name: tomcat-rolling",
                "name: %s-erp\nsystems: [%s-erp]".formatted(scene.own, scene.own))
            .replace("default: 11.0.2", "default: '%s'".formatted(to)),
        kind);
  }
}
