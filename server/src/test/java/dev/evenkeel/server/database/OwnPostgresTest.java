package dev.evenkeel.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPostgresTest {
  private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();

  @TempDir Path temporary;
  private DataFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = DataFolder.in(temporary.resolve("data"));
  }

  @Test
  void keeps_what_was_committed_when_it_is_stopped_and_started() throws SQLException {
    try (var postgres = start()) {
      write(postgres, "kept");
    }
    try (var postgres = start()) {
      assertThat(read(postgres)).isEqualTo("kept");
    }
  }

  @Test
  void is_durable_and_lets_nobody_in_without_its_password() throws SQLException {
    try (var postgres = OwnPostgres.start(CACHE, folder, Map.of())) {
      assertThat(List.of(show(postgres, "fsync"), show(postgres, "synchronous_commit")))
          .containsOnly("on");
      assertThat(show(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(show(postgres, "unix_socket_directories")).isEmpty();
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "evenkeel", "guess"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void keeps_its_files_to_their_owner() throws IOException {
    try (var postgres = start()) {
      assertThat(postgres.password()).hasSize(48);
      // Where PostgreSQL must run as nobody, nobody may pass through the folder and do no more.
      assertThat(permissions(folder.root())).isIn("rwx------", "rwx--x---");
      assertThat(permissions(folder.file("postgresql").resolve("password"))).isEqualTo("rw-------");
    }
  }

  @Test
  void comes_back_on_the_same_port_when_it_is_killed() throws SQLException {
    try (var postgres = start()) {
      write(postgres, "kept");
      kill(postgres);
      Awaitility.await()
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(read(postgres)).isEqualTo("kept"));
    }
  }

  @Test
  void waits_for_its_port_when_somebody_took_it_while_it_was_away() throws Exception {
    try (var postgres = start()) {
      write(postgres, "kept");
      var port = postgres.port();
      try (var other = takenFrom(postgres)) {
        assertThat(other.getLocalPort()).isEqualTo(port);
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(() ->
                assertThat(folder.file("postgresql").resolve("server.log"))
                    .content()
                    .contains("Address already in use"));
      }
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(read(postgres)).isEqualTo("kept"));
      assertThat(postgres.port()).isEqualTo(port);
    }
  }

  /** Kills it and takes its port, before it is there again. */
  private static ServerSocket takenFrom(OwnPostgres postgres) throws SQLException {
    for (int i = 0; ; i++) {
      if (i % 100_000 == 0) {
        Awaitility.await().ignoreExceptions().until(() -> kill(postgres));
      }
      try {
        return new ServerSocket(postgres.port(), 1, InetAddress.getLoopbackAddress());
      } catch (IOException stillTaken) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void waits_for_a_predecessor_that_is_still_going_down() throws SQLException {
    var predecessor = start();
    write(predecessor, "kept");
    var leaving = Thread.ofPlatform().start(predecessor::close);
    try (var postgres = start()) {
      assertThat(read(postgres)).isEqualTo("kept");
    } finally {
      join(leaving);
    }
  }

  @Test
  void starts_anew_after_a_start_that_was_cut_off() throws IOException, SQLException {
    var half = folder.file("postgresql.new").resolve("data");
    Files.createDirectories(half);
    Files.writeString(half.resolve("PG_VERSION"), "18");
    try (var postgres = start()) {
      write(postgres, "kept");
      assertThat(half).doesNotExist();
    }
  }

  @Test
  void runs_as_nobody_where_namespaces_are_forbidden() throws IOException, SQLException {
    var programs = PackagedPostgres.unpackedIn(CACHE);
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can become nobody");
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    assumeTrue(
        Launch.AS_NOBODY.reaches(programs, folder.root()), "nobody can reach the build's folder");
    try (var postgres =
        OwnPostgres.start(programs, Launch.AS_NOBODY, folder, Map.of("fsync", "off"))) {
      write(postgres, "kept");
      var owner = Files.getAttribute(folder.file("postgresql").resolve("data"), "unix:uid");
      assertThat(owner).isEqualTo(65534);
    }
  }

  @Test
  void nobody_gets_the_database_alone_and_what_was_given_away_before_goes_back_to_root()
      throws IOException {
    var programs = PackagedPostgres.unpackedIn(CACHE);
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can become nobody");
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    var root = folder.root();
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    Files.setAttribute(root, "unix:uid", 65534);
    Files.createDirectory(folder.file("attempts"));
    assumeTrue(Launch.AS_NOBODY.reaches(programs, root), "nobody can reach the build's folder");
    OwnPostgres.start(programs, Launch.AS_NOBODY, folder, Map.of("fsync", "off")).close();

    assertThat(Files.getAttribute(root, "unix:uid")).isEqualTo(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
        .isEqualTo("rwx--x---");
    assertThat(Files.getAttribute(folder.file("attempts"), "unix:uid")).isEqualTo(0);
    assertThat(asNobody("ls", root.toString())).as("nobody looks into it").isFalse();
    assertThat(asNobody("rmdir", folder.file("attempts").toString()))
        .as("nobody takes away what is in it")
        .isFalse();
    // Once more, on the database that is there.
    assertThat(Launch.AS_NOBODY.reaches(programs, root)).isTrue();
    OwnPostgres.start(programs, Launch.AS_NOBODY, folder, Map.of("fsync", "off")).close();
  }

  @Test
  void runs_as_nobody_below_a_folder_that_is_closed_to_everybody_but_root()
      throws IOException, SQLException {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can become nobody");
    Path closed = Files.createDirectory(temporary.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    var programs = PackagedPostgres.unpackedIn(closed.resolve("home/cache"));
    var below = DataFolder.in(closed.resolve("home/data"));
    assertThat(Launch.AS_NOBODY.reaches(programs, below.root())).isFalse();
    assertThat(Launch.AS_NOBODY_ANYWHERE.reaches(programs, below.root())).isTrue();
    assertThat(permissions(closed)).as("the closed folder stays closed").isEqualTo("rwx------");
    try (var postgres =
        OwnPostgres.start(programs, Launch.AS_NOBODY_ANYWHERE, below, Map.of("fsync", "off"))) {
      write(postgres, "kept");
      kill(postgres);
      Awaitility.await()
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(read(postgres)).isEqualTo("kept"));
    }
  }

  @Test
  void starts_wherever_it_was_made_whether_namespaces_are_allowed_or_not()
      throws IOException, SQLException {
    var programs = PackagedPostgres.unpackedIn(CACHE);
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can choose the way");
    Launch other = Launch.AS_NOBODY_ANYWHERE;
    try (var made = OwnPostgres.start(programs, other, folder, Map.of("fsync", "off"))) {
      write(made, "kept");
    }
    try (var usual = start()) {
      assertThat(read(usual)).isEqualTo("kept");
    }
    assertThat(other.reaches(programs, folder.root())).isTrue();
    try (var again = OwnPostgres.start(programs, other, folder, Map.of("fsync", "off"))) {
      assertThat(read(again)).isEqualTo("kept");
    }
  }

  private static boolean asNobody(String... command) {
    return SystemProgram.run(Launch.AS_NOBODY.call(command), "").well();
  }

  @Test
  void says_what_to_do_with_files_of_another_major_version() throws IOException {
    start().close();
    Files.writeString(folder.file("postgresql").resolve("data/PG_VERSION"), "15\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("made by PostgreSQL 15")
        .extracting(refused -> ((StartRefused) refused).wayOut())
        .asString()
        .contains("docs/operations.md");
  }

  @Test
  void tells_what_postgres_said_when_it_does_not_start() throws IOException {
    start().close();
    Files.writeString(
        folder.file("postgresql").resolve("data/postgresql.auto.conf"), "no_such_setting = 1\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("no_such_setting");
  }

  @Test
  void a_data_folder_is_for_one_server() throws IOException {
    try (var lock = FolderLock.take(folder)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(folder))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("already uses the data folder " + folder.root());
    }
    FolderLock.take(folder).close();
  }

  private OwnPostgres start() {
    return OwnPostgres.start(CACHE, folder, Map.of("fsync", "off"));
  }

  private static boolean kill(OwnPostgres postgres) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint")) {
      row.next();
      return ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
    }
  }

  private static void write(OwnPostgres postgres, String text) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute("create table note as select '%s' as text".formatted(text));
    }
  }

  private static String read(OwnPostgres postgres) throws SQLException {
    return ask(postgres, "select text from note");
  }

  private static String show(OwnPostgres postgres, String setting) throws SQLException {
    return ask(postgres, "show " + setting);
  }

  private static String ask(OwnPostgres postgres, String query) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(OwnPostgres postgres) throws SQLException {
    // Who listens and never answers would keep a test for ever.
    return DriverManager.getConnection(
        postgres.url() + "?loginTimeout=5", Cluster.USER, postgres.password());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
