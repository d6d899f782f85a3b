package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.estate.imports.Rejected.Extent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files that want to be larger than they look. */
class UnpackingTest {
  @Test
  void what_is_packed_counts_as_large_as_it_is_unpacked() throws IOException {
    String text =
        "name\n"
            + IntStream.range(0, 10_000)
                .mapToObj(n -> "shop-with-a-long-name-" + n + "\n")
                .collect(Collectors.joining());
    byte[] table = text.getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(table);
    }
    ImportFormat csv = Imports.format("csv").orElseThrow();
    for (byte[] packed :
        List.of(table, bytes.toByteArray(), zip(new TreeMap<>(Map.of("a.csv", text))))) {
      assertThat(
              Imports.read(csv, "a.csv", new ByteArrayInputStream(packed), table.length).rowsRead())
          .isEqualTo(10_000);
      assertThatThrownBy(
              () -> Imports.read(csv, "a.csv", new ByteArrayInputStream(packed), table.length - 1))
          .isInstanceOf(TooLarge.class);
    }
  }

  @Test
  void of_an_archive_each_file_is_read_and_one_that_cannot_be_is_rejected_alone()
      throws IOException {
    Imported imported =
        read(
            "all.zip",
            zip(
                new TreeMap<>(
                    Map.of(
                        "a.csv",
                        "name,x\na,1\n",
                        "b.csv",
                        "nonsense",
                        "c/c.csv",
                        "name,x\nc,1\n"))));
    assertThat(imported.patches()).extracting(Patch::name).containsExactly("a", "c");
    assertThat(imported.rowsRead()).isEqualTo(3);
    assertThat(imported.rejected())
        .singleElement()
        .satisfies(rejected -> {
          assertThat(rejected.extent()).isEqualTo(Extent.FILE);
          assertThat(rejected.place().file()).isEqualTo("b.csv");
        });
  }

  @Test
  void what_two_files_of_an_archive_say_of_one_id_is_rejected_the_second_time() throws IOException {
    Imported imported =
        read(
            "all.zip",
            zip(
                new TreeMap<>(
                    Map.of("a.csv", "name,version\na,1\n", "b.csv", "name,version\na,2\n"))));
    assertThat(imported.patches()).hasSize(1);
    assertThat(imported.rejected())
        .extracting(Rejected::why)
        .containsExactly("'a' stands here a second time; the first is at a.csv, line 2.");
  }

  @Test
  void a_bomb_is_given_up_long_before_it_is_unpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] nothing = new byte[1 << 20];
      Arrays.fill(nothing, (byte) 'a');
      for (int i = 0; i < 200; i++) {
        out.write(nothing);
      }
    }
    assertThat(read("bomb.csv.gz", packed.toByteArray()).rejected())
        .extracting(Rejected::why)
        .containsExactly(
            "Unpacked it grows to more than 250 times its size; no file of this kind does that.");
  }

  @Test
  void a_file_beyond_the_limit_is_given_up_when_the_limit_is_reached() throws IOException {
    long[] given = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            given[0]++;
            return 'a';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) 'a');
            given[0] += length;
            return length;
          }
        };
    Imported imported = Imports.read(Imports.format("csv").orElseThrow(), "1-gb.csv", endless);
    assertThat(imported.rejected())
        .extracting(Rejected::why)
        .containsExactly("It is larger than 128 MiB, unpacked.");
    assertThat(given[0]).isLessThan(Unpacking.MOST_BYTES + (1 << 20));
  }

  @Test
  void a_damaged_archive_is_said_to_be_damaged() throws IOException {
    byte[] whole = zip(Map.of("a.csv", "name,x\n" + "a,1\n"));
    for (int length : new int[] {6, 40, whole.length / 2}) {
      assertThat(read("a.zip", Arrays.copyOf(whole, length)).rejected())
          .singleElement()
          .satisfies(rejected -> assertThat(rejected.extent()).isEqualTo(Extent.FILE));
    }
  }

  private static Imported read(String name, byte[] bytes) throws IOException {
    return Imports.read(Imports.format("csv").orElseThrow(), name, new ByteArrayInputStream(bytes));
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
