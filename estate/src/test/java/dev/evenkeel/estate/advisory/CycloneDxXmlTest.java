package dev.evenkeel.estate.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shows part of C117: CycloneDX VEX in XML means what it means in JSON. */
@Tag("C117")
class CycloneDxXmlTest {
  private static final String BOM =
      "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\" serialNumber=\"urn:uuid:1\" version=\"1\">";
  private static final String WELL =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + BOM
          + """
            <metadata><timestamp>2026-05-01T00:00:00Z</timestamp>
              <tools><components><component type="application"><name>made it</name></component></components></tools>
              <component type="application" bom-ref="shop"><name>shop</name><version>1</version></component>
              <supplier><name>Acme</name></supplier></metadata>
            <components><component type="library" bom-ref="a"><name>a</name><version>1.1.0</version>
              <licenses><license><id>MIT</id></license></licenses>
              <purl>pkg:golang/example.com/a@1.1.0</purl></component></components>
            <vulnerabilities>
              <vulnerability bom-ref="v1"><id>CVE-2026-1</id><ratings><rating><severity>high</severity></rating></ratings>
                <analysis><state>not_affected</state><justification>code_not_reachable</justification>
                  <responses><response>update</response></responses><detail><![CDATA[nobody calls it]]></detail></analysis>
                <affects><target><ref>urn:cdx:1/1#a</ref></target></affects></vulnerability>
              <vulnerability><id>CVE-2026-2</id><analysis><state>in_triage</state></analysis>
                <affects><target><ref>a</ref></target></affects></vulnerability>
              <vulnerability><id>CVE-2026-3</id><analysis><state>exploitable</state></analysis>
                <affects><target><ref>a</ref><versions>
                  <version><range>vers:golang/&gt;=1.0.0|&lt;1.3.0</range></version>
                  <version><version>1.4.0</version><status>unaffected</status></version></versions></target></affects></vulnerability>
              <vulnerability><id>CVE-2026-4</id><affects><target><ref>elsewhere</ref></target></affects></vulnerability>
            </vulnerabilities>
          </bom>
          """;

  private static Files.Read read(String text) throws UnreadableFile {
    return Files.read("vex.xml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void means_what_the_same_document_means_in_json() throws Exception {
    assertThat(read(WELL).advisories())
        .hasSize(4)
        .isEqualTo(Files.read(Vex.CYCLONEDX).advisories());
    assertThat(read(WELL).reading().remarks()).hasSize(1);
    assertThat(read("\uFEFF\n" + WELL.substring(WELL.indexOf('\n'))).advisories()).hasSize(4);
  }

  @Test
  void a_score_is_a_number_as_it_is_in_json() throws Exception {
    String scored =
        WELL.replace("<severity>high</severity>", "<score>9.8</score><severity>low</severity>");
    assertThat(read(scored).advisories().getFirst().severity())
        .isEqualTo(Optional.of(Severity.ofScore(9.8)));
  }

  @Test
  void a_document_type_is_refused_and_nothing_it_names_is_read() {
    for (String type :
        new String[] {
          "<!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE bom SYSTEM \"http://127.0.0.1:9/bom.dtd\">",
          "<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
        }) {
      refused(
          "<?xml version=\"1.0\"?>\n"
              + type
              + WELL.substring(WELL.indexOf('\n')).replace("Acme", "&x;"),
          "line 2",
          "It has a document type or entities");
    }
    refused(WELL.replace("Acme", "&x;"), "line 5");
  }

  @Test
  void what_is_cut_off_too_deep_too_much_or_something_else_is_refused() {
    refused(WELL.substring(0, WELL.length() / 2), "It is not XML, or was cut off");
    refused(WELL + "<more/>", "It is not XML, or was cut off");
    refused(BOM + "<x>".repeat(200) + "</x>".repeat(200) + "</bom>", "nested more than 64 deep");
    refused(BOM + "<x/>".repeat(1_000_001) + "</bom>", "more than 1,000,000 elements");
    refused("<cvrfdoc xmlns=\"http://docs.oasis-open.org/csaf\"/>", "<cvrfdoc>", "in JSON");
    refused("<bom/>", "no CycloneDX document");
    assertThatThrownBy(() ->
            Files.read(
                "vex.xml", WELL.replace("Acme", "Açme").getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("Save it as UTF-8");
  }

  @Test
  void a_vulnerability_without_an_id_is_named() throws Exception {
    var read = read(WELL.replace("<id>CVE-2026-2</id>", ""));
    assertThat(read.advisories()).isEmpty();
    assertThat(read.rejections())
        .contains("vex.xml, /vulnerabilities/1/id: There is no text in it.");
    assertThat(read(BOM + "</bom>").rejections()).contains("without vulnerabilities");
  }

  private static void refused(String text, String... why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("vex.xml")
        .satisfies(refused -> assertThat(refused.getMessage()).contains(why))
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("root:"));
  }
}
