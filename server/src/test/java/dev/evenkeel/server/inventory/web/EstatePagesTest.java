package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The estate as people read and keep it. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C06")
class EstatePagesTest {
  @Autowired ListableBeanFactory beans;
  private Browser operator;
  private Browser viewer;
  private ApiClient api;

  /** No other test has systems of this name. */
  private final String own = "p" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    var answer =
        api.post(
            "/api/estate/apply",
            """
            {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, title: "<b>Shop</b>", audience: customers, users: 900,
             team: OWN-web, owner: OWN-ann, product: tomcat, version: "10.1", supportEnd: 2020-01-31,
             dependsOn: [{system: OWN-db, type: data, via: orders}, OWN-gone]}
            ---
            {apiVersion: evenkeel/v1, kind: System, name: OWN-db, title: OWN store, product: postgresql, version: "13"}
            ---
            {apiVersion: evenkeel/v1, kind: Team, name: OWN-web, title: Web team, lead: OWN-ann}
            ---
            {apiVersion: evenkeel/v1, kind: Person, name: OWN-ann, title: Ann Archer}
            ---
            {apiVersion: evenkeel/v1, kind: Workflow, name: OWN-order, title: Place an order, dependsOn: [OWN-shop]}
            """
                .replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void the_list_says_what_runs_how_critical_it_is_and_when_its_support_ends() {
    Element row = viewer.open("/estate?q=" + own + "-shop").one("table.systems tbody tr");
    assertThat(row.text())
        .contains("<b>Shop</b>", "red", "tomcat 10.1", own + "-web", "2020-01-31 ended", "900");
    assertThat(row.selectFirst("details.why > summary").attr("title"))
        .isEqualTo("Proposed: customers work with it.");
  }

  /** An import that says less than the facts do is not believed in silence. */
  @Test
  @Tag("C15")
  void a_system_that_is_said_to_be_less_critical_than_the_facts_show_says_both() {
    var answer =
        api.post(
            "/api/estate/apply",
            "{apiVersion: evenkeel/v1, kind: System, name: OWN-bills, criticality: green, holds: [billing]}"
                .replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    Page page = viewer.open("/estate/systems/" + own + "-bills");
    assertThat(page.html().text()).contains("stated; the facts say red: it holds billing data");
    assertThat(page.one("b.warn").text()).isEqualTo("the facts say red:");
  }

  @Test
  void the_list_is_filtered_and_ordered() {
    Page ended = viewer.open("/estate?ending=0&q=" + own);
    assertThat(ended.html().select("table.systems a.title").eachAttr("href"))
        .containsExactly("/estate/systems/" + own + "-shop");
    Page needed = viewer.open("/estate?sort=needed&q=" + own);
    assertThat(needed.html().select("table.systems a.title").eachAttr("href"))
        .containsExactly("/estate/systems/" + own + "-db", "/estate/systems/" + own + "-shop");
    assertThat(viewer.open("/estate?q=" + own + "-none").one("#page").text())
        .contains("No system fits.");
  }

  @Test
  @Tag("C13")
  void a_system_says_who_is_hit_while_it_is_away_and_what_nobody_has_described() {
    Page page = viewer.open("/estate/systems/" + own + "-db");
    Element blast = page.one("section[aria-labelledby=blast-title]");
    assertThat(blast.text())
        .contains(
            "<b>Shop</b> red Proposed: customers work with it. hit 1",
            "Place an order red Proposed: the business stops without it. hit;"
                + " it may be blocked for 5 minutes 2");
    assertThat(blast.select(".figures dd").eachText()).contains("900");
    assertThat(
            viewer
                .open("/estate/systems/" + own + "-shop")
                .one("section[aria-labelledby=needs-title]")
                .text())
        .contains(own + "-gone not in the estate", "uses its data orders");
  }

  @Test
  void people_and_teams_say_what_they_answer_for() {
    assertThat(
            viewer
                .open("/estate/people/" + own + "-ann")
                .one("section[aria-labelledby=mentioned-title]")
                .text())
        .contains("<b>Shop</b>", "Web team");
    assertThat(viewer.open("/estate/teams?q=" + own).one("table tbody").text())
        .contains("Web team " + own + "-web");
  }

  @Test
  @Tag("C31")
  void windows_of_a_calendar_and_shifts_of_a_roster_are_filled_in_row_by_row() {
    Page saved =
        operator.press(
            operator.open("/estate/calendars/new").one("form.edit button.primary"),
            Map.of(
                "name", own + "-nights",
                "timeZone", "Europe/Berlin",
                "windows[0].name", "saturday",
                "windows[0].start", "2026-11-07T22:00",
                "windows[0].end", "06:00",
                "windows[0].rule", "FREQ=WEEKLY;BYDAY=SA",
                "windows[0].except", "2026-11-14T22:00, 2026-11-21T22:00",
                "windows[1].start", "2026-11-08T22:00",
                "windows[1].lasts", "PT2H"));
    assertThat(saved.leadsTo()).as(saved.text()).isEqualTo("/estate/calendars/" + own + "-nights");
    assertThat(
            api.get("/api/estate/calendars/" + own + "-nights").json().path("document").toString())
        .isEqualTo(
            """
            {"name":"%s-nights","timeZone":"Europe/Berlin","windows":[\
            {"name":"saturday","start":"2026-11-07T22:00","end":"06:00","rule":"FREQ=WEEKLY;BYDAY=SA",\
            "except":["2026-11-14T22:00","2026-11-21T22:00"]},\
            {"start":"2026-11-08T22:00","lasts":"PT2H"}]}\
            """
                .formatted(own));
    Page again = operator.open("/estate/calendars/" + own + "-nights/edit");
    assertThat(again.one("[name='windows[0].except']").val())
        .isEqualTo("2026-11-14T22:00, 2026-11-21T22:00");
    Page wrong =
        operator.press(
            again.one("form.edit button.primary"), Map.of("windows[1].rule", "FREQ=SECONDLY"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.one("p.wrong").text()).startsWith("Row 2:").contains("recurs SECONDLY");

    saved =
        operator.press(
            operator.open("/estate/rosters/new").one("form.edit button.primary"),
            Map.of(
                "name", own + "-shifts",
                "team", own + "-web",
                "shifts[0].start", "2026-11-07T22:00",
                "shifts[0].lasts", "PT8H",
                "shifts[0].people", "ann, bob",
                "shifts[0].onCall", "true",
                "shifts[1].start", "2026-11-08T22:00",
                "shifts[1].lasts", "PT8H",
                "shifts[1].count", "2"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    assertThat(
            api.get("/api/estate/rosters/" + own + "-shifts")
                .json()
                .path("document")
                .path("shifts")
                .toString())
        .isEqualTo(
            """
            [{"start":"2026-11-07T22:00","lasts":"PT8H","people":["ann","bob"],"onCall":true},\
            {"start":"2026-11-08T22:00","lasts":"PT8H","count":2}]\
            """);
  }

  @Test
  void a_system_is_added_by_filling_in_its_fields() {
    Page form = operator.open("/estate/systems/new");
    Page saved =
        operator.press(
            form.one("form.edit button.primary"),
            Map.of(
                "name", own + "-crm",
                "version", "7.10",
                "users", "1,200",
                "experts", "ann\r\nbob\r\n",
                "supportEnd", "2027-03-31",
                "dependsOn[0].system", own + "-db",
                "dependsOn[0].type", "field",
                "dependsOn[0].via", "customer.tier",
                "labels", "rack: 7"));
    assertThat(saved.status()).as(saved.text()).isEqualTo(302);
    assertThat(saved.leadsTo()).isEqualTo("/estate/systems/" + own + "-crm");
    assertThat(api.get("/api/estate/systems/" + own + "-crm").json().path("document").toString())
        .isEqualTo(
            """
            {"name":"%s-crm","version":"7.10","experts":["ann","bob"],"supportEnd":"2027-03-31","users":1200,\
            "dependsOn":[{"system":"%s-db","type":"field","via":"customer.tier"}],"labels":{"rack":"7"}}\
            """
                .formatted(own, own));
  }

  @Test
  void what_cannot_be_so_is_said_at_its_field_and_what_was_typed_stays() {
    Page form = operator.open("/estate/systems/new");
    Page again =
        operator.press(
            form.one("form.edit button.primary"),
            Map.of(
                "name", "Bad Name", "users", "many", "demand.weekdays", "1 2 3", "version", "7"));
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.html().select(".wrong").eachText())
        .anyMatch(text -> text.contains("`name` must be a name of lower-case letters"))
        .anyMatch(text -> text.contains("it is 'many'"));
    assertThat(again.one("input[name=version]").val()).isEqualTo("7");
    assertThat(again.one("input[name=name]").attr("aria-invalid")).isEqualTo("true");
  }

  @Test
  void an_edit_keeps_what_it_did_not_touch_and_is_refused_when_somebody_was_quicker() {
    String path = "/estate/systems/" + own + "-edited";
    api.put(
        "/api" + path,
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-edited, version: "1", group: web, problems: [slow, loud],
         demand: {weekdays: [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23]}, labels: {a: b}}
        """
            .replace("OWN", own));
    String before = api.get("/api" + path).json().path("document").toString();
    Page mine = operator.open(path + "/edit");
    Page other = operator.open(path + "/edit");
    assertThat(operator.press(mine.one("form.edit button.primary"), Map.of()).status())
        .isEqualTo(302);
    assertThat(api.get("/api" + path).json().path("document").toString()).isEqualTo(before);
    operator.press(mine.one("form.edit button.primary"), Map.of("version", "2"));
    Page late = operator.press(other.one("form.edit button.primary"), Map.of("version", "3"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.notice()).contains("changed by somebody else");
    assertThat(late.one("input[name=version]").val()).isEqualTo("3");
  }

  @Test
  void a_form_that_was_begun_with_one_document_does_not_become_another() {
    String path = "/estate/systems/" + own + "-kept";
    api.put(
        "/api" + path,
        "{apiVersion: evenkeel/v1, kind: System, name: OWN-kept, version: \"1\"}"
            .replace("OWN", own));
    Page form = operator.open(path + "/edit");
    Page renamed =
        operator.press(
            form.one("form.edit button.primary"), Map.of("name", own + "-other", "version", "2"));
    assertThat(renamed.status()).isEqualTo(409);
    assertThat(renamed.notice())
        .contains(
            "A system keeps its name", "this one is called '" + own + "-kept'", "Change its title");
    assertThat(renamed.one("input[name=version]").val()).isEqualTo("2");
    assertThat(api.get("/api" + path).json().at("/document/version").asString()).isEqualTo("1");
    assertThat(api.get("/api/estate/systems/" + own + "-other").status()).isEqualTo(404);
  }

  @Test
  void a_document_is_edited_as_yaml_and_its_mistakes_have_their_places() {
    String path = "/estate/systems/" + own + "-shop";
    Page page = operator.open(path + "/yaml");
    String text = Browser.text(page.one("textarea[name=text]"));
    Page wrong =
        operator.press(
            page.one("#page button.primary"),
            Map.of("text", text.replace("customers", "custmers")));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.one(".notice.bad").text()).contains("Line", "Did you mean customers?");
    Page right = operator.press(page.one("#page button.primary"), Map.of("text", text));
    assertThat(right.leadsTo()).isEqualTo(path);
  }

  @Test
  void a_change_is_shown_field_by_field_and_taken_back() {
    String path = "/estate/systems/" + own + "-turn";
    api.put(
        "/api" + path,
        "{apiVersion: evenkeel/v1, kind: System, name: %s-turn, version: '1'}".formatted(own));
    Page edit = operator.open(path + "/edit");
    operator.press(edit.one("form.edit button.primary"), Map.of("version", "2"));
    String change =
        viewer
            .open(path)
            .html()
            .select("section[aria-labelledby=history-title] a")
            .first()
            .attr("href");
    Page shown = operator.open(change);
    assertThat(shown.one("table.diffs tbody").text())
        .isEqualTo(own + "-turn System changed version 1 → 2");
    Page back = operator.press(shown.one("#page form button"), Map.of());
    assertThat(operator.open(back.leadsTo()).one("dl.facts").text()).contains("Takes back");
    assertThat(api.get("/api" + path).text()).contains("\"version\":\"1\"");
  }

  @Test
  void a_viewer_is_offered_no_change_and_cannot_make_one() {
    Page page = viewer.open("/estate/systems/" + own + "-shop");
    assertThat(page.html().select("#page form, #page a[href$=/edit]")).isEmpty();
    assertThat(viewer.open("/estate/systems/new").status()).isEqualTo(403);
    assertThat(Browser.signedOut(beans).open("/estate").leadsTo()).startsWith("/sign-in");
  }

  @Test
  void what_is_not_there_says_so() {
    assertThat(viewer.open("/estate/systems/" + own + "-nothing").one("#page").text())
        .contains("There is no System " + own + "-nothing in the estate.");
    assertThat(viewer.open("/estate/gadgets").one("#page").text())
        .contains("There are no 'gadgets'");
  }

  @Test
  void a_form_that_nobody_touched_changes_nothing_whatever_the_document_says() {
    String path = "/estate/systems/" + own + "-odd";
    api.put(
        "/api" + path,
        """
        {"apiVersion": "evenkeel/v1", "kind": "System", "name": "OWN-odd", "labels": {"a": "b\nc: d", "x:y": "z"},
         "identifiers": ["one\ntwo"], "description": "  text \n", "dependsOn": ["OWN-db"]}
        """
            .replace("OWN", own));
    String before = api.get("/api" + path).json().path("document").toString();
    Page form = operator.open(path + "/edit");
    assertThat(operator.press(form.one("form.edit button.primary"), Map.of()).status())
        .isEqualTo(302);
    assertThat(api.get("/api" + path).json().path("document").toString()).isEqualTo(before);
  }

  @Test
  void a_system_with_many_dependencies_is_saved_by_its_form() {
    String path = "/estate/systems/" + own + "-many";
    String needs =
        IntStream.range(0, 300).mapToObj(n -> own + "-d" + n).collect(Collectors.joining(", "));
    api.put(
        "/api" + path,
        "{apiVersion: evenkeel/v1, kind: System, name: %s-many, dependsOn: [%s]}"
            .formatted(own, needs));
    Page form = operator.open(path + "/edit");
    assertThat(
            operator.press(form.one("form.edit button.primary"), Map.of("version", "2")).status())
        .isEqualTo(302);
    assertThat(api.get("/api" + path).json().at("/document/dependsOn")).hasSize(300);
  }

  @Test
  void the_pages_of_an_estate_where_nothing_was_found_say_so() {
    assertThat(viewer.open("/estate/advisories?q=" + own + "-none").status()).isEqualTo(200);
    assertThat(viewer.open("/backlog?q=" + own + "-none").status()).isEqualTo(200);
    assertThat(viewer.open("/estate/people?q=" + own + "-none").one("#page").text())
        .contains("None says");
  }
}
