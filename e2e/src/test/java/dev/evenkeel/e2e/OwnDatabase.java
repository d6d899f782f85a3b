package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL such as users bring themselves, from the programs this machine has. Where it has
 * none, the journey is skipped.
 */
final class OwnDatabase implements AutoCloseable {
  static final String USER = "keeper";
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path data;
  private final Path log;
  private final int port;

  private OwnDatabase(Path programs, Path data, Path log, int port) {
    this.programs = programs;
    this.data = data;
    this.log = log;
    this.port = port;
  }

  static OwnDatabase in(Scene scene) throws Exception {
    Optional<Path> programs = programs();
    assumeTrue(
        programs.isPresent(), "needs a PostgreSQL of this machine: apt-get install postgresql");
    // As user nobody, who gets nowhere below a home folder.
    Path folder = Files.createTempDirectory("evenkeel-journey-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    OwnDatabase database =
        new OwnDatabase(
            programs.get(), folder.resolve("data"), folder.resolve("postgres.log"), freePort());
    database.run("initdb", "-D", database.data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8");
    database.start();
    return database;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  void start() throws Exception {
    String options =
        "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port=%d".formatted(port);
    run("pg_ctl", "-D", data.toString(), "-l", log.toString(), "-w", "-o", options, "start");
  }

  /** As an administrator would: connections are cut. */
  void stop() throws Exception {
    run("pg_ctl", "-D", data.toString(), "-w", "-m", "fast", "stop");
  }

  private void run(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path said = data.resolveSibling(program + ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(data.getParent().toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(Duration.ofMinutes(1))).as(program + " ends").isTrue();
    assertThat(process.exitValue()).as(() -> text(said)).isZero();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(DEBIAN)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (Exception | AssertionError stoppedAlready) {
      // nothing is left to stop
    } finally {
      Scene.clear(data.getParent());
    }
  }
}
