package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWatchTest {
  private static final long MEGABYTE = 1024 * 1024;
  @TempDir Path folder;

  @Test
  void says_nothing_while_there_is_room() {
    assertThat(DiskWatch.judge(folder, 200 * MEGABYTE)).isEmpty();
  }

  @Test
  void says_in_time_how_much_is_left() {
    assertThat(DiskWatch.judge(folder, 199 * MEGABYTE))
        .hasValueSatisfying(
            says -> assertThat(says).contains("only 199 MB left", "Make room", folder.toString()));
  }

  @Test
  void says_of_a_full_disk_that_runs_wait() {
    assertThat(DiskWatch.judge(folder, 4096))
        .hasValueSatisfying(says -> assertThat(says).contains("is full", "go on by themselves"));
  }

  @Test
  void says_that_the_folder_is_gone() {
    assertThat(DiskWatch.lookAt(folder.resolve("none")))
        .hasValueSatisfying(says -> assertThat(says).contains("is not there any more"));
  }
}
