package dev.evenkeel.estate.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.SharedData;
import dev.evenkeel.estate.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shows part of C117 on what databases and vendors gave out, with the counts that are known. */
@Tag("C117")
class RealAdvisoriesTest {

  @Test
  void all_of_gos_database_is_read() throws Exception {
    List<Advisory> all = new ArrayList<>();
    Path file = SharedData.file("advisories/osv-go.ndjson.gz");
    AdvisoryReading reading;
    try (var in = java.nio.file.Files.newInputStream(file)) {
      reading =
          AdvisoryReader.read("osv-go.ndjson.gz", java.nio.file.Files.size(file), in, all::add);
    }
    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.records()).isEqualTo(2146);
    assertThat(all).hasSize(2146);
    assertThat(names(all)).isEqualTo(934);
    assertThat(aliases(all, "CVE-")).isEqualTo(1959);
    assertThat(aliases(all, "GHSA-")).isEqualTo(2003);
    assertThat(all).filteredOn(advisory -> advisory.withdrawn().isPresent()).hasSize(14);
    assertThat(all).filteredOn(advisory -> advisory.aliases().isEmpty()).hasSize(11);
    assertThat(all).allSatisfy(advisory -> assertThat(advisory.modified()).isEmpty());
    assertThat(all.stream().flatMap(a -> a.affected().stream()).filter(a -> a.fixed().isEmpty()))
        .hasSize(1141);
    AdvisoryIndex index = AdvisoryIndex.of(all);
    assertThat(index.size()).isEqualTo(2132);
    Hit hit = hit(index, "pkg:golang/github.com/gin-gonic/gin@v1.5.0", "CVE-2020-36567");
    assertThat(hit.answer()).isEqualTo(Hit.Answer.AFFECTED);
    assertThat(hit.fixedIn()).contains("1.6.0");
    assertThat(hit(index, "pkg:golang/github.com/gin-gonic/gin@v1.6.0", "CVE-2020-36567").answer())
        .isEqualTo(Hit.Answer.NOT_AFFECTED);
  }

  @Test
  void what_its_own_source_has_withdrawn_does_not_count_whatever_names_it_has() throws Exception {
    List<Advisory> all = new ArrayList<>();
    for (String name : List.of("osv-go.ndjson.gz", "cve-v5.ndjson.gz")) {
      Path file = SharedData.file("advisories/" + name);
      try (var in = java.nio.file.Files.newInputStream(file)) {
        AdvisoryReader.read(name, java.nio.file.Files.size(file), in, all::add);
      }
    }
    assertThat(all)
        .filteredOn(one -> one.id().equals("CVE-2026-33817"))
        .singleElement()
        .satisfies(one -> assertThat(one.counts()).isFalse());
    var system =
        AdvisoryIndexTest.system("identifiers: ['pkg:golang/go.etcd.io/bbolt@v1.4.0']", "");
    assertThat(AdvisoryIndex.of(all).of(Subject.of(system)))
        .extracting(Hit::vulnerability)
        .doesNotContain("CVE-2026-33817");
  }

  private static Hit hit(AdvisoryIndex index, String purl, String vulnerability) {
    var system = AdvisoryIndexTest.system("identifiers: ['%s']".formatted(purl), "");
    return index.of(Subject.of(system)).stream()
        .filter(one -> one.vulnerability().equals(vulnerability))
        .findFirst()
        .orElseThrow();
  }

  private static long names(List<Advisory> all) {
    var names = new HashSet<String>();
    all.forEach(advisory -> advisory.affected().forEach(one -> names.addAll(one.keys())));
    return names.size();
  }

  private static long aliases(List<Advisory> all, String prefix) {
    return all.stream()
        .flatMap(advisory -> advisory.aliases().stream())
        .filter(alias -> alias.startsWith(prefix))
        .count();
  }

  @Test
  void all_of_githubs_records_are_read_with_their_scores() throws Exception {
    List<Path> files = files("advisories/osv-ghsa");
    assertThat(files).hasSize(17);
    for (Path file : files) {
      var read = Files.read(file.getFileName().toString(), java.nio.file.Files.readAllBytes(file));
      assertThat(read.rejections()).isEmpty();
      assertThat(read.advisories()).hasSize(1);
      assertThat(read.advisories().getFirst().severity()).as("" + file).isPresent();
      assertThat(read.advisories().getFirst().affected()).isNotEmpty();
    }
  }

  @Test
  void documents_of_csaf_are_read_in_both_versions_and_lists_of_them_are_told_apart()
      throws Exception {
    int taken = 0;
    for (Path file : files("advisories/csaf")) {
      var read = Files.read(file.getFileName().toString(), java.nio.file.Files.readAllBytes(file));
      if (file.getParent().toString().contains("/csaf/csaf_2")
          && file.toString().indexOf("/csaf/", file.toString().indexOf("/csaf_2")) > 0) {
        assertThat(read.rejections()).as("" + file).isEmpty();
        assertThat(read.reading().taken()).containsEntry("CSAF", 1);
        taken++;
      } else {
        assertThat(read.rejections()).as("" + file).contains("lists where CSAF documents are");
      }
    }
    assertThat(taken).isEqualTo(20);
  }

  /** What the standard's authors say of their own examples. */
  @Test
  void documents_that_break_a_mandatory_test_of_csaf_are_rejected_and_all_others_taken()
      throws Exception {
    Part expected =
        Part.whole(
            Json.read(
                java.nio.file.Files.readString(
                    SharedData.file("advisories/csaf-validator/expected.json"))));
    int rejected = 0;
    List<String> remarked = new ArrayList<>();
    for (Part one : expected.items().toList()) {
      String file = one.need("file");
      var read =
          Files.read(
              file,
              java.nio.file.Files.readAllBytes(
                  SharedData.file("advisories/csaf-validator/" + file)));
      boolean valid = one.need("valid").equals("true");
      assertThat(read.reading().records())
          .as(file + " " + read.rejections())
          .isEqualTo(valid ? 1 : 0);
      if (!valid) {
        rejected++;
        assertThat(read.rejections()).as(file).contains("Test " + one.need("test") + ": ");
      } else if (read.reading().remarks().stream()
          .anyMatch(remark -> remark.why().contains("Test " + one.need("test") + ": "))) {
        remarked.add(one.need("test") + " " + file.replaceFirst(".*-(\\d+)\\.json", "$1"));
      }
    }
    assertThat(expected.items()).hasSize(133);
    assertThat(rejected).isEqualTo(53);
    assertThat(remarked)
        .containsExactlyInAnyOrder(
            "6.2.2 01",
            "6.2.4 01",
            "6.2.6 01",
            "6.2.8 01",
            "6.2.8 02",
            "6.2.9 01",
            "6.2.9 02",
            "6.2.10 01",
            "6.2.11 01",
            "6.2.14 01",
            "6.2.14 02",
            "6.2.14 03",
            "6.2.14 04",
            "6.2.14 05",
            "6.2.14 06",
            "6.2.14 07",
            "6.2.14 08",
            "6.2.17 01",
            "6.2.18 01",
            "6.3.2 01",
            "6.3.2 02",
            "6.3.5 01",
            "6.3.9 01",
            "6.3.9 02",
            "6.3.9 03",
            "6.3.9 04",
            "6.3.9 05",
            "6.3.9 06",
            "6.3.11 01");
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = java.nio.file.Files.walk(SharedData.file(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
