package dev.evenkeel.estate.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.EstateSystem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What OpenVEX documents say of products, and paths of products in CSAF 2.1 (C117). */
@Tag("C117")
class OpenVexTest {
  private static final String OSV =
      Files.osv(
          "GO-1",
          "\"aliases\": [\"CVE-2026-1\"],",
          "Go",
          "example.com/a",
          "{\"introduced\": \"0\"}");

  private static String vex(String statements) {
    return """
    {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://vex.example/1", "author": "Acme",
     "timestamp": "2026-05-01T00:00:00Z", "version": 1, "statements": [%s]}
    """
        .formatted(statements)
        .replace("\n", " ");
  }

  private static Hit hit(String... records) throws Exception {
    List<Advisory> all = new ArrayList<>();
    for (String record : records) {
      all.addAll(Files.read(record).advisories());
    }
    var system =
        EstateReader.read(
            "test",
            "{apiVersion: evenkeel/v1, kind: System, name: s, version: 1.1.0, identifiers: ['pkg:golang/example.com/a']}");
    return AdvisoryIndex.of(all)
        .of(Subject.of((EstateSystem) system.documents().getFirst().entry()))
        .getFirst();
  }

  @Test
  void the_author_decides_for_the_product_and_version_and_says_why() throws Exception {
    assertThat(hit(OSV).answer()).isEqualTo(Hit.Answer.AFFECTED);
    String none =
        """
        {"vulnerability": {"name": "CVE-2026-1"}, "products": [{"@id": "pkg:golang/example.com/a@%s"}],
         "status": "not_affected", "justification": "vulnerable_code_not_in_execute_path"}
        """;
    assertThat(hit(OSV, vex(none.formatted("1.1.0"))))
        .satisfies(hit -> {
          assertThat(hit.answer()).isEqualTo(Hit.Answer.NOT_AFFECTED);
          assertThat(hit.reason()).contains("Acme says", "vulnerable code not in execute path");
        });
    assertThat(hit(OSV, vex(none.formatted("1.2.0"))).answer())
        .as("said of another version")
        .isEqualTo(Hit.Answer.AFFECTED);
  }

  @Test
  void also_the_older_shape_is_read_and_a_later_word_counts() throws Exception {
    String old =
        "{\"vulnerability\": \"CVE-2026-1\", \"products\": [\"pkg:golang/example.com/a\"], \"status\": \"under_investigation\"}";
    String fixed =
        "{\"vulnerability\": {\"name\": \"CVE-2026-1\"}, \"timestamp\": \"2026-06-01T00:00:00Z\", \"products\": [{\"@id\": \"x\", \"identifiers\": {\"purl\": \"pkg:golang/example.com/a\"}}], \"status\": \"fixed\"}";
    assertThat(hit(OSV, vex(old)).answer()).isEqualTo(Hit.Answer.UNKNOWN);
    assertThat(hit(OSV, vex(old + ", " + fixed)).answer()).isEqualTo(Hit.Answer.NOT_AFFECTED);
  }

  @Test
  void an_unknown_status_is_rejected_and_a_product_nobody_can_be_is_remarked() throws Exception {
    assertThat(
            Files.read(
                    vex(
                        "{\"vulnerability\": \"CVE-1\", \"products\": [\"pkg:golang/a\"], \"status\": \"fine\"}"))
                .rejections())
        .contains("'fine' is no status of OpenVEX");
    assertThat(
            Files.read(
                    vex(
                        "{\"vulnerability\": \"CVE-1\", \"products\": [\"our shop\"], \"status\": \"fixed\"}"))
                .reading()
                .remarks())
        .singleElement()
        .satisfies(remark -> assertThat(remark.why()).contains("neither a package URL nor a CPE"));
  }

  @Test
  void a_product_path_of_csaf_2_1_is_a_product_inside_of_others() throws Exception {
    String document =
        Vex.csaf(
                "\"category\": \"product_version\", \"name\": \"1.1.0\"",
                "\"known_affected\": [\"P3\"]",
                "")
            .replace("\"csaf_version\": \"2.0\"", "\"csaf_version\": \"2.1\"")
            .replace(
                "\"product_id\": \"P1\"}",
                "\"product_id\": \"P1\", \"product_identification_helper\": {\"purls\": [\"pkg:golang/example.com/a\"]}}")
            .replace(
                "\"product_tree\": {",
                "\"product_tree\": {\"product_paths\": [{\"beginning_product_reference\": \"P1\", \"full_product_name\": {\"name\": \"DEF in box\", \"product_id\": \"P3\"}, \"subpaths\": [{\"category\": \"installed_on\", \"next_product_reference\": \"P2\"}]}], ");
    assertThat(Files.read(document).rejections()).isEmpty();
    assertThat(hit(document))
        .satisfies(hit -> {
          assertThat(hit.answer()).isEqualTo(Hit.Answer.AFFECTED);
          assertThat(hit.vulnerability()).isEqualTo("CVE-2026-7");
        });
  }
}
