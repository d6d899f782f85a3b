package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected; written anew with {@code -Dgolden.write=true}. */
final class Golden {
  private Golden() {}

  static void assertMatches(Path file, String actual) {
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as("%s is current; if the change is meant, run with -Dgolden.write=true", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
