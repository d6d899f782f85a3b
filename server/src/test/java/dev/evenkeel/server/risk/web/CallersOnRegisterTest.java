package dev.evenkeel.server.risk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.health.source.RealProgram;
import dev.evenkeel.server.health.source.Site;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * From a real access log to the register (C12): a real HAProxy stands before the ERP and writes who
 * calls it; who is not declared is a risk of the ERP's upgrade until the call is declared.
 */
@ServerTest
@Tag("C12")
@Tag("C11")
@Timeout(120)
class CallersOnRegisterTest {
  @Autowired ListableBeanFactory beans;
  @TempDir Path folder;
  private RiskScene scene;

  @BeforeEach
  void open() {
    scene = new RiskScene(beans);
  }

  private List<JsonNode> callers(String upgrade, boolean there) {
    return scene.risks(upgrade).stream()
        .filter(risk -> risk.path("key").asString().startsWith("caller:"))
        .filter(risk -> risk.path("goneAt").isNull() == there)
        .toList();
  }

  private String titles(String upgrade, boolean there) {
    return callers(upgrade, there).stream()
        .map(risk -> risk.path("title").asString())
        .sorted()
        .collect(Collectors.joining("; "));
  }

  @Test
  void a_caller_in_the_log_of_a_proxy_is_a_risk_of_the_upgrade_until_its_call_is_declared()
      throws Exception {
    String upgrade = scene.upgrade();
    String ofTheShop = scene.upgradeOf("shop");
    String ofWhatItNeeds = scene.upgradeOf("script");
    assertThat(callers(upgrade, true)).isEmpty();

    take(loggedByHaproxy());

    String stranger = "Somebody unknown calls ERP: address 127.0.0.9";
    RiskScene.until(() -> titles(upgrade, true).equals(stranger));
    JsonNode risk = callers(upgrade, true).getFirst();
    assertThat(risk.path("severity").asString()).isEqualToIgnoringCase("high");
    assertThat(risk.path("likelihood").asInt()).isEqualTo(4);
    assertThat(risk.path("impact").asInt()).isEqualTo(5);
    assertThat(risk.path("source").asString()).isEqualTo("evenkeel, from logs and traces");
    assertThat(risk.path("detail").asString())
        .contains("3 calls from " + scene.today, "such as GET /export")
        .doesNotContain("secret");
    assertThat(scene.viewer.open(upgrade).one(".blockers").text()).contains(stranger);
    assertThat(scene.viewer.open("/risks/" + risk.path("id").asLong()).one("#page").text())
        .contains("Evenkeel, from logs and traces", "Who really calls whom");

    RiskScene.until(() -> titles(ofWhatItNeeds, true).equals(stranger));
    assertThat(callers(ofWhatItNeeds, true).getFirst().path("likelihood").asInt())
        .as("what is upgraded is only needed by what is called")
        .isEqualTo(3);
    assertThat(callers(ofTheShop, true)).as("the shop only needs the ERP").isEmpty();

    // Somebody knows who it is: a system, which has not declared that it calls.
    scene.apply("{apiVersion: evenkeel/v1, kind: System, name: OWN-bi, title: Reports}");
    say("address", "127.0.0.9", "bi");
    String undeclared = "Reports calls ERP, and has not declared it";
    RiskScene.until(() -> titles(upgrade, true).equals(undeclared));
    assertThat(titles(upgrade, false)).isEqualTo(stranger);

    Answer learned =
        scene.api.post(
            "/api/callers/learn?caller=%s-bi&callee=%s-erp".formatted(scene.own, scene.own), "");
    assertThat(learned.status()).as(learned.text()).isEqualTo(200);
    RiskScene.until(() -> titles(upgrade, true).isEmpty());
    assertThat(titles(upgrade, false)).contains(stranger, undeclared);
    assertThat(scene.viewer.open(upgrade).one(".blockers").text()).doesNotContain("calls ERP");

    // Now the dependency counts as any other: nobody knows whether it works with the new version.
    RiskScene.until(() ->
        scene.risks(upgrade).stream()
            .map(one -> one.path("title").asString())
            .anyMatch("It is not known whether Reports works with 18.0"::equals));
  }

  @Test
  void what_people_answered_stays_when_the_caller_is_seen_again() throws Exception {
    String upgrade = scene.upgradeOf("shop");
    scene.apply(
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-shop, title: Shop, criticality: red}");
    take(line("OWN-cron.lan", "shop"), "shop");
    RiskScene.until(() -> callers(upgrade, true).size() == 1);
    long id = callers(upgrade, true).getFirst().path("id").asLong();
    scene.put(
        "/risks/" + id,
        "{\"state\": \"ACCEPTED\", \"mitigation\": \"It is told by mail\", \"owner\": \"bob\"}");
    take(line("OWN-cron.lan", "again"), "shop");
    RiskScene.until(
        () -> callers(upgrade, true).getFirst().path("detail").asString().contains("2 calls"));
    JsonNode after = callers(upgrade, true).getFirst();
    assertThat(after.path("id").asLong()).isEqualTo(id);
    assertThat(after.path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(after.path("owner").asString()).isEqualTo("bob");
  }

  private String line(String caller, String what) {
    return "%s - - [21/Nov/2026:10:00:00 +0000] \"GET /%s HTTP/1.1\" 200 5 \"-\" \"curl/8\"\n"
        .formatted(caller.replace("OWN", scene.own), what);
  }

  private void take(String log) {
    take(log, "erp");
  }

  private void take(String log, String of) {
    Answer taken =
        scene.api.post(
            "/api/callers?file=access.log&of=" + scene.own + "-" + of,
            log,
            "Content-Type",
            "application/octet-stream");
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
  }

  private void say(String kind, String pattern, String system) {
    Answer said =
        scene.api.put(
            "/api/callers/rules?kind=%s&pattern=%s&system=%s-%s"
                .formatted(kind, pattern, scene.own, system),
            "");
    assertThat(said.status()).as(said.text()).isEqualTo(200);
  }

  /** Three requests from an address of their own, as HAProxy writes them. */
  private String loggedByHaproxy() throws Exception {
    int port = RealProgram.freePort();
    try (Site erp = Site.saying("well")) {
      Files.writeString(
          folder.resolve("haproxy.cfg"),
          """
          global
            log stdout format raw local0
          defaults
            mode http
            log global
            option httplog
            timeout connect 5s
            timeout client 5s
            timeout server 5s
          listen %s-erp
            bind 127.0.0.1:%d
            server erp-1 %s
          """
              .formatted(scene.own, port, erp.url().replace("http://", "")));
      try (RealProgram haproxy =
          RealProgram.start(folder, List.of("haproxy", "-db", "-f", "haproxy.cfg"))) {
        for (int i = 0; i < 3; i++) {
          request(haproxy, port);
        }
        RiskScene.until(
            () -> printed(haproxy).lines().filter(l -> l.contains("/export")).count() == 3);
        return printed(haproxy)
            .lines()
            .filter(line -> line.contains("/export"))
            .collect(Collectors.joining("\n"));
      }
    }
  }

  private static String printed(RealProgram program) {
    try {
      return program.printed();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void request(RealProgram haproxy, int port) throws IOException {
    while (true) {
      try (var client = new Socket()) {
        client.bind(new InetSocketAddress("127.0.0.9", 0));
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        client
            .getOutputStream()
            .write(
                "GET /export?key=secret HTTP/1.1\r\nHost: erp\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 200");
        return;
      } catch (ConnectException notYet) {
        haproxy.checkAlive();
        Thread.onSpinWait();
      }
    }
  }
}
