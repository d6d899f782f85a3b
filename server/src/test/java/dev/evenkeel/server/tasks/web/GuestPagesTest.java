package dev.evenkeel.server.tasks.web;

import static dev.evenkeel.server.tasks.web.TaskScene.id;
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

/** Guests work on one task by a link (C02). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuestPagesTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;
  private TaskScene work;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
    work = new TaskScene(beans, scene);
  }

  @Test
  @Tag("C01")
  void a_guest_works_on_one_task_by_a_link_until_it_is_taken_back() {
    String upgrade = work.launched("minimise-downtime");
    JsonNode task = work.tasks(upgrade).get(1);
    Page page = scene.operator.open("/tasks/" + id(task));
    Page made =
        scene.operator.press(
            page.one("form[action$=guests] button"), Map.of("name", "vendor@example.com"));
    String path = java.net.URI.create(made.one("#guest-address").text()).getPath();
    var guest = dev.evenkeel.server.web.Browser.signedOut(beans);
    Page seen = guest.open(path);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text()).contains("Identify what needs upgrading");
    assertThat(seen.html().select("nav[aria-label=Main]")).isEmpty();
    guest.press(seen.html().select(".ticks button").getFirst(), Map.of());
    guest.press(
        guest.open(path).one("form[action$=comments] button"), Map.of("text", "Ends <in> May"));
    Page refused = guest.press(guest.open(path).one("form[action$=done] button"), Map.of());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.notice()).contains("is not ticked");
    assertThat(scene.viewer.open("/tasks/" + id(task)).one("main").text())
        .contains("guest vendor@example.com", "Ends <in> May");
    assertThat(guest.open("/tasks/" + id(task)).status()).isNotEqualTo(200);
    for (int n = 0; n < 30; n++) {
      guest.press(seen.one("form[action$=comments] button"), Map.of("text", "again"));
    }
    Page flooded = guest.press(seen.one("form[action$=comments] button"), Map.of("text", "again"));
    assertThat(flooded.status()).isEqualTo(429);
    assertThat(flooded.notice()).contains("used very often");
    scene.operator.press(
        scene.operator.open("/tasks/" + id(task)).one("form[action$=revoke] button"), Map.of());
    assertThat(guest.open(path).status()).isEqualTo(404);
    assertThat(guest.open("/guest/" + "A".repeat(43)).status()).isEqualTo(404);
    assertThat(
            scene
                .api
                .post("/api/tasks/" + id(task) + "/guests", "{\"name\": \"x\", \"days\": 900}")
                .status())
        .isEqualTo(400);
  }
}
