package dev.evenkeel.server.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ListableBeanFactory;
import tools.jackson.databind.JsonNode;

/**
 * A small estate under names that no other test has, and people who work with it: an ERP that needs
 * a script out of support, a shop that needs the ERP, and Dora, who knows it and is away.
 */
public final class RiskScene {
  public final Browser operator;
  public final Browser viewer;
  public final ApiClient api;
  public final String own = "r" + UUID.randomUUID().toString().substring(0, 8);
  public final LocalDate today = LocalDate.ofInstant(java.time.Instant.now(), ZoneOffset.UTC);
  public final LocalDate goLive = today.plusDays(90);

  private final Assessor assessor;

  public RiskScene(ListableBeanFactory beans) {
    assessor = beans.getBean(Assessor.class);
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    apply(
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-erp, title: ERP, version: '15.0', experts: [OWN-dora],
         criticality: red, dependsOn: [{system: OWN-script, type: script}, OWN-ghost]}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-script, title: Nightly export, product: php, version: '7.4', supportEnd: 2022-11-28}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, title: Shop, dependsOn: [{system: OWN-erp, type: calls, via: orders, until: '15'}],
         demand: {weekdays: [0,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,8]}}
        ---
        {apiVersion: evenkeel/v1, kind: Person, name: OWN-dora, title: Dora, absences: [{from: FROM, to: TO}]}
        """
            .replace("FROM", goLive.minusDays(2).toString())
            .replace("TO", goLive.plusDays(2).toString()));
  }

  /** Documents in which {@code OWN} stands for the names of this scene. */
  public void apply(String text) {
    Answer answer = api.post("/api/estate/apply", text.replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** The path of a new upgrade of the ERP. */
  public String upgrade() {
    return upgradeOf("erp");
  }

  public String upgradeOf(String system) {
    Answer answer =
        api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s-%s\"], \"from\": \"15.0\", \"to\": \"18.0\", \"owner\": \"ann\", \"goLive\": \"%s\", \"downtimeMinutes\": 60}"
                .formatted(own, system, goLive));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    untilComputed();
    return "/upgrades/" + answer.json().path("id").asLong();
  }

  public Answer put(String path, String body) {
    Answer answer = api.put("/api" + path, body, "If-Match", api.get("/api" + path).header("ETag"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    untilComputed();
    return answer;
  }

  /** What follows from an edit is computed after its answer. */
  public void untilComputed() {
    until(assessor::isDone);
  }

  public List<JsonNode> risks(String upgrade) {
    untilComputed();
    List<JsonNode> risks = new ArrayList<>();
    api.get("/api" + upgrade + "/risks").json().forEach(risks::add);
    return risks;
  }

  public JsonNode risk(String upgrade, String key) {
    return risks(upgrade).stream()
        .filter(risk -> risk.path("key").asString().startsWith(key.replace("OWN", own)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " in " + risks(upgrade)));
  }

  public static void until(BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not come true");
      }
      Thread.onSpinWait();
    }
  }
}
