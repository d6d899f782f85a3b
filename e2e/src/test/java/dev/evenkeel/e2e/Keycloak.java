package dev.evenkeel.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Keycloak, in development mode with its own small database. Its archive is taken from the
 * local Maven repository, or fetched into it by Maven.
 */
public final class Keycloak implements AutoCloseable {
  private static final String VERSION = "26.0.7";
  private static final Duration READY = Duration.ofMinutes(6);
  private static final String ARTIFACT =
      "org.keycloak:keycloak-quarkus-dist:" + VERSION + ":tar.gz";

  private final Scene scene;
  private final int port;
  private Optional<Process> process = Optional.empty();

  private Keycloak(Scene scene, int port) {
    this.scene = scene;
    this.port = port;
  }

  /**
   * Unpacks it, with the realm {@code harbour}; the journey is skipped where it cannot be had.
   *
   * @param evenkeel the address people come from
   */
  public static Keycloak unpackedOrSkip(Scene scene, String evenkeel) throws Exception {
    Path archive = archive();
    if (!Files.isRegularFile(archive)) {
      fetch(scene);
    }
    Assumptions.assumeTrue(
        Files.isRegularFile(archive),
        "no Keycloak: `mvn dependency:get -Dartifact=%s` did not bring it".formatted(ARTIFACT));
    Path home = Files.createDirectories(scene.file("keycloak"));
    run(
        scene,
        "unpack",
        List.of("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components=1"));
    Path realms = Files.createDirectories(home.resolve("data/import"));
    try (InputStream realm = Keycloak.class.getResourceAsStream("/harbour-realm.json")) {
      String text = new String(realm.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          realms.resolve("harbour-realm.json"), text.replace("\"EVENKEEL/", "\"" + evenkeel + "/"));
    }
    try (ServerSocket socket = new ServerSocket(0)) {
      return new Keycloak(scene, socket.getLocalPort());
    }
  }

  public String issuer() {
    return "http://127.0.0.1:%d/realms/harbour".formatted(port);
  }

  public Keycloak start() throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
                scene.file("keycloak/bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm")
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    program.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // It knows no Java as new as the one the journeys run with.
    program.environment().put("JAVA_OPTS_APPEND", "-Dnet.bytebuddy.experimental=true");
    process = Optional.of(program.start());
    Patiently.await(READY, () -> "Keycloak is ready; see " + log(), this::isReady);
    return this;
  }

  private boolean isReady() throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI discovery = URI.create(issuer() + "/.well-known/openid-configuration");
      return http.send(HttpRequest.newBuilder(discovery).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Path log() {
    return scene.file("keycloak.log");
  }

  @Override
  public void close() {
    stop();
  }

  public void stop() {
    process.ifPresent(running -> {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
      running.onExit().completeOnTimeout(running, 30, TimeUnit.SECONDS).join();
    });
    process = Optional.empty();
  }

  private static Path archive() {
    String repository =
        System.getProperty(
            "maven.repo.local",
            Path.of(System.getProperty("user.home"), ".m2/repository").toString());
    return Path.of(
        repository,
        "org/keycloak/keycloak-quarkus-dist",
        VERSION,
        "keycloak-quarkus-dist-%s.tar.gz".formatted(VERSION));
  }

  private static void fetch(Scene scene) throws Exception {
    try {
      run(
          scene,
          "fetch",
          List.of(
              "mvn", "-B", "-q", "dependency:get", "-Dtransitive=false", "-Dartifact=" + ARTIFACT));
    } catch (IOException noMaven) {
      // said by whoever looks for the archive
    }
  }

  private static void run(Scene scene, String name, List<String> command) throws Exception {
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(scene.file(name + ".log").toFile())
        .start()
        .waitFor();
  }
}
