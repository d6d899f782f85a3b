package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The estate as programs keep it. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C06")
class EstateApiTest {
  @Autowired ListableBeanFactory beans;
  private ApiClient operator;
  private ApiClient viewer;

  /** No other test has systems of this name. */
  private final String shop = "shop-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    operator = ApiClient.of(beans, Crew.ALL_HANDS);
    viewer = ApiClient.of(beans, Role.VIEWER);
  }

  private static String system(String name, String more) {
    return "apiVersion: evenkeel/v1\nkind: System\nname: %s\n%s\n".formatted(name, more);
  }

  private Answer apply(String text) {
    Answer answer = operator.post("/api/estate/apply?file=estate.yaml", text);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  @Test
  void what_is_applied_is_there_and_applied_again_changes_nothing() {
    String name = shop + "-a";
    String text = system(name, "version: '10.1'\nusers: 12");
    Answer first = apply(text);
    assertThat(first.json().path("added").asInt()).isEqualTo(1);
    assertThat(first.json().path("change").path("origin").asString()).isEqualTo("estate.yaml");
    Answer second = apply(text);
    assertThat(second.json().path("change").isNull()).isTrue();
    assertThat(viewer.get("/api/estate/systems/" + name).json().at("/document/version").asString())
        .isEqualTo("10.1");
  }

  @Test
  void a_preview_says_what_would_change_and_changes_nothing() {
    String name = shop + "-b";
    apply(system(name, "version: '10.1'"));
    Answer preview =
        operator.post("/api/estate/apply?preview=true", system(name, "version: '11.0'"));
    assertThat(preview.json().at("/changes/0/sort").asString()).isEqualTo("CHANGED");
    assertThat(preview.json().at("/changes/0/differences/0/field").asString()).isEqualTo("version");
    assertThat(preview.json().at("/changes/0/differences/0/before").asString()).isEqualTo("10.1");
    assertThat(preview.json().at("/changes/0/differences/0/after").asString()).isEqualTo("11.0");
    assertThat(viewer.get("/api/estate/systems/" + name).text()).contains("10.1");
  }

  @Test
  void what_is_doubtful_in_times_is_said_and_applied() {
    String text =
        """
        apiVersion: evenkeel/v1
        kind: Calendar
        name: %s-nights
        timeZone: Europe/Berlin
        windows:
          - {start: 2027-01-03T02:30, lasts: PT1H, rule: FREQ=WEEKLY;BYDAY=SU}
        """
            .formatted(shop);
    Answer applied = apply(text);
    assertThat(applied.json().path("added").asInt()).isEqualTo(1);
    assertThat(applied.json().path("warnings").valueStream())
        .extracting(one -> one.at("/where/line").asInt() + " " + one.path("message").asString())
        .anySatisfy(says -> assertThat(says).startsWith("6 ").contains("does not exist"))
        .anySatisfy(says -> assertThat(says).startsWith("6 ").contains("twice"));
  }

  @Test
  void of_a_text_with_a_mistake_nothing_is_taken() {
    String name = shop + "-c";
    Answer refused =
        operator.post(
            "/api/estate/apply",
            system(name, "") + "---\n" + system(shop + "-c2", "criticality: rde"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says())
        .contains("Line 9, column 14", "Did you mean red?", "Nothing was changed.");
    assertThat(refused.json().path("findings").path(0).path("rule").asString())
        .isEqualTo("unknown-word");
    assertThat(viewer.get("/api/estate/systems/" + name).status()).isEqualTo(404);
  }

  @Test
  void what_is_named_and_not_there_is_told() {
    Answer answer = apply(system(shop + "-d", "owner: nobody-known\ndependsOn: [not-there-db]"));
    assertThat(answer.json().path("unresolved").toString())
        .contains("Person nobody-known, named as owner", "System not-there-db, named as dependsOn");
  }

  @Test
  void every_change_is_kept_with_who_and_when_and_can_be_taken_back() {
    String name = shop + "-e";
    apply(system(name, "version: '1'"));
    long change =
        apply(system(name, "version: '2'") + "---\n" + system(name + "-db", ""))
            .json()
            .at("/change/id")
            .asLong();
    Answer back = operator.post("/api/estate/changes/%d/revert".formatted(change), "");
    assertThat(back.json().path("reverts").asLong()).isEqualTo(change);
    assertThat(viewer.get("/api/estate/systems/" + name).text()).contains("\"version\":\"1\"");
    assertThat(viewer.get("/api/estate/systems/" + name + "-db").status()).isEqualTo(404);
    Answer history = viewer.get("/api/estate/systems/" + name + "/history");
    assertThat(history.json()).hasSize(3);
    assertThat(history.json().at("/0/change/origin").asString())
        .isEqualTo("change %d taken back".formatted(change));
    assertThat(history.json().at("/1/document/version").asString()).isEqualTo("2");
    assertThat(history.json().at("/2/change/actor/name").asString()).startsWith("test-");
  }

  @Test
  void a_change_that_was_built_upon_is_not_taken_back() {
    String name = shop + "-f";
    long change = apply(system(name, "version: '1'")).json().at("/change/id").asLong();
    apply(system(name, "version: '2'"));
    Answer refused = operator.post("/api/estate/changes/%d/revert".formatted(change), "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.says()).contains("System " + name, "changed again since");
  }

  @Test
  void an_edit_that_began_with_an_older_document_is_refused() {
    String name = shop + "-g";
    apply(system(name, "version: '1'"));
    String edition = viewer.get("/api/estate/systems/" + name).header("ETag");
    String path = "/api/estate/systems/" + name;
    assertThat(operator.put(path, system(name, "version: '2'"), "If-Match", edition).status())
        .isEqualTo(200);
    Answer late = operator.put(path, system(name, "version: '3'"), "If-Match", edition);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.says()).contains("changed by somebody else");
    assertThat(operator.put(path, system(name, "version: '3'")).says()).contains("already");
    assertThat(operator.put(path, system(shop, "")).status()).isEqualTo(400);
  }

  @Test
  void what_is_exported_can_be_applied_and_changes_nothing() {
    apply(system(shop + "-h", "version: 11.10\ndependsOn: [{system: crm, type: field}]"));
    Answer exported = viewer.get("/api/estate/export");
    assertThat(exported.text()).contains(shop + "-h");
    assertThat(apply(exported.text()).json().path("change").isNull()).isTrue();
  }

  @Test
  void a_viewer_changes_nothing() {
    assertThat(viewer.post("/api/estate/apply", system(shop + "-i", "")).status()).isEqualTo(403);
    assertThat(viewer.delete("/api/estate/systems/" + shop).status()).isEqualTo(403);
    assertThat(viewer.post("/api/estate/changes/1/revert", "").status()).isEqualTo(403);
  }

  @Test
  void what_is_removed_is_gone_and_its_history_stays() {
    String name = shop + "-j";
    apply(system(name, ""));
    assertThat(operator.delete("/api/estate/systems/" + name).status()).isEqualTo(200);
    assertThat(viewer.get("/api/estate/systems/" + name).status()).isEqualTo(404);
    assertThat(viewer.get("/api/estate/systems/" + name + "/history").json()).hasSize(2);
    apply(system(name, "version: '5'"));
    assertThat(
            viewer.get("/api/estate/systems/" + name + "/history").json().at("/0/revision").asInt())
        .isEqualTo(3);
  }

  @Test
  void the_list_is_searched_and_paged() {
    String name = shop + "-k";
    apply(
        system(name + "1", "title: Alpha ledger")
            + "---\n"
            + system(name + "2", "title: Beta ledger")
            + "---\n"
            + system(name + "3", "title: Gamma"));
    Answer page = viewer.get("/api/estate/systems?limit=1&q=" + name + "+LEDGER");
    assertThat(page.json().at("/documents/0/document/name").asString()).isEqualTo(name + "1");
    String next = page.json().path("next").asString();
    Answer second = viewer.get("/api/estate/systems?limit=1&q=" + name + "+LEDGER&after=" + next);
    assertThat(second.json().at("/documents/0/document/name").asString()).isEqualTo(name + "2");
    assertThat(second.json().path("next").isNull()).isTrue();
    assertThat(viewer.get("/api/estate/gadgets").says()).contains("systems, user-groups");
  }

  @Test
  void bytes_that_are_no_text_are_refused_with_their_place() {
    Answer refused = operator.post("/api/estate/apply", system(shop + "-l", "title: a\0b"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says()).contains("U+0000");
  }

  @Test
  void what_is_too_long_or_cannot_be_kept_is_refused_before_it_could_spoil_the_estate() {
    String name = shop + "-m";
    for (String more :
        List.of(
            "title: " + "x".repeat(30_000),
            "labels: {%s: a}".formatted("k".repeat(30_000)),
            "title: \"a\\ud800b\"",
            "title: \"a\\0b\"")) {
      Answer refused = operator.post("/api/estate/apply", system(name, more));
      assertThat(refused.status()).as(refused.text()).isEqualTo(400);
      assertThat(refused.says()).contains("Line", "Nothing was changed.");
    }
    assertThat(operator.post("/api/estate/apply", system("new", "")).says())
        .contains("Choose another name.");
    assertThat(viewer.get("/api/estate/systems/" + name).status()).isEqualTo(404);
    assertThat(viewer.get("/api/estate/systems").status()).isEqualTo(200);
  }

  @Test
  void a_crowd_of_writers_waits_for_its_turn_and_starves_nobody() {
    List<Integer> answers =
        IntStream.range(0, 60)
            .parallel()
            .mapToObj(n ->
                n % 3 == 0
                    ? viewer.get("/api/estate/systems?limit=1")
                    : operator.post("/api/estate/apply", system(shop + "-crowd" + n, "")))
            .map(Answer::status)
            .toList();
    assertThat(answers).containsOnly(200);
  }

  @Test
  void changes_of_one_document_are_taken_back_one_after_the_other() {
    String name = shop + "-n";
    long first = apply(system(name, "version: '1'")).json().at("/change/id").asLong();
    long second = apply(system(name, "version: '2'")).json().at("/change/id").asLong();
    assertThat(operator.post("/api/estate/changes/%d/revert".formatted(first), "").says())
        .contains("Take back the later change first");
    assertThat(operator.post("/api/estate/changes/%d/revert".formatted(second), "").status())
        .isEqualTo(200);
    assertThat(operator.post("/api/estate/changes/%d/revert".formatted(first), "").status())
        .isEqualTo(200);
    assertThat(viewer.get("/api/estate/systems/" + name).status()).isEqualTo(404);
  }

  @Test
  void what_was_changed_meanwhile_is_not_removed() {
    String path = "/api/estate/systems/" + shop + "-o";
    apply(system(shop + "-o", "version: '1'"));
    String edition = viewer.get(path).header("ETag");
    apply(system(shop + "-o", "version: '2'"));
    assertThat(operator.delete(path, "If-Match", edition).status()).isEqualTo(412);
    assertThat(operator.put(path, system(shop + "-o", "version: '3'"), "If-Match", "*").status())
        .isEqualTo(200);
    assertThat(operator.delete(path, "If-Match", viewer.get(path).header("ETag")).status())
        .isEqualTo(200);
  }
}
