package dev.evenkeel.calendar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Files that are too large, or not ours, to keep in the repository. They are looked for in the
 * folder named by the environment variable {@code EVENKEEL_SHARED}, else in a folder {@code shared}
 * beside the checkout; a test that needs one which is not there is skipped and says so.
 */
public final class SharedData {
  private SharedData() {}

  public static Path file(String name) {
    Optional<Path> named = Optional.ofNullable(System.getenv("EVENKEEL_SHARED")).map(Path::of);
    Stream<Path> above =
        Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
            .map(folder -> folder.resolve("shared"));
    Optional<Path> file =
        Stream.concat(named.stream(), above)
            .map(folder -> folder.resolve("data").resolve(name))
            .filter(Files::exists)
            .findFirst();
    Assumptions.assumeTrue(
        file.isPresent(), "skipped: no data/%s under EVENKEEL_SHARED or ../shared".formatted(name));
    return file.orElseThrow();
  }
}
