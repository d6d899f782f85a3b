package dev.evenkeel.demo.fleet;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The user's own Maven, so that the mirrors, proxies and credentials it is set up with are used.
 *
 * @param program path of {@code mvn}
 */
public record Maven(Path program) {

  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
  private static final int REASONS_KEPT = 3;

  /** Looks for {@code mvn} on the PATH. */
  public static Optional<Maven> onPath(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "mvn"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Maven::new);
  }

  /**
   * Fetches an archive and unpacks it.
   *
   * @param artifact {@code group:name:version:type}
   * @param folder to unpack into
   * @param tell gets a line now and then while it is fetched
   * @throws FetchFailed when Maven says no, with its reason
   */
  void unpack(String artifact, Path folder, Consumer<String> tell)
      throws FetchFailed, InterruptedException {
    var builder =
        new ProcessBuilder(
            program.toString(),
            "-B",
            PLUGIN + ":unpack",
            "-Dartifact=" + artifact,
            "-DoutputDirectory=" + folder);
    // Not in the user's working folder: a pom.xml there is none of our business.
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Deque<String> reasons = new ArrayDeque<>();
    int exit;
    try {
      Process maven = builder.start();
      maven.getOutputStream().close();
      try (var lines = maven.inputReader(StandardCharsets.UTF_8)) {
        for (String line; (line = lines.readLine()) != null; ) {
          hear(line, tell, reasons);
        }
      }
      exit = maven.waitFor();
    } catch (IOException e) {
      throw refusal(artifact, String.valueOf(e.getMessage()));
    }
    if (exit != 0) {
      throw refusal(
          artifact, reasons.isEmpty() ? "exit code " + exit : String.join("\n  ", reasons));
    }
  }

  private static void hear(String line, Consumer<String> tell, Deque<String> reasons) {
    if (line.contains("Downloaded from") && line.contains("tar.gz")) {
      tell.accept(line.substring(line.lastIndexOf('/') + 1));
    } else if (line.startsWith("[ERROR]") && reasons.size() < REASONS_KEPT) {
      reasons.add(line.substring("[ERROR]".length()).strip());
    }
  }

  private FetchFailed refusal(String artifact, String why) {
    String named =
        Arrays.stream(artifact.split(":")).skip(1).limit(2).collect(Collectors.joining(" "));
    return new FetchFailed(
        """
        Maven could not fetch %s (%s).
          %s
        The demo needs it once and keeps it. Check that %s reaches a repository that has it (a mirror is named in
        ~/.m2/settings.xml), then start the demo again.\
        """
            .formatted(named, artifact, why, program));
  }
}
