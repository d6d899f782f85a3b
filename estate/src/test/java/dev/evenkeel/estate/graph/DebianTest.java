package dev.evenkeel.estate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The packages of Debian 12 and what they need, against the figures in the README beside the files.
 * They are looked for in the folder that the environment variable {@code EVENKEEL_SHARED} names,
 * otherwise in {@code ../shared} beside the checkout; without them the test is skipped.
 *
 * <p>The README's circles are those of {@code depends} and {@code pre-depends} among packages that
 * are in the list, every alternative counting as a dependency, names that other packages merely
 * provide as none. (With {@code recommends} there would be 421 groups.)
 */
class DebianTest {
  private static final List<String> RELATIONS =
      List.of("depends", "pre-depends", "recommends", "breaks", "conflicts");
  private static final Kinds NEEDED = Kinds.of(0, 1);

  private static DependencyGraph graph;
  private static final Map<String, Integer> rows = new HashMap<>();

  @BeforeAll
  static void read() {
    var folder =
        Path.of(Optional.ofNullable(System.getenv("EVENKEEL_SHARED")).orElse("../../shared"))
            .resolve("data/real/dependency-graphs/debian-bookworm");
    assumeTrue(Files.isDirectory(folder), "not there: " + folder.toAbsolutePath().normalize());
    var packages = firstCells(folder.resolve("nodes.csv.gz"), 1);
    var nodes = new HashMap<String, Integer>();
    var names = new ArrayList<String>();
    for (var cells : packages) {
      nodes.put(cells[0], names.size());
      names.add(cells[0]);
    }
    var builder = DependencyGraph.of(names);
    for (var cells : firstCells(folder.resolve("edges.csv.gz"), 4)) {
      rows.merge(cells[1], 1, Integer::sum);
      var from = nodes.get(cells[0]);
      var to = nodes.get(cells[3]);
      if (to != null) {
        builder.edge(from, to, RELATIONS.indexOf(cells[1]));
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
  void has_the_circles_the_readme_says() {
    var cycles = Cycles.in(graph, NEEDED);

    assertThat(cycles.groups()).hasSize(22);
    assertThat(cycles.groups().stream().mapToInt(group -> group.nodes().size()).sum())
        .isEqualTo(57);
    assertThat(cycles.groups().getFirst().nodes()).hasSize(5);
    assertThat(cycles.selfLoops()).isEmpty();
  }

  /** No cell of these columns holds a comma or a quote. */
  private static List<String[]> firstCells(Path file, int columns) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", columns + 1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
