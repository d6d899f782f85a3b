package dev.evenkeel.server.execution.action.haproxy;

import static dev.evenkeel.server.execution.action.Playing.until;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A real HAProxy on loopback in front of one application, which is its server app/n1. */
final class Proxy implements AutoCloseable {
  final Application application = new Application();
  private final Path folder;
  private final int front = freePort();
  private final int control = freePort();
  private final Process process;

  Proxy(Path folder) throws IOException {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "haproxy"))),
        "haproxy is not on PATH; on Debian: apt-get install haproxy, and have /usr/sbin in PATH");
    this.folder = folder;
    var config = folder.resolve("haproxy.cfg");
    Files.writeString(config, configuration());
    process =
        new ProcessBuilder("haproxy", "-db", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    until("HAProxy serves", () -> serves());
  }

  private String configuration() {
    return """
    global
      stats socket "%1$s/admin.sock" mode 600 level admin
      stats socket "%1$s/user.sock" mode 600 level user
      stats socket ipv4@127.0.0.1:%2$d level admin
    defaults
      mode http
      timeout connect 1s
      timeout client 30s
      timeout server 30s
    frontend users
      bind 127.0.0.1:%3$d
      default_backend app
    backend app
      option httpchk GET /health
      default-server inter 200ms fall 1 rise 2
      server n1 127.0.0.1:%4$d check weight 100
      server unchecked 127.0.0.1:%4$d weight 64 disabled
      server light 127.0.0.1:%4$d disabled
    """
        .formatted(folder, control, front, application.port());
  }

  private boolean serves() {
    try {
      return look("app/n1").status().equals("UP");
    } catch (NoAnswer | Refusal e) {
      return false;
    }
  }

  ServerState look(String server) throws NoAnswer, Refusal {
    return new Backend(new RuntimeApi(admin(), Duration.ofSeconds(3)), server).look();
  }

  /** Says something to HAProxy past the action. */
  void say(String command) throws NoAnswer {
    new RuntimeApi(admin(), Duration.ofSeconds(3)).ask(command);
  }

  String admin() {
    return folder.resolve("admin.sock").toString();
  }

  /** A socket that may only look. */
  String readOnly() {
    return folder.resolve("user.sock").toString();
  }

  String overTcp() {
    return "127.0.0.1:" + control;
  }

  String front() {
    return "http://127.0.0.1:%d/".formatted(front);
  }

  @Override
  public void close() {
    application.close();
    process.destroyForcibly().onExit().join();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
