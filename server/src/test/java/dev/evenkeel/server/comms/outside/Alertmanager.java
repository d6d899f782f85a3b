package dev.evenkeel.server.comms.outside;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Alertmanager, on loopback; tests are skipped where none is installed. */
final class Alertmanager implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(60);

  private final Path program;
  private final Path folder;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private Optional<Process> process = Optional.empty();

  private Alertmanager(Path program, Path folder, int port) {
    this.program = program;
    this.folder = folder;
    this.port = port;
  }

  static Alertmanager installedOrSkip(Path folder) throws IOException {
    Optional<Path> program =
        Stream.of("/usr/bin/prometheus-alertmanager", "/usr/bin/alertmanager")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(
        program.isPresent(), "no Alertmanager: apt-get install prometheus-alertmanager");
    Files.writeString(
        folder.resolve("am.yml"), "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
    try (ServerSocket socket = new ServerSocket(0)) {
      return new Alertmanager(program.get(), folder, socket.getLocalPort());
    }
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  Alertmanager start() throws Exception {
    process =
        Optional.of(
            new ProcessBuilder(
                    program.toString(),
                    "--config.file=" + folder.resolve("am.yml"),
                    "--storage.path=" + folder.resolve("data"),
                    "--web.listen-address=127.0.0.1:" + port,
                    "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("am.log").toFile())
                .start());
    long end = System.nanoTime() + READY.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not ready; see " + folder.resolve("am.log"));
      }
      Thread.sleep(100);
    }
    return this;
  }

  private boolean isReady() throws InterruptedException {
    try {
      return http.send(request("/-/ready").build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  /** Those that are in force. */
  List<JsonNode> silences() throws Exception {
    String all = http.send(request("/api/v2/silences").build(), BodyHandlers.ofString()).body();
    List<JsonNode> found = new ArrayList<>();
    JsonMapper.shared()
        .readTree(all)
        .forEach(one -> {
          if (one.path("status").path("state").asString("").equals("active")) {
            found.add(one);
          }
        });
    return found;
  }

  /** As a person does it. */
  void expire(String id) throws Exception {
    http.send(
        request("/api/v2/silence/" + id).method("DELETE", BodyPublishers.noBody()).build(),
        BodyHandlers.discarding());
  }

  @Override
  public void close() {
    process.ifPresent(running -> {
      running.destroy();
      running.onExit().completeOnTimeout(running, 20, TimeUnit.SECONDS).join();
    });
    http.close();
  }
}
