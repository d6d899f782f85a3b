package dev.evenkeel.server.execution.action.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastingTest {
  /** A folder of a file system that does not know how to force one to the disk. */
  private static final Path REFUSING = Path.of("/proc");

  @TempDir Path place;

  @Test
  void a_file_system_that_cannot_force_folders_is_good_enough() throws IOException {
    try (var channel = FileChannel.open(REFUSING, StandardOpenOption.READ)) {
      assertThatThrownBy(() -> channel.force(true)).isInstanceOf(IOException.class);
    }
    assertThatCode(() -> Lasting.forceFolder(REFUSING)).doesNotThrowAnyException();
  }

  @Test
  void what_was_written_is_there() throws IOException {
    Lasting.makeFolder(place.resolve("a/b"));
    Lasting.write(place.resolve("a/b/mark"), "begun");
    assertThat(Files.readString(place.resolve("a/b/mark"))).isEqualTo("begun");
  }
}
