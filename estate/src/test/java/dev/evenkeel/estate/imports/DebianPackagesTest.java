package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            tuple(
                new Place("Packages", "line 1, Depends"),
                "It names 'ghost', which is neither in the file nor in the estate."));
  }

  private static Map<String, Object> need(String system, Map<String, Object> more) {
    Map<String, Object> need = new HashMap<>(more);
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

  /** The real list is kept as tables; the text it came from is put together again. */
  @Test
  void of_the_real_archive_every_package_is_taken_and_what_is_not_in_it_said() throws IOException {
    Map<String, Map<String, String>> relations = new HashMap<>();
    for (List<String> edge : table("edges.csv.gz")) {
      String bound = edge.get(5).isEmpty() ? "" : " (%s %s)".formatted(edge.get(5), edge.get(6));
      relations
          .computeIfAbsent(edge.get(0) + "/" + edge.get(1), _ -> new LinkedHashMap<>())
          .merge(edge.get(2), edge.get(3) + bound, (a, b) -> a + " | " + b);
    }
    Map<String, String> provides = new HashMap<>();
    for (List<String> row : table("provides.csv.gz")) {
      provides.merge(row.get(0), row.get(1), (a, b) -> a + ", " + b);
    }
    StringBuilder text = new StringBuilder();
    for (List<String> node : table("nodes.csv.gz")) {
      String name = node.get(0);
      text.append("Package: %s\nVersion: %s\n".formatted(name, node.get(1)));
      for (String relation :
          List.of("depends", "pre-depends", "recommends", "breaks", "conflicts")) {
        Map<String, String> groups = relations.getOrDefault(name + "/" + relation, Map.of());
        if (!groups.isEmpty()) {
          text.append(
              "%s: %s\n"
                  .formatted(
                      relation.equals("pre-depends") ? "Pre-Depends" : capital(relation),
                      String.join(", ", groups.values())));
        }
      }
      if (provides.containsKey(name)) {
        text.append("Provides: %s\n".formatted(provides.get(name)));
      }
      text.append("Description: %s\n\n".formatted(node.get(10)));
    }
    Imported imported = readText("Packages", text.toString());
    assertThat(imported.rejected()).isEmpty();
    assertThat(imported.rowsTaken()).isEqualTo(32145);
    Merge.Merged merged = Merge.of(Estate.EMPTY, "debian-packages", imported, Said.NOTHING);
    assertThat(merged.documents()).hasSize(32145);
    assertThat(merged.rejected())
        .allSatisfy(r -> assertThat(r.why()).endsWith("neither in the file nor in the estate."));
    Set<String> here = new HashSet<>();
    table("nodes.csv.gz").forEach(node -> here.add(node.get(0)));
    Set<List<String>> needs = new HashSet<>();
    for (List<String> edge : table("edges.csv.gz")) {
      if (edge.get(1).endsWith("depends") && here.contains(edge.get(3))) {
        needs.add(List.of(edge.get(0), edge.get(3)));
      }
    }
    Set<List<String>> taken = new HashSet<>();
    Set<List<String>> provided = new HashSet<>();
    for (Document document : merged.documents()) {
      for (Dependency need : ((EstateSystem) document.entry()).dependsOn()) {
        boolean virtual = need.note().orElse("").startsWith("provides");
        (virtual ? provided : taken).add(List.of(document.name(), need.system()));
      }
    }
    needs.removeAll(provided); // needed by the own name, and by another that is provided
    assertThat(difference(needs, taken)).as("needed by their own names, not taken").isEmpty();
    assertThat(difference(taken, needs)).as("taken, not needed").isEmpty();
    assertThat(provided).hasSizeGreaterThan(1000);
  }

  private static Set<List<String>> difference(Set<List<String>> some, Set<List<String>> others) {
    Set<List<String>> rest = new HashSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static List<List<String>> table(String name) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = SharedData.open("dependency-graphs/debian-bookworm/" + name)) {
      ImportFile file = new ImportFile(name, in.readAllBytes());
      Table.of(file, Optional.of(StandardCharsets.UTF_8), Optional.of(','), '"')
          .each(line -> rows.add(line.cells()));
    }
    return rows.subList(1, rows.size());
  }
}
