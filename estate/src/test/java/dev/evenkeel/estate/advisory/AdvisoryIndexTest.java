package dev.evenkeel.estate.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.advisory.Hit.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows part of C117: which systems an advisory is true for, and why. */
@Tag("C117")
class AdvisoryIndexTest {
  private static final String A =
      Files.osv(
          "GO-1",
          "\"aliases\": [\"CVE-2026-1\"],",
          "Go",
          "example.com/a",
          "{\"introduced\": \"1.0.0\"}, {\"fixed\": \"1.2.0\"}, {\"introduced\": \"1.3.0\"}, {\"fixed\": \"1.3.4\"}");

  @ParameterizedTest
  @CsvSource({
    "0.9.0, NOT_AFFECTED,",
    "v1.1.0, AFFECTED, 1.2.0",
    "1.2.0, NOT_AFFECTED,",
    "1.3.0, AFFECTED, 1.3.4",
    "1.3.4-rc.1, AFFECTED, 1.3.4",
    "latest, UNKNOWN, 1.3.4"
  })
  void a_range_with_gaps_is_true_for_what_is_in_it(String version, Answer answer, String fixed)
      throws Exception {
    Hit hit = only(A, system("identifiers: ['pkg:golang/example.com/a']", version));
    assertThat(hit.answer()).isEqualTo(answer);
    assertThat(hit.fixedIn().orElse(null)).isEqualTo(fixed);
    assertThat(hit.vulnerability()).isEqualTo("CVE-2026-1");
    assertThat(hit.reason())
        .startsWith("GO-1 says of example.com/a: ")
        .contains("from 1.0.0 before 1.2.0 or from 1.3.0 before 1.3.4")
        .endsWith("matched by pkg:golang/example.com/a");
  }

  @Test
  void a_system_without_a_version_is_unknown_and_not_safe() throws Exception {
    Hit hit = only(A, system("identifiers: ['pkg:golang/example.com/a']", ""));
    assertThat(hit.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(hit.reason()).contains("its version is not known");
  }

  @Test
  void the_version_in_an_identifier_counts_where_the_system_says_none() throws Exception {
    Hit hit = only(A, system("identifiers: ['pkg:golang/example.com/a@v1.1.0']", ""));
    assertThat(hit.answer()).isEqualTo(Answer.AFFECTED);
    assertThat(hit.version()).contains("v1.1.0");
  }

  @Test
  void other_packages_are_not_hit() throws Exception {
    for (String other :
        List.of("pkg:golang/example.com/a/v2@1.1.0", "pkg:npm/a@1.1.0", "pkg:golang/a@1.1.0")) {
      assertThat(hits(A, system("identifiers: ['%s']".formatted(other), ""))).isEmpty();
    }
    assertThat(hits(A, system("product: a", "1.1.0"))).isEmpty();
  }

  @Test
  void reports_of_one_vulnerability_under_several_names_are_one() throws Exception {
    String again =
        Files.osv(
            "GHSA-1",
            "\"aliases\": [\"CVE-2026-1\"], \"severity\": [{\"type\": \"CVSS_V3\", \"score\": \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H\"}],",
            "Go",
            "example.com/a",
            "{\"introduced\": \"0\"}, {\"fixed\": \"1.2.0\"}");
    Hit hit = only(A + "\n" + again, system("identifiers: ['pkg:golang/example.com/a']", "1.1.0"));
    assertThat(hit.advisories()).containsExactlyInAnyOrder("GO-1", "GHSA-1");
    assertThat(hit.severity()).hasToString("Optional[high (7.5)]");
  }

  @Test
  void what_is_withdrawn_never_counts() throws Exception {
    String withdrawn =
        A.replace("\"aliases\"", "\"withdrawn\": \"2026-04-01T00:00:00Z\", \"aliases\"");
    assertThat(hits(withdrawn, system("identifiers: ['pkg:golang/example.com/a']", "1.1.0")))
        .isEmpty();
  }

  @Test
  void a_vendors_statement_decides_for_the_version_it_names() throws Exception {
    String both = A + "\n" + Vex.CYCLONEDX.replace("\n", " ");
    Hit hit = hit(both, system("identifiers: ['pkg:golang/example.com/a']", "1.1.0"), "CVE-2026-1");
    assertThat(hit.answer()).isEqualTo(Answer.NOT_AFFECTED);
    assertThat(hit.reason())
        .startsWith("Acme says that a 1.1.0 is not affected: code not reachable; nobody calls it")
        .contains("otherwise: GO-1 says of example.com/a: 1.1.0 is in the range");
    Hit other =
        hit(both, system("identifiers: ['pkg:golang/example.com/a']", "1.1.1"), "CVE-2026-1");
    assertThat(other.answer()).isEqualTo(Answer.AFFECTED);
  }

  @Test
  void what_is_under_investigation_is_unknown_and_says_who_looks() throws Exception {
    Hit hit =
        hit(
            Vex.CYCLONEDX,
            system("identifiers: ['pkg:golang/example.com/a']", "1.1.0"),
            "CVE-2026-2");
    assertThat(hit.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(hit.reason()).isEqualTo("Acme is still looking into a 1.1.0");
  }

  @Test
  void cyclonedx_ranges_and_single_versions_are_told_apart() throws Exception {
    assertThat(
            hit(
                    Vex.CYCLONEDX,
                    system("identifiers: ['pkg:golang/example.com/a']", "1.2.9"),
                    "CVE-2026-3")
                .answer())
        .isEqualTo(Answer.AFFECTED);
    assertThat(
            hit(
                    Vex.CYCLONEDX,
                    system("identifiers: ['pkg:golang/example.com/a']", "1.4.0"),
                    "CVE-2026-3")
                .answer())
        .isEqualTo(Answer.NOT_AFFECTED);
    assertThat(Files.read(Vex.CYCLONEDX).reading().remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.why()).contains("/vulnerabilities/3/affects/0"));
  }

  @Test
  void csaf_finds_products_by_name_and_names_the_fixed_version() throws Exception {
    String csaf =
        Vex.csaf(
            "\"category\": \"product_version_range\", \"name\": \"vers:generic/<2.1\"",
            "\"known_affected\": [\"P1\"], \"fixed\": [\"P2\"]",
            ", \"remediations\": [{\"category\": \"vendor_fix\", \"details\": \"update\", \"product_ids\": [\"P1\"]}]");
    Hit hit = only(csaf, system("product: def", "2.0"));
    assertThat(hit.answer()).isEqualTo(Answer.AFFECTED);
    assertThat(hit.fixedIn()).contains("2.1");
    assertThat(hit.reason())
        .isEqualTo(
            "ACME-1/CVE-2026-7 says of Acme DEF: 2.0 is in the range before 2.1; matched by the product def");
    Hit fixed = only(csaf, system("product: Acme DEF", "2.1"));
    assertThat(fixed.answer()).isEqualTo(Answer.NOT_AFFECTED);
    assertThat(fixed.reason()).startsWith("Acme PSIRT says that Acme DEF 2.1 has the fix");
  }

  @Test
  void csaf_that_names_only_the_fix_leaves_older_versions_unknown() throws Exception {
    String csaf =
        Vex.csaf("\"category\": \"product_version\", \"name\": \"2.0\"", "\"fixed\": [\"P2\"]", "");
    Hit older = only(csaf, system("product: def", "1.9"));
    assertThat(older.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(older.fixedIn()).contains("2.1");
    assertThat(only(csaf, system("product: def", "2.2")).answer()).isEqualTo(Answer.NOT_AFFECTED);
  }

  @Test
  void justifications_of_csaf_are_given_with_who_said_so() throws Exception {
    String csaf =
        Vex.csaf(
            "\"category\": \"product_version\", \"name\": \"2.0\"",
            "\"known_not_affected\": [\"P1\"]",
            ", \"flags\": [{\"label\": \"vulnerable_code_not_present\", \"product_ids\": [\"P1\"]}]");
    assertThat(only(csaf, system("product: def", "2.0")).reason())
        .isEqualTo("Acme PSIRT says that Acme DEF is not affected: vulnerable code not present");
    assertThat(hits(csaf, system("product: def", "1.0"))).isEmpty();
  }

  @Test
  void a_document_that_contradicts_itself_is_rejected_with_the_test_it_fails() throws Exception {
    String csaf =
        Vex.csaf(
            "\"category\": \"product_version\", \"name\": \"before 2.0\"",
            "\"known_not_affected\": [\"P1\"], \"fixed\": [\"P1\", \"P3\"]",
            "");
    Files.Read read = Files.read(csaf);
    assertThat(read.advisories()).isEmpty();
    assertThat(read.rejections())
        .contains(
            "Test 6.1.1: /vulnerabilities/0/product_status/fixed/1: the product 'P3' is not defined.")
        .contains("Test 6.1.6: ")
        .contains("Test 6.1.31: ");
  }

  @Test
  void releases_of_a_distribution_are_told_apart() throws Exception {
    String two =
        Files.osv(
                "DSA-1",
                "",
                "Debian:11",
                "openssl",
                "{\"introduced\": \"0\"}, {\"fixed\": \"1.1.1n-0\"}")
            + "\n"
            + Files.osv(
                "DSA-1",
                "",
                "Debian:12",
                "openssl",
                "{\"introduced\": \"0\"}, {\"fixed\": \"3.0.9-1\"}");
    String purl = "identifiers: ['pkg:deb/debian/libssl3?upstream=openssl%s']";
    assertThat(only(two, system(purl.formatted("&distro=bookworm"), "3.0.8-1")).answer())
        .isEqualTo(Answer.AFFECTED);
    assertThat(only(two, system(purl.formatted("&distro=debian-11"), "1.1.1w-0")).answer())
        .isEqualTo(Answer.NOT_AFFECTED);
    Hit unknown = only(two, system(purl.formatted(""), "3.0.8-1"));
    assertThat(unknown.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(unknown.reason()).contains("depends on the release of the distribution");
  }

  @Test
  void the_worst_comes_first() throws Exception {
    String all =
        A
            + "\n"
            + Files.osv(
                "GHSA-9",
                "\"database_specific\": {\"severity\": \"CRITICAL\"},",
                "Go",
                "example.com/a",
                "{\"introduced\": \"0\"}")
            + "\n"
            + Files.osv("GHSA-8", "", "Go", "example.com/a", "{\"introduced\": \"9.0.0\"}");
    assertThat(hits(all, system("identifiers: ['pkg:golang/example.com/a']", "1.1.0")))
        .extracting(Hit::vulnerability)
        .containsExactly("GHSA-9", "CVE-2026-1", "GHSA-8");
  }

  static Hit only(String text, EstateSystem system) throws Exception {
    List<Hit> hits = hits(text, system);
    assertThat(hits).hasSize(1);
    return hits.getFirst();
  }

  private static Hit hit(String text, EstateSystem system, String vulnerability) throws Exception {
    return hits(text, system).stream()
        .filter(hit -> hit.vulnerability().equals(vulnerability))
        .findFirst()
        .orElseThrow();
  }

  private static List<Hit> hits(String text, EstateSystem system) throws Exception {
    Files.Read read = Files.read(text);
    assertThat(read.rejections()).isEmpty();
    return AdvisoryIndex.of(new ArrayList<>(read.advisories())).of(Subject.of(system));
  }

  static EstateSystem system(String line, String version) {
    var reading =
        EstateReader.read(
            "test",
            """
            apiVersion: evenkeel/v1
            kind: System
            name: box
            %s
            %s
            """
                .formatted(line, version.isEmpty() ? "" : "version: '" + version + "'"));
    assertThat(reading.findings()).isEmpty();
    return (EstateSystem) reading.documents().getFirst().entry();
  }
}
