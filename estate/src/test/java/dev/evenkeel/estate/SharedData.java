package dev.evenkeel.estate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files that are too large or not ours to keep in the repository. They are looked for in the
 * folder named by the environment variable {@code EVENKEEL_SHARED}, else in a folder {@code shared}
 * beside the checkout; a test that needs one which is not there is skipped and says so.
 */
public final class SharedData {
  private SharedData() {}

  /**
   * @param path below {@code data/real}
   */
  public static Path file(String path) {
    var file = folder().map(folder -> folder.resolve(path)).filter(Files::exists);
    Assumptions.assumeTrue(
        file.isPresent(),
        "skipped: no data/real/%s under EVENKEEL_SHARED or ../shared".formatted(path));
    return file.orElseThrow();
  }

  /** Unpacked when its name ends with {@code .gz}. */
  public static InputStream open(String path) throws IOException {
    var raw = Files.newInputStream(file(path));
    return path.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
  }

  private static Optional<Path> folder() {
    var named = Optional.ofNullable(System.getenv("EVENKEEL_SHARED")).map(Path::of);
    var above = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent);
    return Stream.concat(named.stream(), above.map(folder -> folder.resolve("shared")))
        .map(folder -> folder.resolve("data/real"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
