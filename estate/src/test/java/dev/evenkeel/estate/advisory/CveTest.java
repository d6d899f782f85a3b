package dev.evenkeel.estate.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.SharedData;
import dev.evenkeel.estate.advisory.Hit.Answer;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of the CVE programme (C117). */
@Tag("C117")
class CveTest {
  private static String record(String affected, String more) {
    return """
    {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-1", "state": "PUBLISHED", "dateUpdated": "2026-03-01T10:00:00"},
     "containers": {"cna": {"providerMetadata": {"shortName": "acme"}, "descriptions": [{"lang": "en", "value": "it breaks"}],
     "affected": [%s]%s}}}
    """
        .formatted(affected, more)
        .replace("\n", " ");
  }

  private static Answer answer(String record, String version) throws Exception {
    List<Advisory> read = Files.read(record).advisories();
    assertThat(read).hasSize(1);
    return AdvisoryIndex.of(read).of(Subject.of(system("product: Acme Shop", version))).stream()
        .map(Hit::answer)
        .findFirst()
        .orElse(Answer.NOT_AFFECTED);
  }

  private static EstateSystem system(String says, String version) {
    var reading =
        EstateReader.read(
            "test",
            "{apiVersion: evenkeel/v1, kind: System, name: s, version: '%s', %s}"
                .formatted(version, says));
    assertThat(reading.findings()).isEmpty();
    return (EstateSystem) reading.documents().getFirst().entry();
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, NOT_AFFECTED",
    "2.6, AFFECTED",
    "5.10.1, NOT_AFFECTED",
    "5.10.99, NOT_AFFECTED",
    "5.11, AFFECTED",
    "6.1, NOT_AFFECTED"
  })
  void what_is_said_to_be_unaffected_counts_more_than_the_default(String version, Answer answer)
      throws Exception {
    assertThat(
            answer(
                record(
                    """
                    {"vendor": "Acme", "product": "Shop", "defaultStatus": "affected", "versions": [
                      {"version": "2.6", "status": "affected"},
                      {"version": "0", "lessThan": "2.6", "status": "unaffected", "versionType": "custom"},
                      {"version": "5.10.1", "lessThanOrEqual": "5.10.*", "status": "unaffected", "versionType": "custom"},
                      {"version": "6.1", "lessThanOrEqual": "*", "status": "unaffected", "versionType": "custom"}]}
                    """,
                    ""),
                version))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "'WITHDRAWN: out of range in a', NOT_AFFECTED",
    "'Withdrawn Advisory: a may break', NOT_AFFECTED",
    "Withdrawn money is paid twice, AFFECTED",
  })
  void what_the_one_who_numbered_it_has_taken_back_does_not_count(String title, Answer answer)
      throws Exception {
    String product =
        "{\"vendor\": \"Acme\", \"product\": \"Shop\", \"versions\": [{\"version\": \"1\", \"status\": \"affected\"}]}";
    assertThat(answer(record(product, ", \"title\": \"%s\"".formatted(title)), "1"))
        .isEqualTo(answer);
  }

  @Test
  void a_score_of_cvss_4_is_taken_as_it_is_given_and_others_are_computed() throws Exception {
    String product =
        "{\"vendor\": \"Acme\", \"product\": \"Shop\", \"versions\": [{\"version\": \"1\", \"status\": \"affected\"}]}";
    assertThat(
            Files.read(
                    record(
                        product,
                        ", \"metrics\": [{\"cvssV4_0\": {\"baseScore\": 9.3, \"vectorString\": \"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N\"}}]"))
                .advisories()
                .getFirst()
                .severity())
        .hasToString("Optional[critical (9.3)]");
    assertThat(
            Files.read(
                    record(
                        product,
                        ", \"metrics\": [{\"cvssV3_1\": {\"vectorString\": \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"}}]"))
                .advisories()
                .getFirst()
                .severity())
        .hasToString("Optional[critical (9.8)]");
  }

  @Test
  void what_was_rejected_does_not_count_and_commits_and_no_versions_cannot_be_told()
      throws Exception {
    String product = "{\"vendor\": \"Acme\", \"product\": \"Shop\", \"versions\": [%s]}";
    String all =
        product.formatted("{\"version\": \"0\", \"lessThan\": \"9\", \"status\": \"affected\"}");
    assertThat(answer(record(all, ""), "1")).isEqualTo(Answer.AFFECTED);
    assertThat(answer(record(all, "").replace("PUBLISHED", "REJECTED"), "1"))
        .isEqualTo(Answer.NOT_AFFECTED);
    assertThat(
            answer(
                record(
                    product.formatted(
                        "{\"version\": \"a71af9c\", \"versionType\": \"git\", \"status\": \"affected\"}"),
                    ""),
                "1"))
        .isEqualTo(Answer.UNKNOWN);
    assertThat(answer(record("{\"vendor\": \"Acme\", \"product\": \"Shop\"}", ""), "1"))
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void real_records_say_the_same_as_the_records_of_osv_of_the_same_vulnerability()
      throws Exception {
    Map<String, Advisory> cves = new LinkedHashMap<>();
    AdvisoryReading reading = read("advisories/cve-v5.ndjson.gz", one -> cves.put(one.id(), one));
    assertThat(reading.rejected()).isEmpty();
    assertThat(cves).hasSize(120);
    List<Advisory> osv = new ArrayList<>();
    read("advisories/osv-go.ndjson.gz", osv::add);
    int compared = 0;
    Set<String> otherName = new LinkedHashSet<>();
    for (Advisory one : osv) {
      List<Advisory> same =
          one.aliases().stream().filter(cves::containsKey).map(cves::get).toList();
      if (same.size() != 1 || !one.counts()) {
        continue;
      }
      for (Affected affected : one.affected()) {
        for (String version : versions(affected)) {
          EstateSystem system =
              system("identifiers: ['pkg:golang/%s']".formatted(affected.label()), version);
          List<Answer> said = answers(same, system);
          if (said.isEmpty()) {
            // It names a package inside of the module.
            otherName.add(one.id());
            continue;
          }
          assertThat(said)
              .as("%s of %s, %s", one.id(), affected.label(), version)
              .isEqualTo(answers(List.of(one), system));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(40);
    assertThat(otherName).as("of 120 records").hasSizeLessThan(100);
  }

  private static List<Answer> answers(List<Advisory> of, EstateSystem system) {
    return AdvisoryIndex.of(of).of(Subject.of(system)).stream().map(Hit::answer).toList();
  }

  /** Where an answer may change. */
  private static Set<String> versions(Affected affected) {
    Set<String> versions = new LinkedHashSet<>(affected.fixed());
    for (Versions one : affected.versions()) {
      if (one instanceof Versions.Events(var events)) {
        events.forEach(
            event -> versions.add(event.version().equals("0") ? "0.0.1" : event.version()));
      }
    }
    return versions;
  }

  private static AdvisoryReading read(String name, java.util.function.Consumer<Advisory> taker)
      throws Exception {
    Path file = SharedData.file(name);
    try (InputStream in = java.nio.file.Files.newInputStream(file)) {
      return AdvisoryReader.read(name, java.nio.file.Files.size(file), in, taker);
    }
  }
}
