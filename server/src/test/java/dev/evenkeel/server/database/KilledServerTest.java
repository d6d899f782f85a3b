package dev.evenkeel.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.shared.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a server takes its PostgreSQL along, and the next server finds all that was saved. */
@EnabledOnOs(OS.LINUX)
class KilledServerTest {
  private static final Path CACHE = Path.of("target", "cache").toAbsolutePath();

  /** A server as far as its database is concerned: saves numbers as fast as it can. */
  static final class Victim {
    public static void main(String[] args) throws SQLException {
      var postgres = OwnPostgres.start(CACHE, DataFolder.in(Path.of(args[0])), Map.of());
      try (var connection =
              DriverManager.getConnection(postgres.url(), Cluster.USER, postgres.password());
          var statement = connection.createStatement()) {
        statement.execute("create table if not exists saved (number int)");
        for (int number = 1; ; number++) {
          statement.execute("insert into saved values (" + number + ")");
          System.out.println(number); // only after it was acknowledged
        }
      }
    }
  }

  @Test
  void nothing_acknowledged_is_lost_and_nothing_is_left_running(@TempDir Path temporary)
      throws Exception {
    var data = temporary.resolve("data");
    int acknowledged = killAfterSaving(200, data);
    try (var postgres = OwnPostgres.start(CACHE, DataFolder.in(data), Map.of());
        var connection =
            DriverManager.getConnection(postgres.url(), Cluster.USER, postgres.password());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select max(number), count(*) from saved")) {
      row.next();
      assertThat(row.getInt(1)).isGreaterThanOrEqualTo(acknowledged);
      assertThat(row.getInt(2)).isEqualTo(row.getInt(1));
      assertThat(postmastersOn(data)).isEqualTo(1);
    }
    assertThat(postmastersOn(data)).isZero();
  }

  private static int killAfterSaving(int numbers, Path data) throws IOException {
    var victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = 0;
    try (var output = victim.inputReader()) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (line.matches("\\d+")) {
          last = Integer.parseInt(line);
        }
        if (last == numbers) {
          victim.toHandle().destroyForcibly(); // the process itself would close its output too
        }
      }
    }
    return last;
  }

  /** Those that are just ending are waited for. */
  private static long postmastersOn(Path data) {
    var here = data.resolve("postgresql").toString();
    for (int looks = 0; ; looks++) {
      long found =
          ProcessHandle.allProcesses()
              .filter(process -> process.info().commandLine().orElse("").contains(here))
              .filter(process -> process.info().command().orElse("").endsWith("postgres"))
              .count();
      if (found <= 1 || looks == 200) {
        return found;
      }
      LockSupport.parkNanos(50_000_000);
    }
  }
}
