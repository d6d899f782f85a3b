package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.imports.Merge.Merged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bills of materials in CycloneDX. */
class CycloneDxTest extends ImportContract {
  CycloneDxTest() {
    super("cyclonedx", "bom.json");
  }

  @Test
  void components_and_services_become_systems() {
    Imported imported = read("bom.json");
    assertThat(imported.rowsRead()).isEqualTo(7);
    assertThat(imported.rowsTaken()).isEqualTo(6);
    assertThat(imported.passedOver()).containsExactly(entry("vulnerabilities", 1));
    Estate estate = imported(imported);
    assertThat(system(estate, "com.example-shop"))
        .contains(entry("title", "com.example/shop"), entry("version", "3.1.4"));
    assertThat(system(estate, "com.example-shop-org.example-json"))
        .contains(
            entry("title", "org.example/json"),
            entry("version", "2.1"),
            entry("identifiers", List.of("pkg:maven/org.example/json?type=jar")),
            entry(
                "dependsOn",
                List.of(
                    Map.of(
                        "system", "com.example-shop-numbers",
                        "type", "runs-on",
                        "source", "cyclonedx"))));
    assertThat(estate.all(EntryKind.SYSTEM).keySet())
        .filteredOn(name -> name.startsWith("com.example-shop-scope-text"))
        .hasSize(2);
    assertThat(whys(imported)).containsExactly("line 9: It has no name.");
    assertThat(Merge.of(Estate.EMPTY, "cyclonedx", imported, Said.NOTHING).rejected())
        .extracting(Rejected::why)
        .containsExactly("It names '11', which is neither in the file nor in the estate.");
  }

  @Test
  void xml_says_the_same() {
    Imported imported = read("bom.xml");
    assertThat(imported.rejected()).isEmpty();
    Estate estate = imported(imported);
    assertThat(estate.all(EntryKind.SYSTEM))
        .containsOnlyKeys("shop", "shop-org.example-json", "shop-numbers", "shop-payment");
    assertThat(dependencies(estate)).isEqualTo(3);
  }

  @Test
  void a_newer_bill_changes_versions_and_adds_nothing() {
    Imported old =
        readShared("sbom/cyclonedx/SBOM__proton-bridge__proton-bridge-v1.6.3.bom.json.gz");
    Imported recent =
        readShared("sbom/cyclonedx/SBOM__proton-bridge__proton-bridge-v1.8.0.bom.json.gz");
    Merged first = Merge.of(Estate.EMPTY, "cyclonedx", old, Said.NOTHING);
    Estate estate = after(Estate.EMPTY, first);
    assertThat(estate.size()).isEqualTo(201 + 1);
    var changes = estate.changesBy(Merge.of(estate, "cyclonedx", recent, first.said()).documents());
    assertThat(changes)
        .as("seven modules, and what the bill is about")
        .filteredOn(change ->
            !version(change.before().orElseThrow()).equals(version(change.after().orElseThrow())))
        .hasSize(7 + 1);
    assertThat(estate.after(changes).size()).isEqualTo(201 + 1);
  }

  private static String version(dev.evenkeel.estate.Document document) {
    return ((EstateSystem) document.entry()).version().orElse("");
  }

  /** Components are those under {@code components} and {@code services}, as the README counts. */
  @ParameterizedTest
  @CsvSource({
    "SBOM__dropwizard-1.3.15__bom.json.gz, 167, 170",
    "SBOM__proton-bridge__proton-bridge-v1.6.3.bom.json.gz, 201, 232",
    "SBOM__laravel-7.12.0__bom.1.4.json.gz, 62, 113",
    "SBOM__laravel-7.12.0__bom.1.1.xml, 62, 0",
    "SBOM__cern-lhc-vdm-editor-e564943__bom.xml, 43, 43",
    "SaaSBOM__apigateway-microservices-datastores__bom.json, 6, 6",
    "CBOM__Example-With-Dependencies__bom.json, 3, 2"
  })
  void real_bills_have_as_many_components_and_dependencies_as_were_counted(
      String name, int components, int edges) {
    Imported imported = readShared("sbom/cyclonedx/" + name);
    assertThat(imported.rejected()).isEmpty();
    Estate estate = imported(imported);
    assertThat(
            estate.all(EntryKind.SYSTEM).values().stream()
                .filter(system -> !((EstateSystem) system.entry()).labels().containsKey("partOf")))
        .hasSizeLessThanOrEqualTo(Math.max(1, components));
    assertThat(imported.rowsTaken()).isBetween(components, components + 1);
    assertThat(dependencies(estate)).isEqualTo(edges);
  }

  private static int dependencies(Estate estate) {
    return estate.all(EntryKind.SYSTEM).values().stream()
        .mapToInt(system -> ((EstateSystem) system.entry()).dependsOn().size())
        .sum();
  }

  @Test
  void what_is_said_of_vulnerabilities_is_no_inventory() {
    assertThat(whys(readShared("sbom/cyclonedx/VEX__vex.json")))
        .containsExactly(": It holds no components, at most vulnerabilities.");
  }

  @Test
  void nesting_without_end_is_refused() {
    Imported imported =
        readText(
            "bom.json", "{\"bomFormat\": \"CycloneDX\", \"components\": " + "[".repeat(100_000));
    assertThat(imported.rejected())
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.extent()).isEqualTo(Rejected.Extent.FILE));
  }
}
