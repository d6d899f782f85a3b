package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.Estate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that other programs draw. */
class GraphMlTest extends ImportContract {
  GraphMlTest() {
    super("graphml", "shop.graphml");
  }

  @Test
  void nodes_become_systems_and_edges_dependencies() {
    Imported imported = read("shop.graphml");
    assertThat(imported.rowsRead()).isEqualTo(7);
    assertThat(imported.rowsTaken()).isEqualTo(4);
    Estate estate = imported(imported);
    assertThat(system(estate, "shop"))
        .contains(
            entry("title", "Shop"),
            entry("version", "3.1"),
            entry("labels", Map.of("owner", "Ann")),
            entry(
                "dependsOn", List.of(Map.of("system", "db", "type", "data", "source", "graphml"))));
  }

  @Test
  void what_is_no_edge_between_two_nodes_is_rejected() {
    assertThat(whys(read("shop.graphml")))
        .containsExactlyInAnyOrder(
            "line 10, node 'db': The id stands here a second time; the first is on line 9.",
            "line 13, edge from 'n0' to 'ghost': There is no node 'ghost'.",
            "line 14, edge from 'n0' to 'alone': It has no direction, so it does not say who needs whom.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE graphml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><graphml><graph><node id=\"&a;\"/></graph></graphml>",
        "<!DOCTYPE graphml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><graphml><graph><node id=\"n\">&b;</node></graph></graphml>",
        "<!DOCTYPE graphml SYSTEM \"http://127.0.0.1:1/x.dtd\"><graphml/>"
      })
  void a_document_type_is_never_read(String text) {
    Imported imported = readText("x.graphml", text);
    assertThat(imported.patches()).isEmpty();
    assertThat(imported.rejected())
        .extracting(Rejected::why)
        .containsExactly("It has a document type or entities; they are not read.");
  }

  @Test
  void the_encoding_that_xml_declares_is_obeyed() {
    String text =
        "<?xml version='1.0' encoding='ISO-8859-1'?><graphml><graph><node id='Köln'/></graph></graphml>";
    assertThat(read("x.graphml", text.getBytes(StandardCharsets.ISO_8859_1)).patches())
        .extracting(Patch::id)
        .containsExactly("Köln");
    assertThat(
            whys(
                read(
                    "x.graphml",
                    text.replace("ISO-8859-1", "UTF-8").getBytes(StandardCharsets.ISO_8859_1))))
        .containsExactly("line 1: The file is not UTF-8: the byte 0xF6 does not belong there.");
  }

  @Test
  void elements_in_elements_without_end_are_refused() {
    assertThat(whys(readText("x.graphml", "<graphml>" + "<graph>".repeat(100_000))))
        .containsExactly("line 1: It is nested more than 64 deep.");
  }

  @ParameterizedTest
  @CsvSource({"Robot_Shop,12,12", "FTGO,15,28", "spring-petclinic,11,13"})
  void real_systems_have_as_many_nodes_and_edges_as_were_counted(
      String name, int nodes, int edges) {
    Imported imported = readShared("dependency-graphs/microservices/%s.graphml".formatted(name));
    assertThat(imported.rejected()).isEmpty();
    assertThat(imported.patches()).hasSize(nodes);
    assertThat(imported.patches().stream().mapToInt(patch -> patch.links().size()).sum())
        .isEqualTo(edges);
  }
}
