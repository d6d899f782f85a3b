package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.EvenkeelServer;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.database.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A database that goes away for a while is an answer, not an end. */
@SpringBootTest(
    classes = EvenkeelServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.hikari.connection-timeout=500",
      "spring.datasource.hikari.minimum-idle=1"
    })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();
  @TempDir static Path data;
  private static Wire wire;

  @LocalServerPort int port;
  private final HttpClient client = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    var direct = URI.create(database.url().substring("jdbc:".length()));
    wire = new Wire(direct.getPort());
    settings.add("evenkeel.data", data::toString);
    settings.add(
        "evenkeel.db.url",
        () -> "jdbc:postgresql://127.0.0.1:%d%s".formatted(wire.port(), direct.getPath()));
    settings.add("evenkeel.db.user", database::user);
    settings.add("evenkeel.db.password", database::password);
  }

  @AfterAll
  static void close() throws Exception {
    wire.close();
  }

  @Test
  void the_server_says_so_goes_on_and_is_back_by_itself(CapturedOutput output) throws Exception {
    assertThat(get("/api/me", "application/json").statusCode()).isEqualTo(200);
    wire.cut();

    var api = get("/api/me", "application/json");
    assertThat(api.statusCode()).isEqualTo(503);
    assertThat(api.body())
        .contains("/problems/unreachable")
        .contains("The database cannot be used")
        .doesNotContain("Exception");
    var page = get("/settings", "text/html");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("<!DOCTYPE html>").contains("The database cannot be used");
    assertThat(get("/health/readiness", "*/*").statusCode()).isEqualTo(503);
    assertThat(get("/health/liveness", "*/*").statusCode()).isEqualTo(200);

    wire.mend();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> get("/api/me", "application/json").statusCode() == 200);
    Awaitility.await().until(() -> output.getAll().contains("The database can be used again"));
    assertThat(output.getAll().split("all waits until it can")).hasSize(2);
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
            .header("Accept", accept)
            .header(
                "Authorization", "Bearer " + Files.readString(data.resolve("cli-token")).strip())
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
