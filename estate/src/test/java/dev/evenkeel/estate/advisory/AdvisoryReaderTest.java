package dev.evenkeel.estate.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shows part of C117: files of advisories, well and not. */
@Tag("C117")
class AdvisoryReaderTest {
  private static final String ONE =
      Files.osv(
          "GO-1",
          "\"aliases\": [\"CVE-2026-1\"],",
          "Go",
          "example.com/a",
          "{\"introduced\": \"0\"}");
  private static final String TWO =
      Files.osv(
          "GO-2", "", "Go", "example.com/b", "{\"introduced\": \"1.0.0\"}, {\"fixed\": \"1.2.0\"}");

  @Test
  void reads_one_record_a_list_lines_and_an_archive_alike() throws Exception {
    assertThat(Files.read(ONE).advisories()).extracting(Advisory::id).containsExactly("GO-1");
    var list = Files.read("[%s,\n%s]".formatted(ONE, TWO)).advisories();
    assertThat(list).extracting(Advisory::id).containsExactly("GO-1", "GO-2");
    assertThat(Files.read(ONE + "\n\n" + TWO + "\n").advisories()).isEqualTo(list);
    assertThat(Files.read("all.zip", zip("a/GO-1.json", ONE, "a/GO-2.json", TWO)).advisories())
        .isEqualTo(list);
    assertThat(Files.read("all.json.gz", gzip(ONE + "\n" + TWO)).advisories()).isEqualTo(list);
  }

  @Test
  void a_record_that_does_not_fit_is_rejected_with_its_place_and_the_others_are_taken()
      throws Exception {
    var read =
        Files.read(
            ONE
                + "\n{\"id\": \"GO-3\", \"modified\": \"soon\"}\n{\"id\": 7, broken\n"
                + TWO
                + "\n{\"cveMetadata\": {}}\n");
    assertThat(read.advisories()).extracting(Advisory::id).containsExactly("GO-1", "GO-2");
    assertThat(read.reading().rejections()).isEqualTo(3);
    assertThat(read.rejections())
        .contains("advisories.json, line 2, /modified: 'soon' is no time.")
        .contains("advisories.json, line 3: It is no JSON")
        .contains("line 5: It is none of OSV, CSAF, CycloneDX, OpenVEX and CVE 5");
  }

  @Test
  void an_id_that_is_no_name_rejects_its_record() throws Exception {
    for (String id : new String[] {"GO-\\u0000", "X".repeat(301)}) {
      var read = Files.read(Files.osv(id, "", "Go", "example.com/a", "{\"introduced\": \"0\"}"));
      assertThat(read.advisories()).isEmpty();
      assertThat(read.rejections()).contains("is no name.");
    }
  }

  @Test
  void an_event_that_nobody_knows_rejects_its_record() throws Exception {
    var read = Files.read(Files.osv("GO-1", "", "Go", "example.com/a", "{\"mended\": \"1.0\"}"));
    assertThat(read.advisories()).isEmpty();
    assertThat(read.rejections())
        .contains("/affected/0/ranges/0/events/0: 'mended' is no event of OSV.");
  }

  @Test
  void what_was_cut_off_is_refused_as_a_whole() throws IOException {
    refused("a.json", "[%s, {\"id\"".formatted(ONE).getBytes(StandardCharsets.UTF_8), "line 1");
    byte[] zip = zip("GO-1.json", ONE, "GO-2.json", TWO);
    refused("a.zip", Arrays.copyOf(zip, zip.length / 3), "damaged or cut off");
    byte[] gzip = gzip(ONE + "\n" + TWO);
    refused("a.gz", Arrays.copyOf(gzip, gzip.length - 10), "damaged or cut off");
    refused("a.json", new byte[0], "It is empty");
    refused("a.json", " \n\n ".getBytes(StandardCharsets.UTF_8), "");
    refused("a.json", "id,summary\n1,2\n".getBytes(StandardCharsets.UTF_8), "It is no JSON");
  }

  @Test
  void a_bomb_is_refused_before_it_is_unpacked() throws IOException {
    byte[] nothing = new byte[40 << 20];
    Arrays.fill(nothing, (byte) ' ');
    refused("bomb.gz", gzip(new String(nothing, StandardCharsets.US_ASCII)), "times its size");
    refused(
        "bomb.zip",
        zip("a.json", "[\"" + "x".repeat(30 << 20) + "\"]", "b.json", ONE),
        "times its size");
  }

  @Test
  void a_record_beyond_all_measure_is_refused() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    refused("deep.json", ("{\"id\": " + deep + "}").getBytes(StandardCharsets.UTF_8), "no JSON");
    String long_ = "{\"id\": \"GO-1\",\n\"affected\": [" + "{},\n".repeat(12 << 20) + "{}]}";
    refused("long.json", long_.getBytes(StandardCharsets.UTF_8), "longer than 32 MiB");
  }

  @Test
  void kept_as_text_an_advisory_stays_what_it_is() throws Exception {
    for (String text :
        new String[] {
          ONE,
          TWO,
          Vex.CYCLONEDX,
          Files.osv(
              "X-1",
              "\"withdrawn\": \"2026-01-01T00:00:00Z\",",
              "Debian:12",
              "openssl",
              "{\"introduced\": \"0\"}, {\"fixed\": \"3.0.1-1\"}")
        }) {
      for (Advisory advisory : Files.read(text).advisories()) {
        assertThat(AdvisoryText.read(AdvisoryText.of(advisory))).isEqualTo(advisory);
      }
    }
  }

  private static void refused(String name, byte[] bytes, String why) {
    assertThatThrownBy(() -> Files.read(name, bytes))
        .as(name)
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining(name.replace(".gz", ""))
        .hasMessageContaining(why);
  }

  private static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(packed)) {
      for (int at = 0; at < namesAndTexts.length; at += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[at]));
        out.write(namesAndTexts[at + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }
}
