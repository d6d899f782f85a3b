package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.lifecycle.LifecycleDesk;
import dev.evenkeel.server.inventory.lifecycle.SupportWarnings;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Vendors' dates, matched to the estate, and the backlog made of them. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C07")
@Tag("C08")
class LifecycleTest {
  @Autowired ListableBeanFactory beans;
  private ApiClient api;
  private Browser operator;
  private Browser viewer;

  /** No other test has systems or products of this name. */
  private final String own = "l" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);

  @BeforeAll
  void open() {
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    load(
        """
        {"OWNbase": [
           {"cycle": "18", "releaseDate": "2025-09-25", "eol": "2099-11-14", "latest": "18.3"},
           {"cycle": "13", "releaseDate": "2020-09-24", "eol": "2025-11-13", "latest": "13.23"}],
         "OWNstale": [
           {"cycle": "3", "releaseDate": "2023-05-01", "eol": "2024-05-01", "latest": "3.7", "latestReleaseDate": "2024-02-01"},
           {"cycle": "1", "releaseDate": "2021-05-01", "eol": "2022-05-01", "latest": "1.4"}],
         "OWNother": [{"cycle": "1", "eol": false}]}
        """);
    var answer =
        api.post(
            "/api/estate/apply",
            """
            {apiVersion: evenkeel/v1, kind: System, name: OWN-db, product: OWNbase, version: "13.4", audience: customers}
            ---
            {apiVersion: evenkeel/v1, kind: System, name: OWN-app, product: OWNother, version: "1.2", dependsOn: [{system: OWN-db, until: "17"}]}
            ---
            {apiVersion: evenkeel/v1, kind: System, name: OWN-odd, product: OWN hand-made thing, version: "13.1"}
            """
                .replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @AfterAll
  void close() {
    var rest = api.get("/api/estate/systems?limit=1000&q=" + own).json();
    rest.path("documents")
        .forEach(one -> api.delete("/api/estate/systems/" + one.at("/document/name").asString()));
  }

  private JsonNode load(String text) {
    var answer =
        api.post(
            "/api/lifecycle/feeds?file=all.json",
            text.replace("OWN", own),
            "Content-Type",
            "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode item(String name) {
    return api.get("/api/backlog/" + name).json();
  }

  @Test
  void what_is_out_of_support_is_in_the_backlog_with_its_target_and_the_reason_of_its_rank() {
    JsonNode item = item(own + "-db");
    assertThat(item.path("product").asString()).isEqualTo(own + "base");
    assertThat(item.path("ends").asString()).isEqualTo("2025-11-13");
    assertThat(item.path("target").asString()).isEqualTo("18.3");
    assertThat(item.path("targetReason").asString())
        .isEqualTo("the newest line that is maintained");
    assertThat(item.at("/step/size").asString()).isEqualTo("MAJOR");
    assertThat(item.path("factors").findValuesAsString("why"))
        .contains("The vendor's support ended on 2025-11-13", "red: customers work with it");
    assertThat(api.get("/api/backlog/" + own + "-app").says())
        .contains("is not in the backlog", "no advisory is known to be true for it");
  }

  @Test
  void where_no_line_is_maintained_page_and_json_name_the_newest_and_ask_for_newer_data() {
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-left, product: OWNstale, version: '1.2'}"
            .replace("OWN", own));
    JsonNode item = item(own + "-left");
    assertThat(item.path("target").asString()).isEqualTo("3.7");
    assertThat(item.path("targetReason").asString())
        .startsWith("the newest line that is known; by the lifecycle data none of its lines is")
        .contains("the newest release they know is of 2024-02-01: load newer data");
    assertThat(
            viewer
                .open("/backlog/" + own + "-left")
                .one("section[aria-labelledby=path-title]")
                .text())
        .contains(item.path("targetReason").asString());
    api.delete("/api/estate/systems/" + own + "-left");
  }

  @Test
  void the_page_says_why_and_who_gets_along_with_the_target() {
    Page list = viewer.open("/backlog?q=" + own);
    assertThat(list.one("table.backlog tbody tr").text())
        .contains("13.4", "18.3 major", "2025-11-13 ended", "The vendor's support ended");
    Page page = viewer.open("/backlog/" + own + "-db");
    assertThat(page.one("section[aria-labelledby=compat-title]").text())
        .contains(own + "-app does not get along it works only up to 17");
    assertThat(
            viewer
                .open("/estate/systems/" + own + "-db")
                .one("section[aria-labelledby=lifecycle-title]")
                .text())
        .contains("13 is out of support since 2025-11-13");
  }

  @Test
  void programs_filter_the_backlog_as_the_page_does() {
    JsonNode one = api.get("/api/backlog?q=" + own + "base").json();
    assertThat(one.path("items").findValuesAsString("system")).containsExactly(own + "-db");
    assertThat(one.path("found").asInt()).isEqualTo(1);
    assertThat(one.path("all").asInt()).isGreaterThanOrEqualTo(1);
    String mine = "/api/backlog?q=" + own;
    assertThat(api.get(mine + "&size=major&criticality=red").json().path("found").asInt())
        .isEqualTo(1);
    assertThat(api.get(mine + "&size=minor").json().path("items")).isEmpty();
    assertThat(api.get(mine + "&criticality=green").json().path("items")).isEmpty();
    assertThat(api.get(mine + "&from=1").json().path("items")).isEmpty();
  }

  @Test
  void the_same_again_is_known_and_what_cannot_be_read_changes_nothing() {
    long feeds = api.get("/api/lifecycle/feeds").json().size();
    var broken =
        api.post("/api/lifecycle/feeds", "{\"result\": [", "Content-Type", "application/json");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.says()).contains("no lifecycle data", "Nothing was changed.");
    assertThat(api.post("/api/lifecycle/feeds", "[]", "Content-Type", "application/json").says())
        .contains("does not say of which product");
    assertThat(api.get("/api/lifecycle/feeds").json()).hasSize((int) feeds);
  }

  @Test
  void newer_data_of_some_products_leaves_the_others_and_what_was_wrong_is_forgotten_again() {
    int known = api.get("/api/lifecycle/feeds").json().size();
    long wrong =
        load("{\"OWNbase\": [{\"cycle\": \"13\", \"eol\": \"2199-01-01\", \"latest\": \"13.4\"}]}")
            .at("/feed/id")
            .asLong();
    assertThat(api.get("/api/lifecycle/feeds").json()).hasSize(known + 1);
    assertThat(api.get("/api/backlog/" + own + "-db").status()).isEqualTo(404);
    assertThat(api.delete("/api/lifecycle/feeds/" + wrong).status()).isEqualTo(204);
    assertThat(item(own + "-db").path("target").asString()).isEqualTo("18.3");
    assertThat(api.delete("/api/lifecycle/feeds/" + wrong).status()).isEqualTo(404);
  }

  @Test
  void data_that_newer_data_covers_whole_counts_again_when_the_newer_is_forgotten() {
    String product = own + "again";
    String right = "{\"OWNagain\": [{\"cycle\": \"1\", \"eol\": \"2098-01-01\"}]}";
    String wrong = "{\"OWNagain\": [{\"cycle\": \"1\", \"eol\": \"2099-01-01\"}]}";
    long first = load(right).at("/feed/id").asLong();
    long second = load(wrong).at("/feed/id").asLong();
    assertThat(feeds()).contains(first, second);
    assertThat(api.delete("/api/lifecycle/feeds/" + second).status()).isEqualTo(204);
    assertThat(load(right).at("/feed/id").asLong()).isEqualTo(first);
    assertThat(beans.getBean(LifecycleDesk.class).catalogue().product(product)).isPresent();
    // What was covered is loaded anew, and stands there once.
    load(wrong);
    assertThat(load(right).path("isNew").asBoolean()).isTrue();
    assertThat(feeds()).doesNotContain(first);
  }

  @Test
  void the_same_loaded_by_several_at_the_same_time_stands_there_once() throws Exception {
    String text = "{\"%sonce\": [{\"cycle\": \"1\", \"eol\": false}]}".formatted(own);
    int before = feeds().size();
    var start = new CyclicBarrier(6);
    try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 6)
              .mapToObj(n ->
                  at.submit(() -> {
                    start.await();
                    return load(text).at("/feed/id").asLong();
                  }))
              .toList();
      var ids = new HashSet<Long>();
      for (var one : all) {
        ids.add(one.get());
      }
      assertThat(ids).hasSize(1);
    }
    assertThat(feeds()).hasSize(before + 1);
  }

  private List<Long> feeds() {
    return api.get("/api/lifecycle/feeds").json().findValues("id").stream()
        .map(JsonNode::asLong)
        .toList();
  }

  @Test
  void a_correction_wins_is_kept_and_can_be_forgotten() {
    String said = own + " hand-made thing";
    assertThat(api.get("/api/backlog/" + own + "-odd").status()).isEqualTo(404);
    Page page = operator.open("/estate/lifecycle");
    var row = page.html().select("tr:has(input[value=" + said + "])").first();
    Page kept = operator.press(row.selectFirst("button"), Map.of("product", own + "base"));
    assertThat(kept.leadsTo()).isEqualTo("/estate/lifecycle");
    assertThat(item(own + "-odd").path("target").asString()).isEqualTo("18.3");
    assertThat(operator.press(row.selectFirst("button"), Map.of("product", "no-such")).notice())
        .contains("No product 'no-such' is known");
    assertThat(api.delete("/api/lifecycle/corrections?said=" + said.replace(" ", "%20")).status())
        .isEqualTo(204);
    assertThat(api.get("/api/backlog/" + own + "-odd").status()).isEqualTo(404);
  }

  @Test
  void weights_are_adjusted_and_nonsense_is_refused_with_what_was_there() {
    Page page = operator.open("/backlog?q=" + own);
    var button = page.one("form[action$=/backlog/weights] button");
    assertThat(
            api.put("/api/backlog-weights", "{\"AGE\": null}", "Content-Type", "application/json")
                .status())
        .isEqualTo(400);
    assertThat(operator.press(button, Map.of("SUPPORT", "101")).notice())
        .contains("support is 101");
    assertThat(operator.press(button, Map.of("SUPPORT", "much")).notice())
        .contains("a whole number from 0 to 100; it is 'much'");
    double before = item(own + "-db").path("risk").asDouble();
    assertThat(operator.press(button, Map.of("SUPPORT", "0")).leadsTo()).isEqualTo("/backlog");
    assertThat(item(own + "-db").path("risk").asDouble()).isLessThan(before);
    operator.press(button, Map.of("SUPPORT", "30"));
    assertThat(item(own + "-db").path("risk").asDouble()).isEqualTo(before);
  }

  @Test
  void who_said_changed_and_forgot_what_and_when_stands_among_the_changes() {
    String said = own + " hand-made thing";
    String one = "{\"said\": \"%s\", \"product\": \"%sbase\"}".formatted(said, own);
    assertThat(
            api.put("/api/lifecycle/corrections", one, "Content-Type", "application/json").status())
        .isEqualTo(204);
    api.delete("/api/lifecycle/corrections?said=" + said.replace(" ", "%20"));
    api.put("/api/backlog-weights", "{\"AGE\": 77}", "Content-Type", "application/json");
    api.put("/api/backlog-weights", "{}", "Content-Type", "application/json");
    JsonNode changes = api.get("/api/estate/changes?limit=4").json();
    assertThat(changes.findValuesAsString("origin"))
        .satisfiesExactly(
            last -> assertThat(last).contains("age 10 instead of 77"),
            then -> assertThat(then).contains("weights of the backlog: age 77 instead of 10"),
            then -> assertThat(then).isEqualTo("correction of '" + said + "' forgotten"),
            then -> assertThat(then).isEqualTo("correction: '%s' is %sbase".formatted(said, own)));
    assertThat(changes.findValuesAsString("name")).hasSize(4).doesNotContain("");
    long id = changes.findValues("id").getFirst().asLong();
    assertThat(api.post("/api/estate/changes/" + id + "/revert", "").says())
        .contains("changed no document");
    assertThat(viewer.open("/estate/changes/" + id).text()).contains("age 10 instead of 77");
  }

  @Test
  void the_list_of_systems_shows_sorts_and_filters_by_the_vendors_dates_and_says_whose_they_are() {
    api.post(
        "/api/estate/apply",
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-contract, product: OWNbase, version: "13.4", supportEnd: 2098-01-01}
        """
            .replace("OWN", own));
    Page list = viewer.open("/estate?sort=end&q=" + own);
    assertThat(list.html().select("table.systems tbody tr td:first-child").eachText())
        .startsWith(own + "-db", own + "-contract");
    assertThat(list.html().select("td[data-label=Ends]").eachText())
        .startsWith("2025-11-13 ended vendor's support");
    assertThat(list.html().select("tr:contains(%s-contract) .stated".formatted(own)).text())
        .isEqualTo("support, stated");
    Page ended = viewer.open("/estate?ending=0&q=" + own);
    assertThat(ended.html().select("table.systems tbody tr")).hasSize(1);
    api.delete("/api/estate/systems/" + own + "-contract");
  }

  @Test
  void systems_that_say_the_same_and_are_no_known_product_stand_in_one_line() {
    api.post(
        "/api/estate/apply",
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-u1, product: OWNunknown, version: "1"}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-u2, product: OWNunknown, version: "2"}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-u3, identifiers: ["pkg:npm/OWNlib@1.0.0"]}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-u4, identifiers: ["pkg:npm/OWNlib@2.0.0"]}
        """
            .replace("OWN", own));
    JsonNode lines = api.get("/api/lifecycle/unmatched?limit=1000").json();
    assertThat(lines)
        .filteredOn(line -> line.path("said").asString().equals(own + "unknown"))
        .singleElement()
        .satisfies(line -> assertThat(line.path("systems").asInt()).isEqualTo(2));
    assertThat(lines)
        .filteredOn(line -> line.path("said").asString().equals("pkg:npm/" + own + "lib"))
        .singleElement()
        .satisfies(line -> assertThat(line.path("systems").asInt()).isEqualTo(2));
  }

  @Test
  void what_ends_is_told_once() {
    var warnings = beans.getBean(SupportWarnings.class);
    warnings.look();
    warnings.look();
    assertThat(api.get("/api/lifecycle/warnings?q=" + own).json().findValuesAsString("says"))
        .filteredOn(says -> says.startsWith(own + "-db"))
        .containsExactly(own + "-db: the vendor's support ended on 2025-11-13");
    assertThat(viewer.open("/estate/lifecycle/warnings?days=0&q=" + own).one("#page").text())
        .contains(own + "-db: the vendor's support ended on 2025-11-13");
    assertThat(viewer.open("/estate/lifecycle/warnings?days=30&q=" + own).text())
        .contains("No warning.");
  }

  @Test
  void a_warning_of_what_nobody_says_the_day_of_has_none_for_programs_either() {
    load("{\"OWNgone\": [{\"cycle\": \"1\", \"eol\": true}]}");
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-gone, product: OWNgone, version: '1.0'}"
            .replace("OWN", own));
    beans.getBean(SupportWarnings.class).look();
    JsonNode told = api.get("/api/lifecycle/warnings?days=0&q=" + own + "-gone").json();
    assertThat(told).hasSize(1);
    assertThat(told.at("/0/says").asString()).endsWith("is over, nobody says since when");
    assertThat(told.at("/0/ends").isNull()).as(told.toString()).isTrue();
    assertThat(api.get("/api/lifecycle/warnings?days=7").says())
        .contains("days: nothing is told 7 days ahead. Give 365, 180, 90, 30, or 0");
    api.delete("/api/estate/systems/" + own + "-gone");
  }

  @Test
  void a_search_of_warnings_for_what_no_text_can_hold_finds_nothing() {
    var answer = api.get("/api/lifecycle/warnings?q=%00");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json()).isEmpty();
  }

  @Test
  void where_no_address_is_set_nothing_is_fetched() {
    assertThat(api.post("/api/lifecycle/feeds/fetch", "").says())
        .contains("Set EVENKEEL_LIFECYCLE_URL, or load a file.");
  }

  @Test
  void a_viewer_loads_and_corrects_nothing() {
    assertThat(viewer.open("/estate/lifecycle").html().select("#page form")).isEmpty();
    var program = ApiClient.of(beans, Role.VIEWER);
    assertThat(program.post("/api/lifecycle/feeds", "{}").status()).isEqualTo(403);
    assertThat(
            program.put("/api/backlog-weights", "{}", "Content-Type", "application/json").status())
        .isEqualTo(403);
  }
}
