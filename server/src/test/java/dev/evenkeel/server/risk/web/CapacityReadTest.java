package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.health.source.RealProgram;
import dev.evenkeel.server.health.source.Site;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Capacity with numbers of a real Prometheus that scrapes a page of ours (C21). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
@Tag("C21")
class CapacityReadTest {
  @Autowired ListableBeanFactory beans;
  @TempDir static Path folder;
  private final AtomicInteger cores = new AtomicInteger(16);
  private RiskScene scene;
  private Site page;
  private RealProgram prometheus;
  private String url;

  @BeforeAll
  void start() throws Exception {
    scene = new RiskScene(beans);
    page =
        Site.answering(_ ->
            "# TYPE cores gauge\ncores %d\n# TYPE busy gauge\nbusy{node=\"a\"} 5\nbusy{node=\"b\"} 1\n"
                .formatted(cores.get()));
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 200ms, scrape_timeout: 200ms}
        scrape_configs:
          - job_name: app
            static_configs: [{targets: ["%s"]}]
        """
            .formatted(URI.create(page.url()).getAuthority()));
    int port = RealProgram.freePort();
    url = "http://127.0.0.1:" + port;
    prometheus =
        RealProgram.start(
            folder,
            List.of(
                "prometheus",
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port));
    RiskScene.until(() -> answer("cores").contains("\"16\""));
  }

  @AfterAll
  void stop() {
    page.close();
    if (prometheus != null) {
      prometheus.close();
    }
  }

  private String answer(String query) {
    try (var client = HttpClient.newHttpClient()) {
      prometheus.checkAlive();
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url + "/api/v1/query?query=" + query)).build(),
              BodyHandlers.ofString())
          .body();
    } catch (java.io.IOException e) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sheet(String url, String there, String used) {
    return """
    {"rows": [{"resource": "cpu", "needed": {"amount": 8, "source": "vendor"},
      "thereRead": {"url": "%s", "query": "%s"},
      "usedRead": {"url": "%s", "query": "%s", "period": "1h"}}]}
    """
        .formatted(url, there, url, used);
  }

  private JsonNode cpu(String upgrade) {
    return scene.api.get("/api" + upgrade + "/capacity").json().at("/computed/check/verdicts/0");
  }

  @Test
  void what_is_there_and_used_is_read_from_prometheus_and_kept_with_its_source() {
    String upgrade = scene.upgrade();
    scene.put(upgrade + "/capacity", sheet(url, "cores", "sum(busy) # of all"));
    assertThat(cpu(upgrade).path("says").asString()).isEqualTo("2 cores left over; 1.6 should be.");
    assertThat(cpu(upgrade).path("passes").asBoolean()).isTrue();
    assertThat(cpu(upgrade).at("/sources/1/reading/amount").asInt()).isEqualTo(6);
    Page shown = scene.viewer.open(upgrade + "/capacity");
    assertThat(shown.text()).contains("16 cores").contains("least in 7d at " + url);
    assertThat(shown.text()).contains("most in 1h at " + url).contains("by evenkeel");
    assertThat(scene.viewer.open(upgrade).one(".blockers").text()).doesNotContain("Capacity, CPU");
  }

  @Test
  void pressing_read_now_takes_the_number_of_now() {
    String upgrade = scene.upgrade();
    scene.put(upgrade + "/capacity", sheet(url, "cores", "busy{node='a'}"));
    assertThat(cpu(upgrade).path("says").asString()).startsWith("3 cores left over");
    cores.set(10);
    try {
      RiskScene.until(() -> answer("cores").contains("\"10\""));
      assertThat(cpu(upgrade).path("says").asString()).startsWith("3 cores left over");
      Page form = scene.operator.open(upgrade + "/capacity");
      scene.operator.press(form.one("form[action$='/capacity/read'] button"), Map.of());
      assertThat(cpu(upgrade).path("says").asString()).isEqualTo("3 cores too few.");
      assertThat(
              scene
                  .api
                  .post("/api" + upgrade + "/capacity/read", "")
                  .json()
                  .path("passes")
                  .asBoolean())
          .isFalse();
    } finally {
      cores.set(16);
      RiskScene.until(() -> answer("cores").contains("\"16\""));
    }
  }

  @Test
  void what_cannot_be_read_fails_and_says_what_to_do_without_the_secret() {
    String upgrade = scene.upgrade();
    String nowhere = Site.nowhere().replace("//", "//ann:${secrets.%s}@".formatted(scene.own));
    scene.put(upgrade + "/capacity", sheet(nowhere, "cores", "busy{node='c'}"));
    assertThat(cpu(upgrade).path("says").asString()).contains(scene.own);
    assertThat(
            ApiClient.of(beans, Role.ADMIN)
                .put(
                    "/api/secrets/" + scene.own,
                    "{\"value\": \"hunter2hunter2\"}",
                    "Content-Type",
                    "application/json")
                .status())
        .isLessThan(300);
    JsonNode read =
        scene.api.post("/api" + upgrade + "/capacity/read", "").json().at("/verdicts/0");
    assertThat(read.path("says").asString())
        .contains("What is there could not be read at ")
        .contains("connection refused")
        .contains("press Read now, or type the number in")
        .doesNotContain("hunter2");
    scene.put(upgrade + "/capacity", sheet(url, "cores", "busy"));
    assertThat(cpu(upgrade).path("says").asString()).contains("gave 2 series");
    scene.put(upgrade + "/capacity", sheet(url, "cores", "bussy"));
    assertThat(cpu(upgrade).path("says").asString()).contains("has no result for the query");
    assertThat(scene.viewer.open(upgrade).one(".blockers").text())
        .contains("Capacity, CPU: What is used could not be read");
  }

  @Test
  void a_password_in_an_address_and_a_number_beside_a_query_are_refused() {
    String upgrade = scene.upgrade();
    String tag = scene.api.get("/api" + upgrade + "/capacity").header("ETag");
    String open = sheet("http://ann:hunter2@127.0.0.1:9", "cores", "busy");
    assertThat(scene.api.put("/api" + upgrade + "/capacity", open, "If-Match", tag).text())
        .contains("rows[0].thereRead.url")
        .contains("Keep it as a secret")
        .doesNotContain("hunter2");
    String both =
        sheet(url, "cores", "busy")
            .replace(
                "\"thereRead\"", "\"there\": {\"amount\": 4, \"source\": \"ann\"}, \"thereRead\"");
    assertThat(scene.api.put("/api" + upgrade + "/capacity", both, "If-Match", tag).text())
        .contains("Type the number or say where it is read, not both.");
    String badly = sheet(url, "cores ${inputs.x}", "busy").replace("1h", "7y");
    assertThat(scene.api.put("/api" + upgrade + "/capacity", badly, "If-Match", tag).text())
        .contains("Only secrets are known here")
        .contains("'7y' is no period");
  }
}
