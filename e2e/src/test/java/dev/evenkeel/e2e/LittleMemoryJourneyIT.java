package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A packaged server with the least heap and a file that is too large for it (C06): it is refused in
 * a sentence, nothing changes, and the same server takes the next file.
 */
@Tag("C06")
@Timeout(300)
class LittleMemoryJourneyIT {
  private static final Scene scene = Scene.of("little-memory");

  @Test
  void a_file_too_large_for_the_memory_is_refused_and_the_server_goes_on() throws Exception {
    Path large = table("large.csv", 700_000);
    Path small = table("small.csv", 7);
    try (PackagedServer server = new PackagedServer(scene).with("EVENKEEL_JAVA_OPTS", "-Xmx512m")) {
      server.start();
      Called refused = bring(server, "refused", large);
      assertThat(refused.exitCode(2)).isNotZero();
      assertThat(refused.err())
          .contains("'large.csv' is larger, unpacked, than the memory of this server allows")
          .contains("Import it in several parts");
      assertThat(server.get("/api/estate/changes")).isEmpty();

      Called taken = bring(server, "taken", small);
      assertThat(taken.exitCode(2)).as(taken.err()).isZero();
      assertThat(server.get("/api/estate/systems/system-6").at("/document/version").asString())
          .isEqualTo("6.1");
    }
  }

  private static Called bring(PackagedServer server, String name, Path file) throws IOException {
    return Called.start(
        scene,
        name,
        server.environment(),
        "import",
        "--format",
        "csv",
        "--source",
        "cmdb",
        "--apply",
        file.toString());
  }

  private static Path table(String name, int lines) throws IOException {
    Path file = scene.file(name);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("name,version,title\n");
      for (int line = 0; line < lines; line++) {
        out.write("system-%d,%d.1,System %d\n".formatted(line, line, line));
      }
    }
    return file;
  }
}
