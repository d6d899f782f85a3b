package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bills of materials in SPDX. */
class SpdxTest extends ImportContract {
  SpdxTest() {
    super("spdx", "shop.spdx");
  }

  @Test
  void packages_become_systems() {
    Imported imported = read("shop.spdx");
    assertThat(imported.rowsRead()).isEqualTo(3);
    assertThat(imported.passedOver())
        .containsOnly(
            entry("files", 1),
            entry("relationships CONTAINS", 1),
            entry("relationships DESCRIBES", 1),
            entry("relationships TEST_DEPENDENCY_OF", 1));
    Estate estate = imported(imported);
    assertThat(estate.all(EntryKind.SYSTEM)).containsOnlyKeys("shop", "shop-json", "shop-junit");
    assertThat(system(estate, "shop")).containsEntry("dependsOn", List.of(need()));
    assertThat(system(estate, "shop-json"))
        .contains(
            entry("version", "2.1"),
            entry(
                "identifiers",
                List.of("pkg:maven/org.example/json", "cpe:2.3:a:example:json:2.1:*:*:*:*:*:*:*")));
    assertThat(system(estate, "shop-junit")).doesNotContainKey("version");
    assertThat(Merge.of(Estate.EMPTY, "spdx", imported, Said.NOTHING).rejected())
        .extracting(Rejected::why)
        .containsExactly(
            "It names 'DocumentRef-other:SPDXRef-x', which is neither in the file nor in the estate.");
  }

  private static Map<String, Object> need() {
    return Map.of("system", "shop-json", "type", "runs-on", "source", "spdx");
  }

  @Test
  void json_says_the_same() {
    Estate estate = imported(read("shop.spdx.json"));
    assertThat(estate.all(EntryKind.SYSTEM)).containsOnlyKeys("shop", "shop-json");
    assertThat(system(estate, "shop")).containsEntry("dependsOn", List.of(need()));
  }

  @Test
  void the_real_example_has_one_package_and_one_file() {
    Imported imported = readShared("sbom/spdx/example2-bin.spdx");
    assertThat(imported.patches()).extracting(Patch::name).containsExactly("hello-bin");
    assertThat(imported.passedOver())
        .contains(entry("files", 1), entry("relationships GENERATED_FROM", 2));
  }
}
