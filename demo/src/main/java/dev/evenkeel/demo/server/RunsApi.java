package dev.evenkeel.demo.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API of a server, as far as the demo needs it. */
public final class RunsApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private record NewRun(String runbook, Map<String, String> inputs, String kind, String waiver) {}

  private static final String WAIVER =
      "A demo: nobody depends on this fleet, and the way back is part of the story.";

  private final String server;
  private final String token;

  RunsApi(String server, String token) {
    this.server = server;
    this.token = token;
  }

  /** Whether a server is ready at an address. */
  static boolean answers(String server) throws InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(server + "/health")).timeout(PATIENCE).build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Starts a run as in production: a rehearsal would go all the way and back again.
   *
   * @return the id of the run
   */
  public String start(String runbook, Map<String, String> inputs)
      throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(new NewRun(runbook, inputs, "PRODUCTION", WAIVER));
    var request = to("/api/runs").POST(BodyPublishers.ofString(body));
    return send(request.header("Content-Type", "application/json")).path("id").asString();
  }

  /**
   * How a run stands.
   *
   * @throws IOException when the server does not answer
   */
  public Run run(String id) throws IOException, InterruptedException {
    return Run.of(send(to("/api/runs/" + id).GET()));
  }

  /** Lines of a run's log after one, oldest first. */
  public List<LogLine> log(String id, long after) throws IOException, InterruptedException {
    JsonNode lines = send(to("/api/runs/%s/events?after=%d".formatted(id, after)).GET());
    return lines.valueStream().map(LogLine::of).toList();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private static JsonNode send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new Refusal(response.statusCode(), response.body());
    }
    return JSON.readTree(response.body());
  }
}
