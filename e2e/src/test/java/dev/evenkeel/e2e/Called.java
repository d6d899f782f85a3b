package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line, called as a user or a program calls it. */
public final class Called {
  private static final JsonMapper JSON = new JsonMapper();
  private final Process process;
  private final Path out;
  private final Path err;

  private Called(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts a command; what it says is kept in the folder of the journey.
   *
   * @param name of the two files it is kept in
   */
  public static Called start(
      Scene scene, String name, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(scene, name, Archive.call(environment, List.of(arguments)));
  }

  /** The same for a call that is made up already. */
  public static Called start(Scene scene, String name, ProcessBuilder call) throws IOException {
    Path out = scene.file(name + ".out");
    Path err = scene.file(name + ".err");
    Process process = call.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new Called(process, out, err);
  }

  public boolean isOver() {
    return !process.isAlive();
  }

  /** Waits for its end. */
  public int exitCode(long minutes) throws InterruptedException {
    boolean over = process.waitFor(minutes, TimeUnit.MINUTES);
    if (!over) {
      process.destroy();
    }
    assertThat(over)
        .as("%s ends within %d minutes", process.info().commandLine(), minutes)
        .isTrue();
    return process.exitValue();
  }

  public String out() throws IOException {
    return Files.readString(out);
  }

  public String err() throws IOException {
    return Files.readString(err);
  }

  /** The last document it printed. */
  public JsonNode lastDocument() throws IOException {
    List<String> lines = out().lines().filter(line -> !line.isBlank()).toList();
    assertThat(lines).as("it said something; on the error output: " + err()).isNotEmpty();
    return JSON.readTree(lines.getLast());
  }

  /** Leaves, as Ctrl-C does. */
  public void leave() {
    process.destroy();
  }
}
