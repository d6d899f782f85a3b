package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.Estate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of Debian's packages. */
class DebianPackagesTest extends ImportContract {
  DebianPackagesTest() {
    super("debian-packages", "Packages");
  }

  @Test
  void packages_become_systems() {
    Imported imported = read("Packages");
    assertThat(imported.rowsRead()).isEqualTo(7);
    assertThat(imported.rowsTaken()).isEqualTo(5);
    Estate estate = imported(imported);
    assertThat(system(estate, "shop"))
        .contains(
            entry("version", "1:3.1-2"),
            entry("description", "sells things"),
            entry("identifiers", List.of("pkg:deb/debian/shop")),
            entry("labels", Map.of("section", "web", "architecture", "amd64")));
    assertThat(system(estate, "libjson1")).containsEntry("product", "json");
  }

  @Test
  void alternatives_and_virtual_names_are_resolved_and_weak_relations_are_no_needs() {
    assertThat(system(imported(read("Packages")), "shop"))
        .containsEntry(
            "dependsOn",
            List.of(
                need("dpkg", Map.of("since", "1.22", "until", "1.22")),
                need("exim", Map.of("note", "provides mail-transport-agent")),
                need("gawk", Map.of("note", "provides awk")),
                need("libjson1", Map.of("since", "2.1"))));
    assertThat(Merge.of(Estate.EMPTY, "debian-packages", read("Packages"), Said.NOTHING).rejected())
        .extracting(Rejected::place, Rejected::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                new Place("Packages", "line 1, Depends"),
                "It names 'ghost', which is neither in the file nor in the estate."));
  }

  private static Map<String, Object> need(String system, Map<String, Object> more) {
    Map<String, Object> need = new java.util.HashMap<>(more);
    need.putAll(Map.of("system", system, "type", "runs-on", "source", "debian-packages"));
    return need;
  }

  @Test
  void a_second_architecture_and_a_package_without_a_version_are_rejected() {
    assertThat(whys(read("Packages")))
        .containsExactly(
            "line 33: It stands here a second time (5 arm64); the first is at line 28.",
            "line 37: It has no version; it is not installed.");
  }
}
