package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Files of other systems as programs bring them (C06). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C06")
class ImportApiTest {
  @Autowired ListableBeanFactory beans;
  private ApiClient operator;
  private ApiClient viewer;

  @BeforeAll
  void open() {
    operator = ApiClient.of(beans, Crew.ALL_HANDS);
    viewer = ApiClient.of(beans, Role.VIEWER);
  }

  /** A source and systems that no other test has. */
  private static String own() {
    return "i" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String table(String own, String shop, String database) {
    return "Hostname;Version;Warranty end;Depends on\n%s-shop;%s;31.12.2027;%s-db\n%s-db;%s;2027-02-30;\n"
        .formatted(own, shop, own, own, database);
  }

  private Answer propose(String own, String file) {
    Answer answer =
        operator.post("/api/estate/imports?file=C:%5Cexports%5Ccmdb.csv&source=" + own, file);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer;
  }

  private Answer apply(Answer proposed) {
    Answer answer = operator.post(path(proposed) + "/apply", "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static String path(Answer answer) {
    return "/api/estate/imports/" + answer.json().at("/note/id").asLong();
  }

  private String version(String system) {
    return viewer.get("/api/estate/systems/" + system).json().at("/document/version").asString();
  }

  @Test
  void a_file_that_comes_as_a_form_is_refused_with_the_header_it_needs() {
    for (String file : new String[] {"name\nshop\n", "name\n" + "shop\n".repeat(2_000_000)}) {
      Answer answer =
          operator.post(
              "/api/estate/imports?file=cmdb.csv",
              file,
              "Content-Type",
              "application/x-www-form-urlencoded");
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.says()).contains("came as a form", "application/octet-stream");
    }
  }

  @Test
  void a_file_is_looked_at_and_nothing_is_changed() {
    String own = own();
    Answer seen = propose(own, table(own, "3.1", "16.2"));
    assertThat(seen.json().at("/note/format").asString()).isEqualTo("csv");
    assertThat(seen.json().at("/note/file").asString()).isEqualTo("cmdb.csv");
    assertThat(seen.json().at("/note/counts/rowsRead").asInt()).isEqualTo(2);
    assertThat(seen.json().at("/note/counts/rowsTaken").asInt()).isEqualTo(2);
    assertThat(seen.json().at("/note/counts/valuesRejected").asInt()).isEqualTo(1);
    assertThat(seen.json().at("/note/counts/added").asInt()).isEqualTo(2);
    assertThat(seen.json().at("/rejected/0/place/at").asString()).startsWith("line 3");
    assertThat(seen.json().at("/rejected/0/wayOut").asString()).isNotBlank();
    assertThat(seen.json().at("/changes/0/differences").toString()).contains("version", "3.1");
    assertThat(viewer.get("/api/estate/systems/%s-shop".formatted(own)).status()).isEqualTo(404);
    assertThat(viewer.get(path(seen)).json()).isEqualTo(seen.json());
  }

  @Test
  void each_row_is_taken_or_rejected_also_when_only_a_document_cannot_keep_it() {
    String own = own();
    Answer seen =
        propose(
            own,
            "id;name;version\n1;%s-a;1\n2\u0007;%s-b;2\n;;3\n4;%s-c;4\n".formatted(own, own, own));
    for (Answer answer : List.of(seen, apply(seen), viewer.get(path(seen)))) {
      JsonNode counts = answer.json().at("/note/counts");
      assertThat(counts.path("rowsRead").asInt()).isEqualTo(4);
      assertThat(counts.path("rowsTaken").asInt()).isEqualTo(2);
      assertThat(counts.path("rowsRejected").asInt()).isEqualTo(2);
      assertThat(counts.path("added").asInt()).isEqualTo(2);
      assertThat(answer.json().path("rejected").findValuesAsString("at"))
          .containsExactly("line 4", "line 3");
    }
    Answer none = propose(own + "x", "id;name\n2\u0007;%s-d\n".formatted(own));
    assertThat(none.json().at("/note/counts/rowsTaken").asInt()).isZero();
    assertThat(operator.post(path(none) + "/apply", "").says()).contains("Nothing of");
  }

  @Test
  void what_becomes_less_critical_than_the_facts_say_is_counted_and_told_before_it_is_applied() {
    String own = own();
    Answer seen =
        propose(
            own,
            "name;criticality;audience;depends on\n%s-db;green;;\n%s-shop;red;customers;%s-db\n%s-wiki;green;;\n"
                .formatted(own, own, own, own));
    for (Answer answer : List.of(seen, apply(seen), viewer.get(path(seen)))) {
      assertThat(answer.json().at("/note/counts/lowered").asInt()).isEqualTo(1);
      JsonNode lowered = answer.json().path("lowered");
      assertThat(lowered).hasSize(1);
      assertThat(lowered.at("/0/system").asString()).isEqualTo(own + "-db");
      assertThat(lowered.at("/0/place/at").asString()).isEqualTo("line 2");
      assertThat(lowered.at("/0/criticality").asString()).isEqualTo("GREEN");
      assertThat(lowered.at("/0/proposed").asString()).isEqualTo("RED");
      assertThat(lowered.at("/0/why").asString()).isEqualTo(own + "-shop needs it");
    }
  }

  @Test
  void applying_twice_is_one_import_and_the_same_file_again_changes_nothing() {
    String own = own();
    Answer seen = propose(own, table(own, "3.1", "16.2"));
    Answer first = apply(seen);
    assertThat(first.json().at("/note/state").asString()).isEqualTo("APPLIED");
    long change = first.json().at("/note/change").asLong();
    assertThat(apply(seen).json().at("/note/change").asLong()).isEqualTo(change);
    assertThat(viewer.get("/api/estate/changes/" + change).json().at("/change/origin").asString())
        .isEqualTo("import cmdb.csv (%s)".formatted(own));
    assertThat(version(own + "-shop")).isEqualTo("3.1");
    Answer again = apply(propose(own, table(own, "3.1", "16.2")));
    assertThat(again.json().at("/note/change").isNull()).isTrue();
    assertThat(again.json().at("/note/counts/same").asInt()).isEqualTo(2);
  }

  @Test
  void what_a_person_wrote_stays_through_the_next_import_and_is_told() {
    String own = own();
    apply(propose(own, table(own, "3.1", "16.2")));
    operator.post(
        "/api/estate/apply",
        viewer
            .get("/api/estate/systems/%s-shop".formatted(own), "Accept", "application/yaml")
            .text()
            .replace("3.1", "3.9"));
    assertThat(version(own + "-shop")).isEqualTo("3.9");
    Answer next = apply(propose(own, table(own, "3.2", "17.0")));
    assertThat(version(own + "-shop")).isEqualTo("3.9");
    assertThat(version(own + "-db")).isEqualTo("17.0");
    assertThat(next.json().path("rejected").toString())
        .contains("It says '3.2' here; a person wrote '3.9'.");
  }

  @Test
  void an_import_that_is_taken_back_does_not_hold_the_corrected_file_off() {
    String own = own();
    apply(propose(own, table(own, "3.1", "16.2")));
    Answer wrong = apply(propose(own, table(own, "9.9", "16.2")));
    long change = wrong.json().at("/note/change").asLong();
    assertThat(operator.post("/api/estate/changes/%d/revert".formatted(change), "").status())
        .isEqualTo(200);
    assertThat(viewer.get(path(wrong)).json().at("/note/inForce").asBoolean()).isFalse();
    apply(propose(own, table(own, "3.2", "16.2")));
    assertThat(version(own + "-shop")).isEqualTo("3.2");
  }

  @Test
  void another_file_of_the_source_makes_a_proposal_outdated() {
    String own = own();
    Answer older = propose(own, table(own, "3.1", "16.2"));
    apply(propose(own, table(own, "3.2", "16.2")));
    Answer refused = operator.post(path(older) + "/apply", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.says()).contains("Another file of the source '%s'".formatted(own));
    assertThat(version(own + "-shop")).isEqualTo("3.2");
  }

  @Test
  void what_is_discarded_is_not_applied() {
    String own = own();
    Answer seen = propose(own, table(own, "3.1", "16.2"));
    assertThat(operator.delete(path(seen)).json().at("/state").asString()).isEqualTo("DISCARDED");
    assertThat(operator.post(path(seen) + "/apply", "").says()).contains("was discarded");
    assertThat(viewer.get("/api/estate/changes?limit=200").json())
        .anySatisfy(change -> {
          assertThat(change.path("origin").asString()).contains(own + ") discarded");
          assertThat(change.path("actor").toString()).contains("test-");
        });
    assertThat(viewer.get("/api/estate/systems/%s-shop".formatted(own)).status()).isEqualTo(404);
  }

  @Test
  void the_columns_of_a_table_mean_what_a_person_says() {
    String own = own();
    Answer seen = propose(own, "Ding,Stand,Farbe\n%s-a,7,=1+1\n".formatted(own));
    assertThat(seen.json().at("/note/counts/rowsTaken").asInt()).isZero();
    assertThat(seen.json().at("/rejected/0/why").asString()).contains("No column is the name");
    assertThat(operator.post(path(seen) + "/apply", "").status()).isEqualTo(409);
    Answer columns = viewer.get(path(seen) + "/columns");
    assertThat(columns.json().at("/proposed/columns/2/header").asString()).isEqualTo("Farbe");
    assertThat(columns.json().at("/proposed/sample/0/1").asString()).isEqualTo("7");
    assertThat(columns.json().path("fields").toString()).contains("supportEnd");
    Answer mapped =
        operator.put(
            path(seen) + "/mapping",
            """
            {"columns": [{"header": "Ding", "field": "name"}, {"header": "Stand", "field": "version"},
                         {"header": "Farbe", "field": "labels.colour"}]}
            """,
            "Content-Type",
            "application/json");
    assertThat(mapped.json().at("/note/counts/added").asInt()).as(mapped.text()).isEqualTo(1);
    apply(seen);
    assertThat(version(own + "-a")).isEqualTo("7");
    Answer unfit =
        operator.post(
            "/api/estate/imports?format=csv&mapping="
                + "%7B%22columns%22%3A%5B%7B%22field%22%3A%22colour%22%7D%5D%7D",
            "a\nb\n");
    assertThat(unfit.status()).isEqualTo(400);
    assertThat(unfit.says()).contains("There is no field 'colour' in a System");
  }

  @Test
  void all_that_is_rejected_is_a_table_without_formulas() {
    String own = own();
    Answer seen = propose(own, "Hostname;Users\n%s-a;=cmd|x\n%s-b;many\n".formatted(own, own));
    Answer rejected = viewer.get(path(seen) + "/rejected");
    assertThat(rejected.header("Content-Disposition")).contains("-rejected.csv");
    assertThat(rejected.text().lines()).hasSize(3);
    assertThat(rejected.text()).startsWith("file,place,left out,what,why,way out\r\n");
    assertThat(rejected.text()).doesNotContain("\n=").doesNotContain(",=");
  }

  @Test
  void what_cannot_be_read_is_said_and_changes_nothing() {
    Answer unknown = operator.post("/api/estate/imports?file=notes.txt", "Dear diary");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.says()).contains("Say which it is", "netbox");
    Answer broken =
        operator.post("/api/estate/imports?format=netbox&file=x.json", "{\"results\": [");
    assertThat(broken.json().at("/note/counts/rowsRejected").asInt()).isEqualTo(1);
    assertThat(broken.json().at("/rejected/0/extent").asString()).isEqualTo("FILE");
    Answer named = operator.post("/api/estate/imports?format=csv&source=a%20b", "name\nx\n");
    assertThat(named.says()).contains("The source is called 'a b'");
  }

  @Test
  void viewers_see_and_do_not_import() {
    String own = own();
    Answer seen = propose(own, table(own, "3.1", "16.2"));
    assertThat(viewer.post("/api/estate/imports?file=a.csv", "name\nx\n").status()).isEqualTo(403);
    assertThat(viewer.post(path(seen) + "/apply", "").status()).isEqualTo(403);
    assertThat(viewer.delete(path(seen)).status()).isEqualTo(403);
    assertThat(viewer.get("/api/estate/imports").text()).contains(own);
  }
}
