package dev.evenkeel.server.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import tools.jackson.databind.JsonNode;

/** Upgrades with tasks, and what one does to them over HTTP. */
final class TaskScene {
  private final ListableBeanFactory beans;
  private final RiskScene scene;

  TaskScene(ListableBeanFactory beans, RiskScene scene) {
    this.beans = beans;
    this.scene = scene;
  }

  String launched(String template) {
    String upgrade = scene.upgrade();
    Answer answer =
        scene.api.post("/api" + upgrade + "/tasks", "{\"template\": \"%s\"}".formatted(template));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return upgrade;
  }

  List<JsonNode> tasks(String upgrade) {
    List<JsonNode> tasks = new ArrayList<>();
    scene.api.get("/api" + upgrade + "/tasks").json().forEach(tasks::add);
    return tasks;
  }

  JsonNode byKey(String upgrade, String key) {
    return tasks(upgrade).stream()
        .filter(task -> task.path("key").asString().equals(key))
        .findFirst()
        .orElseThrow();
  }

  void untilChecked(String upgrade) {
    beans
        .getBean(dev.evenkeel.server.tasks.EvidenceKeeper.class)
        .check(Long.parseLong(upgrade.substring(upgrade.lastIndexOf('/') + 1)));
  }

  void edit(JsonNode task, Map<String, String> fields) {
    Answer answer = put(task, "", fields);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  Answer put(JsonNode task, String path, Map<String, String> fields) {
    StringBuilder body =
        new StringBuilder("{\"title\": \"%s\"".formatted(task.path("title").asString()));
    fields.forEach((name, value) -> body.append(", \"%s\": \"%s\"".formatted(name, value)));
    return scene.api.put("/api/tasks/" + id(task) + path, body + "}", "If-Match", etag(task));
  }

  void order(JsonNode task, String order, String body) {
    Answer answer = post(task, order, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  Answer post(JsonNode task, String order, String body) {
    return scene.api.post("/api/tasks/" + id(task) + "/" + order, body, "If-Match", etag(task));
  }

  String etag(JsonNode task) {
    return scene.api.get("/api/tasks/" + id(task)).header("ETag");
  }

  static long id(JsonNode task) {
    return task.path("id").asLong();
  }

  static LocalDate day(JsonNode task) {
    return Instant.parse(task.path("due").asString()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
  }
}
