package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.e2e.lab.Lab;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code evenkeel serve} of the archive, in a data folder of its own, on whatever port is free. Its
 * log is {@code server.log} in the folder of the journey.
 */
public final class PackagedServer implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(5);
  private static final Pattern LINK = Pattern.compile("https?://\\S+/welcome\\?code=\\S+");
  private static final JsonMapper JSON = new JsonMapper();

  private final Scene scene;
  private final Map<String, String> environment = new HashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private Optional<Process> process = Optional.empty();

  public PackagedServer(Scene scene) {
    this.scene = scene;
    environment.put("EVENKEEL_DATA", data().toString());
    environment.put("EVENKEEL_PORT", "0");
  }

  public PackagedServer with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** On a port that stays the same when it is started again. */
  public PackagedServer onFixedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return with("EVENKEEL_PORT", Integer.toString(socket.getLocalPort()));
    }
  }

  /** Where it will be found, once it is told a fixed port. */
  public String plannedUrl() {
    return "http://127.0.0.1:" + environment.get("EVENKEEL_PORT");
  }

  /** The link for the first sign-in, as it was printed. */
  public String welcomeLink() throws IOException {
    Matcher link = LINK.matcher(Files.readString(log().toPath()));
    assertThat(link.find()).as("the server printed a link").isTrue();
    return link.group();
  }

  public Path data() {
    return scene.file("data");
  }

  /** Starts it and waits until it is ready. */
  public PackagedServer start() throws Exception {
    launch();
    Patiently.await(READY, () -> "the server is ready; see " + log(), this::isReady);
    return this;
  }

  /** Starts it without waiting. */
  public void launch() throws IOException {
    assertThat(process.filter(Process::isAlive)).as("the server runs already").isEmpty();
    process =
        Optional.of(
            Archive.call(environment, List.of("serve"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                .start());
  }

  /** Ends it and its database with SIGKILL; the commands it supervises go on. */
  public void kill9() {
    process.ifPresent(running -> new ProcessTree(running.toHandle()).kill());
  }

  /** Ends all of it, the commands too, as when the power of the machine fails. */
  public void powerCut() {
    process.ifPresent(running -> new ProcessTree(running.toHandle()).killWithCommands());
  }

  /** The processes of its own database. */
  public List<ProcessHandle> database() {
    return new ProcessTree(process.orElseThrow().toHandle()).database();
  }

  public void restart() throws Exception {
    stop();
    start();
  }

  /** Ends it as a service manager does. */
  public void stop() {
    process
        .filter(Process::isAlive)
        .ifPresent(running -> {
          running.destroy();
          running.onExit().completeOnTimeout(running, 60, TimeUnit.SECONDS).join();
          if (running.isAlive()) {
            kill9();
            throw new AssertionError("The server did not stop within a minute; see " + log());
          }
        });
  }

  public File log() {
    return scene.file("server.log").toFile();
  }

  public URI url() {
    return URI.create(announced().path("url").asString());
  }

  /** What the command line needs to find it. */
  public Map<String, String> environment() {
    return Map.of("EVENKEEL_DATA", data().toString());
  }

  /**
   * Upgrades a make-believe fleet from the command line, which watches it to its end.
   *
   * @param name of the files that keep what it says
   */
  public Called upgrade(Lab lab, String name) throws IOException {
    return Called.start(
        scene,
        name,
        environment(),
        "run",
        "start",
        lab.runbook().toString(),
        "--input",
        "lab=" + lab.folder(),
        "--waive",
        "the journey is the rehearsal",
        "--watch",
        "--json");
  }

  /** Asks the API as the local command line would. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(path, token());
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /**
   * Sends the API something, as the local command line would; all that is written is JSON or YAML.
   */
  public JsonNode send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/yaml")
                .header("If-Match", "\"0\"")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as("%s %s: %s", method, path, answer.body())
        .isBetween(200, 299);
    return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  private boolean isReady() throws InterruptedException {
    Process running = process.orElseThrow();
    assertThat(running.isAlive()).as("the server runs; see %s", log()).isTrue();
    try {
      return announced().path("pid").asLong() == running.pid()
          && ask("/health/readiness", "").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpResponse<String> ask(String path, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(30));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String token() throws IOException {
    return Files.readString(data().resolve("cli-token")).strip();
  }

  private JsonNode announced() {
    try {
      return JSON.readTree(Files.readString(data().resolve("server.json")));
    } catch (IOException notYet) {
      return JSON.createObjectNode();
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } finally {
      http.close();
    }
  }
}
