package dev.evenkeel.cli.judge.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.judge.prometheus.Archive;
import dev.evenkeel.cli.judge.prometheus.Archive.Answer;
import dev.evenkeel.cli.judge.prometheus.Archive.Window;
import dev.evenkeel.cli.judge.prometheus.ArchiveFolder;
import dev.evenkeel.cli.judge.prometheus.Question;
import dev.evenkeel.cli.judge.prometheus.Series;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored is what was answered. */
class ArchiveFolderTest {
  private static final Question QUESTION = new Question("memory", "", "value", "", "up");

  @TempDir private Path folder;

  private static Archive archive(long[] millis, double... values) {
    return new Archive(
        Instant.ofEpochSecond(10),
        Instant.ofEpochSecond(40),
        List.of(
            new Answer(
                QUESTION, List.of(new Series(Map.of("a", "b \"c\" \\ ü"), millis, values)))));
  }

  private static Series only(Archive archive) {
    assertThat(archive.answers()).hasSize(1);
    assertThat(archive.answers().getFirst().series()).hasSize(1);
    return archive.answers().getFirst().series().getFirst();
  }

  @Test
  void what_is_written_is_read_again() {
    Archive written =
        archive(
            new long[] {10_000, 20_500, 30_000, 40_000},
            1e15 + 0.5,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            -0.1);
    ArchiveFolder.write(folder, written);
    Archive read = ArchiveFolder.read(folder);
    assertThat(read.from()).isEqualTo(written.from());
    assertThat(read.to()).isEqualTo(written.to());
    assertThat(read.answers().getFirst().question()).isEqualTo(QUESTION);
    assertThat(only(read).labels()).isEqualTo(only(written).labels());
    assertThat(only(read).millis()).containsExactly(only(written).millis());
    assertThat(only(read).values()).containsExactly(only(written).values());
  }

  @Test
  void pieces_that_overlap_count_once() {
    Archive whole = archive(new long[] {10_000, 20_000, 30_000}, 1, 2, 3);
    Archive piece =
        whole.only(List.of(new Window(Instant.ofEpochSecond(20), Instant.ofEpochSecond(99))));
    assertThat(only(piece).millis()).containsExactly(20_000, 30_000);
    Archive together = archive(new long[] {0, 20_000}, 9, 8).with(piece);
    assertThat(only(together).millis()).containsExactly(0, 20_000, 30_000);
    assertThat(only(together).values()).containsExactly(9, 8, 3);
  }
}
