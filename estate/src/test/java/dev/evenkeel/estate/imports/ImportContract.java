package dev.evenkeel.estate.imports;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.SharedData;
import dev.evenkeel.estate.imports.Merge.Merged;
import dev.evenkeel.estate.imports.Rejected.Extent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format keeps to. */
@Tag("C06")
abstract class ImportContract {
  private final String id;
  private final String fixture;

  /**
   * @param fixture a file of this format under {@code imports/} of which something is taken and
   *     which cannot be taken for a whole one when its second half is missing
   */
  ImportContract(String id, String fixture) {
    this.id = id;
    this.fixture = fixture;
  }

  final ImportFormat format() {
    return Imports.format(id).orElseThrow();
  }

  @Test
  void the_same_file_twice_changes_nothing() {
    Imported imported = read(fixture);
    Merged first = Merge.of(Estate.EMPTY, id, imported, Said.NOTHING);
    Estate estate = after(Estate.EMPTY, first);
    assertThat(estate.size()).isPositive();
    Merged again = Merge.of(estate, id, imported, first.said());
    assertThat(estate.changesBy(again.documents())).isEmpty();
    assertThat(again.said()).isEqualTo(first.said());
    assertThat(estate.changesBy(Merge.of(estate, id, imported, Said.NOTHING).documents()))
        .as("also when what it said was forgotten")
        .isEmpty();
  }

  @Test
  void every_row_is_taken_or_rejected_with_place_reason_and_way_out() {
    Imported imported = read(fixture);
    assertThat(imported.rowsTaken()).isPositive();
    assertThat(imported.patches().stream().mapToInt(Patch::rows).sum())
        .as("rows that are in a patch")
        .isEqualTo(imported.rowsTaken());
    assertThat(imported.rejected())
        .allSatisfy(rejected -> {
          assertThat(rejected.place().at()).isNotEmpty();
          assertThat(rejected.why()).endsWith(".");
          assertThat(rejected.wayOut()).endsWith(".");
        });
  }

  @Test
  void of_a_file_that_was_cut_off_nothing_is_taken() {
    byte[] whole = bytes(fixture);
    refused(fixture, Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void of_an_empty_file_nothing_is_taken() {
    refused(fixture, new byte[0]);
    refused(fixture, "\n \n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void of_a_file_that_is_no_text_nothing_is_taken() {
    refused(fixture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I'});
    byte[] whole = bytes(fixture);
    whole[whole.length / 2] = 0;
    refused(fixture, whole);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void of_a_file_of_another_format_nothing_is_taken(String other) {
    if (!takes(other)) {
      refused(other, bytes(other));
    }
  }

  static Stream<String> fixtures() {
    return FIXTURES.values().stream();
  }

  /** Whether another format's file may be read as this one: any table is a table. */
  boolean takes(String other) {
    return other.equals(fixture);
  }

  @Test
  void the_format_is_recognised() throws IOException {
    try (InputStream in = new ByteArrayInputStream(bytes(fixture))) {
      assertThat(Imports.guess(fixture, in)).map(ImportFormat::id).contains(id);
    }
  }

  @Test
  void a_packed_file_says_the_same() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes(fixture));
    }
    assertThat(read(fixture + ".gz", packed.toByteArray())).isEqualTo(read(fixture));
  }

  /** Files of formats that cannot be taken for one another, by the format. */
  static final Map<String, String> FIXTURES =
      Map.ofEntries(
          entry("csv", "systems.csv"),
          entry("netbox", "netbox.json"),
          entry("backstage", "catalog-info.yaml"),
          entry("compose", "shop.compose.yaml"),
          entry("cyclonedx", "bom.json"),
          entry("spdx", "shop.spdx"),
          entry("graphml", "shop.graphml"),
          entry("debian-packages", "Packages"),
          entry("kubernetes", "cluster.json"),
          entry("itop", "itop.xml"),
          entry("servicenow", "servicenow.csv"),
          entry("snipe-it", "snipe-it.csv"),
          entry("glpi", "glpi.csv"));

  private void refused(String name, byte[] bytes) {
    Imported imported = read(name, bytes);
    assertThat(imported.patches()).isEmpty();
    assertThat(imported.rejected())
        .singleElement()
        .satisfies(rejected -> {
          assertThat(rejected.extent()).isEqualTo(Extent.FILE);
          assertThat(rejected.why()).isNotBlank();
          assertThat(rejected.wayOut()).isNotBlank();
        });
  }

  final Imported read(String name) {
    return read(name, bytes(name));
  }

  /** A real file; without it the test is skipped. */
  final Imported readShared(String path) {
    Path file = SharedData.file(path);
    try (InputStream in = Files.newInputStream(file)) {
      assertThat(Imports.guess(file.getFileName().toString(), Files.newInputStream(file)))
          .map(ImportFormat::id)
          .contains(id);
      return Imports.read(format(), file.getFileName().toString(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final Imported readText(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  final Imported read(String name, byte[] bytes) {
    return read(format(), name, bytes);
  }

  static Imported read(ImportFormat format, String name, byte[] bytes) {
    try {
      return Imports.read(format, name, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in the estate after a file was imported into an empty one. */
  final Estate imported(Imported imported) {
    return after(Estate.EMPTY, Merge.of(Estate.EMPTY, id, imported, Said.NOTHING));
  }

  static Estate after(Estate estate, Merged merged) {
    return estate.after(estate.changesBy(merged.documents()));
  }

  static Map<String, Object> system(Estate estate, String name) {
    return estate.find(new Document.Key(EntryKind.SYSTEM, name)).orElseThrow().fields();
  }

  static List<String> whys(Imported imported) {
    return imported.rejected().stream().map(r -> r.place().at() + ": " + r.why()).toList();
  }

  static byte[] bytes(String name) {
    try (InputStream in = ImportContract.class.getResourceAsStream("/imports/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
