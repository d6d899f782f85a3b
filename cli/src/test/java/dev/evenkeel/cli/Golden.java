package dev.evenkeel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts as they must be, under {@code golden/}. Run with {@code -Dgolden.write=true} to accept new
 * ones.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  public static void assertSame(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text).as("golden/" + name).isEqualTo(Files.readString(file));
  }

  /** A document a server answers. */
  public static String answer(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/answers", name));
  }
}
