package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a file states to be less critical than the facts say. */
@Tag("C06")
@Tag("C15")
class LoweringTest {
  private static final String HEAD = "name,criticality,audience,users,depends on\n";

  @Test
  void one_that_customers_work_with_is_told_with_its_line_and_the_reason() {
    assertThat(lowered(Estate.EMPTY, HEAD + "wiki,green,,,\nshop,green,customers,,\n"))
        .containsExactly(
            new Lowered(
                "shop",
                Optional.empty(),
                Criticality.GREEN,
                Criticality.RED,
                "customers work with it",
                Place.line("t.csv", 3)));
  }

  @Test
  void users_and_what_needs_it_are_facts_too_wherever_they_stand() {
    Estate estate =
        estate(
            "kind: System\nname: shop\naudience: customers\ndependsOn: [db]",
            "kind: Workflow\nname: pay-wages\ncore: true\ndependsOn: [payroll]");
    assertThat(
            lowered(
                estate, HEAD + "db,yellow,,,\npayroll,green,,,\nwiki,green,,30,\nmail,green,,,\n"))
        .extracting(Lowered::system, Lowered::criticality, Lowered::proposed, Lowered::why)
        .containsExactly(
            tuple("payroll", Criticality.GREEN, Criticality.RED, "pay-wages needs it"),
            tuple("db", Criticality.YELLOW, Criticality.RED, "shop needs it"),
            tuple("wiki", Criticality.GREEN, Criticality.YELLOW, "people use it"));
  }

  @Test
  void facts_of_the_same_file_count_whatever_stands_first() {
    assertThat(lowered(Estate.EMPTY, HEAD + "db,green,,,\nshop,,customers,,db\n"))
        .extracting(Lowered::system, Lowered::why)
        .containsExactly(tuple("db", "shop needs it"));
    Estate estate = estate("kind: System\nname: shop\ndependsOn: [{system: db, source: src}]");
    assertThat(lowered(estate, HEAD + "shop,,customers,,\ndb,green,,,\n"))
        .as("shop needs it no more")
        .isEmpty();
  }

  @Test
  void only_what_the_file_lowers_is_told() {
    String table = HEAD + "shop,yellow,customers,,\n";
    assertThat(lowered(stated("red"), table))
        .extracting(Lowered::before)
        .containsExactly(Optional.of(Criticality.RED));
    assertThat(lowered(stated("yellow"), table)).as("it stays as it is").isEmpty();
    assertThat(lowered(stated("green"), table)).as("it is raised").isEmpty();
    assertThat(lowered(Estate.EMPTY, "name,audience\nshop,customers\n"))
        .as("it says nothing of it")
        .isEmpty();
  }

  /** A system that came from this source; what it stated is not remembered. */
  private static Estate stated(String criticality) {
    return estate(
        "kind: System\nname: shop\naudience: customers\nsources: {src: shop}\ncriticality: "
            + criticality);
  }

  private static List<Lowered> lowered(Estate estate, String table) {
    Imported imported =
        ImportContract.read(
            Imports.format("csv").orElseThrow(), "t.csv", table.getBytes(StandardCharsets.UTF_8));
    assertThat(imported.rejected()).isEmpty();
    var lowering = new Lowering(estate, imported);
    Merge.each(
        estate,
        "src",
        imported,
        Said.NOTHING,
        new Merge.Hearer() {
          @Override
          public void wanted(Document document, Place place) {
            Optional<Change> change = estate.changeBy(document);
            change.ifPresent(one -> lowering.change(one, place));
          }

          @Override
          public void said(EntryKind kind, String id, Map<String, Object> fields) {}
        });
    return lowering.found();
  }

  private static Estate estate(String... documents) {
    String text =
        "apiVersion: evenkeel/v1\n" + String.join("\n---\napiVersion: evenkeel/v1\n", documents);
    var reading = EstateReader.read("x", text);
    assertThat(reading.findings()).isEmpty();
    return Estate.of(reading.documents());
  }
}
