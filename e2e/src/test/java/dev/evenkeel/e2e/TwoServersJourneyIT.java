package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Two servers on one database: what is imported, applied, ruled and corrected on one is seen on the
 * other at once, on its pages, its map and in its backlog, which it ranks anew.
 */
@Tag("C06")
@Tag("C08")
@Tag("C25")
@Timeout(600)
class TwoServersJourneyIT {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String VENDOR =
      """
      {"keeper": [
        {"cycle": "9", "releaseDate": "2025-01-01", "eol": "2099-01-01", "latest": "9.1"},
        {"cycle": "8", "releaseDate": "2024-01-01", "eol": "2098-01-01", "latest": "8.4"},
        {"cycle": "7", "releaseDate": "2023-01-01", "eol": "2024-06-30", "latest": "7.2"}]}
      """;
  private static final String RULE =
      """
      rules:
        - product: keeper
          way: stops
          stops: ["8"]
          says: We tried this way on the copy.
          source: runbook 12
      """;
  private static final Scene one = Scene.of("two-servers-one");
  private static final Scene other = Scene.of("two-servers-other");

  @Test
  void what_is_done_on_one_is_seen_on_the_other() throws Exception {
    try (OwnDatabase database = OwnDatabase.in(one);
        PackagedServer here = on(one, database);
        PackagedServer there = on(other, database)) {
      here.start();
      there.start();

      send(here, "POST", "/api/lifecycle/feeds?file=all.json", "application/json", VENDOR);
      var table = Files.writeString(one.file("t.csv"), "name,product,version\nvault,keeper,7.1\n");
      Called bring =
          Called.start(one, "import", here.environment(), "import", table.toString(), "--apply");
      assertThat(bring.exitCode(2)).as(bring.err()).isZero();
      assertThat(there.get("/api/estate/systems/vault").at("/document/version").asString())
          .isEqualTo("7.1");
      assertThat(there.get("/api/map?centre=systems/vault&hops=1").path("spots")).hasSize(1);
      assertThat(hops(there, "vault", 1)).containsExactly("9.1");

      send(here, "PUT", "/api/lifecycle/path-rules", "application/yaml", RULE);
      assertThat(hops(there, "vault", 2)).containsExactly("8.4", "9.1");
      JsonNode ruled = there.get("/api/backlog/vault");
      assertThat(ruled.path("whose").asString()).isEqualTo("OWN");
      assertThat(ruled.at("/hops/0/reason").asString()).isEqualTo("We tried this way on the copy.");

      // The other way round: a document applied there stands on the map here.
      send(
          there,
          "POST",
          "/api/estate/apply",
          "application/yaml",
          "{apiVersion: evenkeel/v1, kind: System, name: till, product: our own box, version: '8.1', audience: customers, dependsOn: [vault]}");
      assertThat(here.get("/api/map?centre=systems/vault&hops=1").path("spots")).hasSize(2);
      assertThat(here.get("/api/estate/systems/till").at("/document/product").asString())
          .isEqualTo("our own box");
      String correction = "{\"said\": \"our own box\", \"product\": \"keeper\"}";
      send(there, "PUT", "/api/lifecycle/corrections", "application/json", correction);
      assertThat(hops(here, "till", 1)).containsExactly("9.1");
      Patiently.await(
          SOON, () -> "the vault is ranked as red on both", () -> isRed(here) && isRed(there));
    }
  }

  private static PackagedServer on(Scene scene, OwnDatabase database) throws IOException {
    return new PackagedServer(scene)
        .with("EVENKEEL_DB_URL", database.url())
        .with("EVENKEEL_DB_USER", OwnDatabase.USER)
        .with("EVENKEEL_SECRET_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
  }

  private static boolean isRed(PackagedServer server) throws IOException, InterruptedException {
    for (JsonNode item : server.get("/api/backlog").path("items")) {
      if (item.path("system").asString().equals("vault")) {
        return item.path("criticality").asString().equals("RED");
      }
    }
    return false;
  }

  /** The versions on the way in the ranked backlog, once there are so many. */
  private static List<String> hops(PackagedServer server, String system, int many)
      throws Exception {
    Patiently.await(
        SOON,
        () -> system + " has " + many + " hops at " + server.url(),
        () -> ranked(server, system).size() == many);
    return ranked(server, system);
  }

  private static List<String> ranked(PackagedServer server, String system)
      throws IOException, InterruptedException {
    for (JsonNode item : server.get("/api/backlog").path("items")) {
      if (item.path("system").asString().equals(system)) {
        return item.path("hops").valueStream().map(hop -> hop.path("version").asString()).toList();
      }
    }
    return List.of();
  }

  private static void send(
      PackagedServer server, String method, String path, String type, String body)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(server.url() + path))
                  .header(
                      "Authorization",
                      "Bearer " + Files.readString(server.data().resolve("cli-token")).strip())
                  .header("Content-Type", type)
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
    }
  }
}
