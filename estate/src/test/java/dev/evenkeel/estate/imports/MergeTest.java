package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.imports.Merge.Merged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an import makes of an estate in which people work too. */
@Tag("C06")
class MergeTest {
  private static final Place PLACE = Place.line("x.json", 1);

  @Test
  void a_document_is_known_by_its_id_though_both_names_changed() {
    Estate estate = estate("name: web\nsources: {src: '7'}");
    Merged merged = merge(estate, Said.NOTHING, system("7", "Front", Map.of("version", "2")));
    assertThat(merged.documents()).extracting(Document::name).containsExactly("web");
    assertThat(merged.documents().getFirst().fields()).containsEntry("version", "2");
  }

  @Test
  void a_document_written_by_hand_is_adopted_by_its_name_and_what_it_says_stays() {
    Estate estate = estate("name: web\nversion: '1'\nowner: ann");
    Merged merged =
        merge(estate, Said.NOTHING, system("7", "Web", Map.of("version", "2", "location", "Bonn")));
    assertThat(merged.documents().getFirst().fields())
        .contains(
            entry("version", "1"),
            entry("owner", "ann"),
            entry("location", "Bonn"),
            entry("sources", Map.of("src", "7")));
    assertThat(merged.rejected())
        .extracting(Rejected::why)
        .containsExactly("It says '2' here; a person wrote '1'.");
  }

  @Test
  void a_document_that_has_another_id_in_the_source_is_not_adopted() {
    Estate estate = estate("name: web\nsources: {src: '6'}");
    assertThat(
            merge(estate, Said.NOTHING, system("7", "web", Map.of())).documents().getFirst().name())
        .startsWith("web-")
        .isNotEqualTo("web");
  }

  @Test
  void an_older_value_of_the_source_gives_way_to_a_newer() {
    Merged first = merge(Estate.EMPTY, Said.NOTHING, system("7", "web", Map.of("version", "1")));
    Estate estate = ImportContract.after(Estate.EMPTY, first);
    Merged second = merge(estate, first.said(), system("7", "web", Map.of("version", "2")));
    assertThat(second.documents().getFirst().fields()).containsEntry("version", "2");
    Merged third =
        merge(ImportContract.after(estate, second), second.said(), system("7", "web", Map.of()));
    assertThat(third.documents().getFirst().fields()).doesNotContainKey("version");
  }

  @Test
  void an_edit_by_hand_survives_every_further_import_and_is_said_each_time() {
    Merged first = merge(Estate.EMPTY, Said.NOTHING, system("7", "web", Map.of("version", "1")));
    Estate estate = estate("name: web\nversion: mine\nsources: {src: '7'}");
    Said said = first.said();
    for (String version : List.of("1", "2", "2", "3")) {
      Merged merged = merge(estate, said, system("7", "web", Map.of("version", version)));
      assertThat(estate.changesBy(merged.documents())).isEmpty();
      assertThat(merged.rejected())
          .singleElement()
          .extracting(Rejected::wayOut)
          .isEqualTo(
              "To have what is said here, take `version` out of the document and import again.");
      said = merged.said();
    }
    Estate without = estate("name: web\nsources: {src: '7'}");
    assertThat(
            merge(without, said, system("7", "web", Map.of("version", "3")))
                .documents()
                .getFirst()
                .fields())
        .as("after a person did so")
        .containsEntry("version", "3");
  }

  @Test
  void without_a_memory_what_the_source_says_counts_and_what_it_does_not_say_stays() {
    Estate estate =
        estate(
            "name: web\nversion: '1'\nowner: ann\nidentifiers: [mine]\nlabels: {x: '1', mine: '1'}\nsources: {src: '7'}");
    Patch now =
        system(
            "7",
            "web",
            Map.of("version", "2", "identifiers", List.of("a"), "labels", Map.of("x", "2")));
    assertThat(merge(estate, Said.NOTHING, now).documents().getFirst().fields())
        .contains(
            entry("version", "2"),
            entry("owner", "ann"),
            entry("identifiers", List.of("mine", "a")),
            entry("labels", Map.of("x", "2", "mine", "1")));
  }

  @Test
  void of_lists_and_labels_each_item_is_kept_or_follows_for_itself() {
    Patch before =
        system(
            "7",
            "web",
            Map.of("identifiers", List.of("a", "b"), "labels", Map.of("x", "1", "y", "1")));
    Said said = merge(Estate.EMPTY, Said.NOTHING, before).said();
    Estate edited =
        estate("name: web\nidentifiers: [b, mine]\nlabels: {x: '1', y: mine}\nsources: {src: '7'}");
    Patch now =
        system(
            "7",
            "web",
            Map.of(
                "identifiers", List.of("a", "c"), "labels", Map.of("x", "2", "y", "2", "z", "2")));
    assertThat(merge(edited, said, now).documents().getFirst().fields())
        .contains(
            entry("identifiers", List.of("mine", "c")),
            entry("labels", Map.of("x", "2", "y", "mine", "z", "2")));
  }

  @Test
  void of_the_dependencies_only_those_of_the_source_are_replaced() {
    Estate estate =
        estate(
            """
            name: web
            sources: {src: '7'}
            dependsOn:
              - db
              - {system: old, source: src}
              - {system: crm, source: other}
            """,
            "name: db",
            "name: mail",
            "name: crm",
            "name: old");
    Merged merged = merge(estate, Said.NOTHING, system("7", "web", Map.of(), "db", "mail"));
    assertThat(merged.documents().getFirst().fields())
        .containsEntry(
            "dependsOn",
            List.of(
                Map.of("system", "db"),
                Map.of("system", "crm", "source", "other"),
                Map.of("system", "mail", "source", "src")));
  }

  @Test
  void two_sources_of_one_document_change_nothing_by_turns() {
    Estate estate =
        estate(
            """
            name: web
            sources: {src: '7', other: '9'}
            dependsOn:
              - {system: db, source: src}
              - {system: crm, source: other}
            """,
            "name: db",
            "name: mail",
            "name: crm");
    Merged same = merge(estate, Said.NOTHING, system("7", "web", Map.of(), "db"));
    assertThat(estate.changesBy(same.documents())).isEmpty();
    Merged more = merge(estate, Said.NOTHING, system("7", "web", Map.of(), "mail", "db"));
    assertThat(more.documents().getFirst().fields().get("dependsOn"))
        .isEqualTo(
            List.of(
                Map.of("system", "db", "source", "src"),
                Map.of("system", "crm", "source", "other"),
                Map.of("system", "mail", "source", "src")));
  }

  @Test
  void a_dependency_on_something_nobody_knows_is_rejected_and_the_system_brought() {
    Merged merged = merge(Estate.EMPTY, Said.NOTHING, system("7", "web", Map.of(), "nowhere"));
    assertThat(merged.documents()).extracting(Document::name).containsExactly("web");
    assertThat(merged.rejected())
        .extracting(Rejected::what, Rejected::why)
        .containsExactly(
            tuple(
                "`dependsOn` of 'web'",
                "It names 'nowhere', which is neither in the file nor in the estate."));
  }

  @Test
  void things_of_one_name_get_the_same_names_whatever_stands_first() {
    List<Patch> patches =
        new ArrayList<>(
            List.of(
                system("9", "PP:MDF", Map.of("version", "9")),
                system("10", "pp-mdf", Map.of("version", "10")),
                system("11", "PP MDF", Map.of("version", "11"))));
    Map<String, Object> names = names(patches);
    Collections.reverse(patches);
    assertThat(names(patches)).isEqualTo(names);
    assertThat(names).containsEntry("pp-mdf", "9").hasSize(3);
  }

  @Test
  void of_several_that_could_be_a_document_none_is_taken_for_it() {
    Estate estate = estate("name: web\nowner: ann");
    Merged merged =
        merge(estate, Said.NOTHING, system("1", "web", Map.of()), system("2", "web", Map.of()));
    assertThat(merged.documents())
        .extracting(Document::name)
        .doesNotContain("web")
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void names_are_spelled_so_that_documents_can_have_them() {
    List<String> called =
        List.of("Müller & Söhne (Web)", "@scope/pkg", "東京", "libstdc++6", "...", "x".repeat(300));
    List<Patch> patches = called.stream().map(name -> system(name, name, Map.of())).toList();
    assertThat(merge(Estate.EMPTY, Said.NOTHING, patches.toArray(Patch[]::new)).documents())
        .extracting(Document::name)
        .satisfiesExactly(
            name -> assertThat(name).isEqualTo("muller-sohne-web"),
            name -> assertThat(name).isEqualTo("scope-pkg"),
            name -> assertThat(name).matches("system-[0-9a-f]{6}"),
            name -> assertThat(name).isEqualTo("libstdc++6"),
            name -> assertThat(name).matches("system-[0-9a-f]{6}"),
            name -> assertThat(name).hasSize(180));
  }

  @Test
  void what_would_make_a_document_invalid_is_rejected_with_its_place() {
    Merged merged =
        merge(
            Estate.EMPTY,
            Said.NOTHING,
            system("7", "web", Map.of("criticality", "pink", "timeZone", "Mars", "version", "1")));
    assertThat(merged.documents().getFirst().fields())
        .containsOnlyKeys("name", "version", "sources");
    assertThat(merged.rejected())
        .extracting(Rejected::what)
        .containsExactlyInAnyOrder("`criticality` of 'web'", "`timeZone` of 'web'");
    assertThat(merged.rejected()).allMatch(rejected -> rejected.place().equals(PLACE));
  }

  @Test
  void a_row_that_no_document_can_keep_is_rejected_with_all_rows_that_say_something_of_it() {
    Patch web =
        new Patch(
            EntryKind.SYSTEM,
            "w\u0007",
            "web",
            Map.of(),
            List.of(Patch.Link.dependency("7", Map.of(), Place.line("x.json", 9))),
            PLACE,
            2);
    Merged merged = merge(Estate.EMPTY, Said.NOTHING, web, system("7", "db", Map.of()));
    assertThat(merged.documents()).extracting(Document::name).containsExactly("db");
    assertThat(merged.rejected())
        .extracting(Rejected::extent, one -> one.place().at())
        .containsExactly(
            tuple(Rejected.Extent.ROW, "line 1"), tuple(Rejected.Extent.ROW, "line 9"));
    assertThat(Merge.rows(merged.rejected())).isEqualTo(2);
    assertThat(merged.said().of(EntryKind.SYSTEM, "w\u0007")).as("it is not remembered").isEmpty();
  }

  @Test
  void a_team_that_is_only_named_is_no_row_that_is_rejected() {
    Patch team =
        new Patch(EntryKind.TEAM, "group:w\u0007", "web", Map.of(), List.of(), PLACE).ofRows(0);
    assertThat(merge(Estate.EMPTY, Said.NOTHING, team).rejected())
        .extracting(Rejected::extent)
        .containsExactly(Rejected.Extent.VALUE);
  }

  @Test
  void a_person_is_known_by_the_full_name() {
    Estate estate =
        Estate.of(
            EstateReader.read(
                    "x", "apiVersion: evenkeel/v1\nkind: Person\nname: ann\ntitle: Ann Example")
                .documents());
    Patch web =
        new Patch(
            EntryKind.SYSTEM,
            "7",
            "web",
            Map.of(),
            List.of(Patch.Link.to("owner", EntryKind.PERSON, "Ann Example", PLACE)),
            PLACE);
    Merged merged =
        merge(estate, Said.NOTHING, web, Patch.mentioned(EntryKind.PERSON, "Ann Example", PLACE));
    assertThat(merged.documents().getFirst().fields()).containsEntry("owner", "ann");
    assertThat(ImportContract.after(estate, merged).all(EntryKind.PERSON)).containsOnlyKeys("ann");
  }

  @Test
  void somebody_who_is_only_named_becomes_the_person_who_is_imported_later() {
    Merged named =
        merge(Estate.EMPTY, Said.NOTHING, Patch.mentioned(EntryKind.PERSON, "Ann Example", PLACE));
    Estate estate = ImportContract.after(Estate.EMPTY, named);
    assertThat(estate.all(EntryKind.PERSON).get("ann-example").fields())
        .isEqualTo(Map.of("name", "ann-example", "title", "Ann Example"));
    Patch ann =
        new Patch(
            EntryKind.PERSON,
            "u7",
            "Ann Example",
            Map.of("email", "ann@example.com"),
            List.of(),
            PLACE);
    Merged known = merge(estate, named.said(), ann);
    Estate after = ImportContract.after(estate, known);
    assertThat(after.all(EntryKind.PERSON)).containsOnlyKeys("ann-example");
    Merged namedAgain =
        merge(after, known.said(), Patch.mentioned(EntryKind.PERSON, "Ann Example", PLACE));
    assertThat(after.changesBy(namedAgain.documents())).isEmpty();
  }

  @Test
  void one_person_written_in_two_ways_is_one_person() {
    Patch[] patches = {
      owned("1", "Ann Example"),
      owned("2", "ann example"),
      Patch.mentioned(EntryKind.PERSON, "Ann Example", PLACE),
      Patch.mentioned(EntryKind.PERSON, "ann example", PLACE)
    };
    Merged merged = merge(Estate.EMPTY, Said.NOTHING, patches);
    assertThat(merged.rejected()).isEmpty();
    Estate estate = ImportContract.after(Estate.EMPTY, merged);
    assertThat(estate.all(EntryKind.PERSON)).containsOnlyKeys("ann-example");
    assertThat(estate.all(EntryKind.SYSTEM).values())
        .allSatisfy(system -> assertThat(system.fields()).containsEntry("owner", "ann-example"));
  }

  private static Patch owned(String id, String owner) {
    return new Patch(
        EntryKind.SYSTEM,
        id,
        "web" + id,
        Map.of(),
        List.of(Patch.Link.to("owner", EntryKind.PERSON, owner, PLACE)),
        PLACE);
  }

  @Test
  void a_dependency_by_name_is_found_again_after_its_document_got_another_name() {
    Estate estate = estate("name: web\nsources: {src: '1'}", "name: the-db\nsources: {src: '2'}");
    Merged merged =
        merge(
            estate,
            Said.NOTHING,
            system("1", "web", Map.of(), "Shop DB"),
            system("2", "shop db", Map.of("version", "1")));
    assertThat(merged.documents().getFirst().fields())
        .containsEntry("dependsOn", List.of(Map.of("system", "the-db", "source", "src")));
  }

  @Test
  void a_dependency_on_a_name_that_several_have_is_rejected() {
    Merged merged =
        merge(
            Estate.EMPTY,
            Said.NOTHING,
            system("1", "web", Map.of(), "db"),
            system("2", "db", Map.of("version", "1")),
            system("3", "DB", Map.of("version", "2")));
    assertThat(merged.rejected())
        .extracting(Rejected::why)
        .containsExactly("It names 'db'; 2 things are called so.");
  }

  private static Map<String, Object> names(List<Patch> patches) {
    Map<String, Object> names = new TreeMap<>();
    merge(Estate.EMPTY, Said.NOTHING, patches.toArray(Patch[]::new))
        .documents()
        .forEach(document -> names.put(document.name(), document.fields().get("version")));
    return names;
  }

  private static Merged merge(Estate estate, Said said, Patch... patches) {
    return Merge.of(
        estate,
        "src",
        new Imported(List.of(patches), List.of(), patches.length, patches.length, Map.of()),
        said);
  }

  private static Patch system(String id, String name, Map<String, Object> fields, String... needs) {
    return new Patch(
        EntryKind.SYSTEM,
        id,
        name,
        fields,
        Stream.of(needs).map(need -> Patch.Link.dependency(need, Map.of(), PLACE)).toList(),
        PLACE);
  }

  private static Estate estate(String... systems) {
    List<Document> documents = new ArrayList<>();
    for (String system : systems) {
      documents.addAll(
          EstateReader.read("x", "apiVersion: evenkeel/v1\nkind: System\n" + system).documents());
    }
    return Estate.of(documents);
  }
}
