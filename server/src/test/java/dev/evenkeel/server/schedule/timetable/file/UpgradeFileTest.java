package dev.evenkeel.server.schedule.timetable.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Upgrades come in as documents, once, however often they are applied (C26). */
@ServerTest
@Tag("C26")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeFileTest {
  @Autowired ListableBeanFactory beans;
  private ApiClient api;

  @BeforeAll
  void open() {
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    Answer estate =
        api.post(
            "/api/estate/apply",
            """
            apiVersion: evenkeel/v1
            kind: System
            name: file-db
            product: postgresql
            version: "13.4"
            ---
            apiVersion: evenkeel/v1
            kind: System
            name: file-shop
            title: The shop
            product: tomcat
            version: "10.1"
            """);
    assertThat(estate.status()).as(estate.text()).isEqualTo(200);
  }

  private static String upgrade(String name, String system, String to, String more) {
    return """
    apiVersion: evenkeel/v1
    kind: Upgrade
    name: %s
    systems: [%s]
    to: "%s"
    owner: finn
    %s
    """
        .formatted(name, system, to, more);
  }

  private JsonNode apply(String text) {
    Answer answer = api.post("/api/upgrades/apply", text);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private List<String> refused(String text) {
    int before = count();
    Answer answer = api.post("/api/upgrades/apply?file=night.yaml", text);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.says()).endsWith("Nothing was changed.");
    assertThat(count()).isEqualTo(before);
    return answer
        .json()
        .path("findings")
        .valueStream()
        .map(one ->
            "%d:%d %s"
                .formatted(
                    one.path("where").path("line").asInt(),
                    one.path("where").path("column").asInt(),
                    one.path("message").asString()))
        .toList();
  }

  private int count() {
    return api.get("/api/upgrades?limit=1000").json().size();
  }

  @Test
  void the_same_text_again_changes_nothing() {
    String text =
        upgrade(
                "again-shop",
                "file-shop",
                "11.0",
                "schedule:\n  after:\n    - {upgrade: again-db, lag: 1d, why: it needs it}\n")
            + "---\n"
            + upgrade("again-db", "file-db", "16.4", "schedule: {testingDays: 9}");
    JsonNode first = apply(text);
    assertThat(first.path("added").asInt()).isEqualTo(2);
    long shop = first.path("numbers").path("again-shop").asLong();
    long db = first.path("numbers").path("again-db").asLong();
    JsonNode kept = api.get("/api/upgrades/%d".formatted(shop)).json();
    assertThat(kept.at("/upgrade/terms/title").asString()).isEqualTo("The shop to 11.0");
    assertThat(kept.at("/upgrade/terms/from").asString()).isEqualTo("10.1");
    assertThat(api.get("/api/upgrades/%d/schedule".formatted(shop)).text())
        .contains("\"upgrade\":%d".formatted(db));
    int count = count();

    JsonNode second = apply(text);
    assertThat(second.path("changes")).isEmpty();
    assertThat(second.path("numbers").path("again-shop").asLong()).isEqualTo(shop);
    assertThat(count()).isEqualTo(count);
    assertThat(api.get("/api/upgrades/%d/schedule/history".formatted(shop)).json()).hasSize(1);
  }

  @Test
  void what_a_text_leaves_out_stays_as_it_is() {
    String text = upgrade("left-out", "file-db", "14.2", "why: old\nschedule: {testingDays: 9}");
    long id = apply(text).path("numbers").path("left-out").asLong();
    Answer there = api.get("/api/upgrades/%d".formatted(id));
    Answer edited =
        api.put(
            "/api/upgrades/%d".formatted(id),
            """
            {"systems": ["file-db"], "from": "13.4", "to": "14.2", "owner": "finn", "why": "old", "goLive": "2099-03-01",
             "wayBack": "the dump"}
            """,
            "If-Match",
            there.header("ETag"));
    assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    assertThat(apply(text).path("changes")).isEmpty();

    JsonNode changed = apply(upgrade("left-out", "file-db", "15.1", ""));
    assertThat(changed.path("changed").asInt()).isEqualTo(1);
    assertThat(changed.path("changes").path(0).path("differences").valueStream())
        .extracting(one -> one.path("field").asString())
        .containsExactlyInAnyOrder("title", "to");
    JsonNode now = api.get("/api/upgrades/%d".formatted(id)).json().at("/upgrade/terms");
    assertThat(now.path("goLive").asString()).isEqualTo("2099-03-01");
    assertThat(now.path("why").asString()).isEqualTo("old");
    assertThat(api.get("/api/upgrades/%d/schedule".formatted(id)).text()).contains("testingDays");
  }

  @Test
  void a_preview_says_the_same_and_keeps_nothing() {
    String text = upgrade("previewed", "file-db", "16.4", "schedule: {testingDays: 9}");
    int before = count();
    JsonNode preview = api.post("/api/upgrades/apply?preview=true", text).json();
    assertThat(preview.path("added").asInt()).isEqualTo(1);
    assertThat(preview.path("changes").path(0).path("differences").valueStream())
        .extracting(one -> one.path("field").asString())
        .contains("to", "schedule.testingDays");
    assertThat(count()).isEqualTo(before);
    assertThat(apply(text).path("added").asInt()).isEqualTo(1);
  }

  @Test
  void one_mistake_keeps_all_of_it_out_and_is_told_with_its_place() {
    String well = upgrade("well", "file-db", "16.4", "") + "---\n";
    assertThat(refused(well + upgrade("bad", "file-dbs", "16.4", "")))
        .singleElement()
        .asString()
        .startsWith("12:10 ")
        .contains("`systems` of bad: file-dbs is not in the estate");
    assertThat(
            refused(
                well + upgrade("bad", "file-db", "16.4", "schedule:\n  after: [{upgrade: wel}]")))
        .containsExactly("16:21 No upgrade is named 'wel', neither in the text nor by one before.");
    assertThat(refused(well + upgrade("bad", "file-db", "16.4", "schedule: {testingDays: 0}")))
        .singleElement()
        .asString()
        .startsWith("15:1 `schedule` of bad: testingDays: ");
    assertThat(refused(well + upgrade("well", "file-db", "16.5", "")))
        .singleElement()
        .asString()
        .contains("Upgrade well stands here a second time; the first is on line 1.");
    assertThat(refused("kind: Upgrade\n"))
        .containsExactly("1:1 A document says `apiVersion: evenkeel/v1`; this one does not.");
    assertThat(refused("apiVersion: evenkeel/v1\nkind: System\nname: a\n"))
        .containsExactly("2:7 The document is a System, no Upgrade.");
    assertThat(refused("")).containsExactly("1:1 There is no document in the text.");
  }

  @Test
  void what_comes_after_itself_is_named_with_the_way_round() {
    assertThat(
            refused(
                upgrade("one", "file-db", "16.4", "schedule:\n  after: [{upgrade: two}]")
                    + "---\n"
                    + upgrade("two", "file-shop", "11.0", "schedule:\n  after: [{upgrade: one}]")))
        .containsExactly("8:21 one comes after itself: one after two after one.");
  }

  @Test
  void two_who_apply_the_same_at_once_make_it_once() throws Exception {
    String text = upgrade("raced", "file-db", "16.4", "");
    int before = count();
    try (var both = Executors.newFixedThreadPool(2)) {
      Callable<Answer> one = () -> api.post("/api/upgrades/apply", text);
      for (var answer : both.invokeAll(List.of(one, one))) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }
    assertThat(count()).isEqualTo(before + 1);
  }

  @Test
  void who_only_looks_may_not() {
    ApiClient viewer = ApiClient.of(beans, Role.VIEWER);
    assertThat(viewer.post("/api/upgrades/apply", upgrade("no", "file-db", "16.4", "")).status())
        .isEqualTo(403);
  }
}
