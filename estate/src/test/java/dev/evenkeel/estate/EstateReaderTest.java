package dev.evenkeel.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.evenkeel.estate.text.YamlText;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Where;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Documents as people write them. */
@Tag("C06")
class EstateReaderTest {
  private static final String SHOP =
      """
      apiVersion: evenkeel/v1
      kind: System
      name: shop
      title: The shop
      product: tomcat
      version: 11.10
      criticality: red
      supportEnd: 2027-03-31
      timeZone: Europe/Berlin
      users: 12000
      experts: [ann, bob]
      dependsOn:
        - shop-db
        - {system: crm, type: field, via: customer.tier}
      ---
      apiVersion: evenkeel/v1
      kind: Person
      name: ann
      title: Ann Example
      absences: [{from: 2026-12-20, to: 2027-01-06, reason: holiday}]
      """;

  @Test
  void a_system_is_read_with_all_it_says() {
    var system = (EstateSystem) well(SHOP).getFirst().entry();
    assertThat(system.version()).contains("11.10");
    assertThat(system.criticality()).contains(Criticality.RED);
    assertThat(system.supportEnd()).contains(LocalDate.of(2027, 3, 31));
    assertThat(system.dependsOn())
        .extracting(Dependency::system, Dependency::type)
        .containsExactly(
            tuple("shop-db", DependencyType.CALLS), tuple("crm", DependencyType.FIELD));
  }

  @Test
  void what_is_written_out_again_says_the_same() {
    List<Document> documents = well(SHOP);
    String again = documents.stream().map(YamlText::of).collect(Collectors.joining("---\n"));
    assertThat(well(again))
        .zipSatisfy(documents, (a, b) -> assertThat(a.json()).isEqualTo(b.json()));
    assertThat(again).contains("version: '11.10'", "- system: crm");
  }

  @Test
  void what_is_kept_as_json_says_the_same() {
    assertThat(well(SHOP))
        .allSatisfy(document ->
            assertThat(Document.kept(document.kind(), document.json()).entry())
                .isEqualTo(document.entry()));
  }

  @Test
  void two_documents_that_differ_in_writing_only_say_the_same() {
    var other =
        well(
            """
            {"kind": "System", "apiVersion": "evenkeel/v1", "users": 12000, "version": "11.10", "name": "shop",
             "title": "The shop", "product": "tomcat", "criticality": "red", "supportEnd": "2027-03-31",
             "timeZone": "Europe/Berlin", "experts": ["ann", "bob"], "problems": [],
             "dependsOn": [{"system": "shop-db"}, {"via": "customer.tier", "type": "field", "system": "crm"}]}
            """);
    assertThat(other.getFirst().saysTheSameAs(well(SHOP).getFirst())).isTrue();
  }

  @Test
  void all_that_is_wrong_is_said_at_once_with_its_place_and_the_way_out() {
    var reading =
        EstateReader.read(
            "estate.yaml",
            """
            apiVersion: evenkeel/v1
            kind: System
            name: Shop DB
            criticality: rde
            supportEnd: 31.3.2027
            ovner: ann
            demand: {weekdays: [1, 2, 3]}
            ---
            apiVersion: evenkeel/v1
            kind: Sytem
            name: crm
            ---
            kind: Team
            name: ops
            ---
            [1, 2]
            """);
    assertThat(reading.isWell()).isFalse();
    assertThat(reading.findings())
        .extracting(Finding::where, Finding::rule)
        .contains(
            tuple(new Where(3, 7), "bad-name"),
            tuple(new Where(4, 14), "unknown-word"),
            tuple(new Where(5, 13), "wrong-type"),
            tuple(new Where(6, 1), "unknown-key"),
            tuple(new Where(10, 7), "unknown-word"),
            tuple(new Where(13, 1), "missing-key"),
            tuple(new Where(16, 1), "wrong-type"));
    assertThat(reading.findings())
        .extracting(Finding::wayOut)
        .anyMatch(way -> way.contains("Did you mean red?"))
        .anyMatch(way -> way.contains("owner"))
        .anyMatch(way -> way.contains("kind: System"));
  }

  @Test
  void hours_that_are_no_day_and_absences_that_end_before_they_begin_are_refused() {
    var reading =
        EstateReader.read(
            "estate.yaml",
            """
            apiVersion: evenkeel/v1
            kind: System
            name: shop
            demand: {weekdays: [1, 2, 3]}
            ---
            apiVersion: evenkeel/v1
            kind: Person
            name: ann
            absences: [{from: 2027-01-06, to: 2026-12-20}]
            """);
    assertThat(reading.findings())
        .extracting(Finding::message)
        .containsExactly(
            "`weekdays` has 3 numbers; a day has 24 hours.",
            "The absence ends on 2026-12-20, before it begins on 2027-01-06.");
  }

  @Test
  void an_absence_is_in_the_years_in_which_other_days_are() {
    String document = "{apiVersion: evenkeel/v1, kind: Person, name: ann, absences: [%s]}";
    assertThat(
            EstateReader.read(
                    "estate.yaml",
                    document.formatted(
                        "{from: 2026-12-20, to: 9999-12-31}, {from: 0001-01-01, to: 2027-01-06}"))
                .findings())
        .extracting(Finding::message)
        .containsExactly(
            "`to` is in the year 9999, in which nothing of an estate happens.",
            "`from` is in the year 0001, in which nothing of an estate happens.");
    assertThat(well(document.formatted("{from: 1900-01-01, to: 2200-12-31}"))).hasSize(1);
  }

  /** A name that reads backwards would be another's; one in Hebrew is as good as any. */
  @Test
  void a_text_that_turns_what_follows_around_is_refused() {
    String document = "{apiVersion: evenkeel/v1, kind: System, name: shop, title: \"%s\"}";
    assertThat(EstateReader.read("estate.yaml", document.formatted("pay\\u202Ebd")).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.message()).contains("turns the text after it around");
          assertThat(finding.where().line()).isEqualTo(1);
        });
    assertThat(well(document.formatted("\u05d7\u05e0\u05d5\u05ea"))).hasSize(1);
  }

  @Test
  void the_same_name_twice_is_refused_with_both_places() {
    var reading = EstateReader.read("estate.yaml", SHOP + "---\n" + SHOP);
    assertThat(reading.findings())
        .extracting(Finding::message)
        .containsExactly(
            "System shop stands here a second time; the first is on line 1.",
            "Person ann stands here a second time; the first is on line 16.");
  }

  @Test
  void a_dollar_and_a_brace_are_nothing_but_text() {
    var system =
        (EstateSystem)
            well("{apiVersion: evenkeel/v1, kind: System, name: shop, version: \"${TAG}\"}")
                .getFirst()
                .entry();
    assertThat(system.version()).contains("${TAG}");
  }

  @Test
  void a_text_without_a_document_is_refused() {
    assertThat(EstateReader.read("estate.yaml", "---\n---\n").isWell()).isFalse();
  }

  private static List<Document> well(String text) {
    var reading = EstateReader.read("estate.yaml", text);
    assertThat(reading.findings()).isEmpty();
    return reading.documents();
  }
}
