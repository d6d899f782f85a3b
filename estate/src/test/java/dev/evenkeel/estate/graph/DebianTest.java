package dev.evenkeel.estate.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The packages of Debian 12 and what they need, against the figures in the README beside the files.
 *
 * <p>The README's cycles are those of {@code depends}, with {@code pre-depends} or without, among
 * packages that are in the list: every alternative counts as a dependency, a name that other
 * packages merely provide as none. (With {@code recommends} there would be 421 groups.)
 */
class DebianTest {
  private static final List<String> RELATIONS =
      List.of("depends", "pre-depends", "recommends", "breaks", "conflicts");
  private static final Kinds NEEDED = Kinds.of(0, 1);

  private static DependencyGraph graph;
  private static final Map<String, Integer> rows = new HashMap<>();

  /** Once; before each test, as a class that is skipped as a whole does not say why. */
  @BeforeEach
  void read() throws IOException {
    if (graph != null) {
      return;
    }
    var nodes = new LinkedHashMap<String, Integer>();
    for (var cells : firstCells("nodes.csv.gz", 1)) {
      nodes.put(cells[0], nodes.size());
    }
    var builder = DependencyGraph.of(List.copyOf(nodes.keySet()));
    for (var cells : firstCells("edges.csv.gz", 4)) {
      rows.merge(cells[1], 1, Integer::sum);
      var to = nodes.get(cells[3]);
      if (to != null) {
        builder.edge(nodes.get(cells[0]), to, RELATIONS.indexOf(cells[1]));
      }
    }
    graph = builder.build();
  }

  @Test
  void has_as_many_packages_and_rows_as_the_readme_says() {
    assertThat(graph.nodes()).isEqualTo(32_145);
    assertThat(rows)
        .containsEntry("breaks", 5_732)
        .containsEntry("conflicts", 3_737)
        .containsEntry("depends", 146_596)
        .containsEntry("pre-depends", 465)
        .containsEntry("recommends", 16_461)
        .hasSize(5);
    assertThat(rows.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(172_991);
  }

  @Test
  void has_the_cycles_the_readme_says() {
    var cycles = Cycles.in(graph, NEEDED);

    assertThat(cycles.groups()).hasSize(22);
    assertThat(cycles.groups().stream().mapToInt(group -> group.nodes().size()).sum())
        .isEqualTo(57);
    assertThat(cycles.groups().getFirst().nodes()).hasSize(5);
    assertThat(cycles.selfLoops()).isEmpty();
  }

  /** No cell of these columns holds a comma or a quote. */
  private static List<String[]> firstCells(String file, int columns) throws IOException {
    var folder = "dependency-graphs/debian-bookworm/";
    try (var reader =
        new BufferedReader(new InputStreamReader(SharedData.open(folder + file), UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", columns + 1)).toList();
    }
  }
}
