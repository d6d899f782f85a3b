package dev.evenkeel.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What is ahead, free slots, and what a calendar collides with while it is typed (C31, C33). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C31")
@Tag("C33")
class SchedulePagesTest {
  @Autowired ListableBeanFactory beans;
  private Browser operator;
  private Browser viewer;
  private ApiClient api;

  private final String own = "s" + UUID.randomUUID().toString().substring(0, 8);
  private final LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
  private final LocalDate goLive = today.plusDays(40);
  private String upgrade = "";

  @BeforeAll
  void open() {
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    viewer = Browser.signedIn(beans, Role.VIEWER);
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    var answer =
        api.post(
            "/api/estate/apply",
            """
            {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, calendar: OWN-nights, users: 2400,
             demand: {weekdays: [1,1,1,1,1,0,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}}
            ---
            {apiVersion: evenkeel/v1, kind: Calendar, name: OWN-nights, title: OWN nights, timeZone: UTC,
             windows: [{start: 2026-01-05T22:00, end: '06:00', rule: FREQ=DAILY}]}
            ---
            {apiVersion: evenkeel/v1, kind: Freeze, name: OWN-close, title: OWN close, scope: {systems: [OWN-shop]}, owner: dora, reason: Books are closed,
             when: {start: FROMT00:00, lasts: PT96H, timeZone: UTC}}
            """
                .replace("OWN", own)
                .replace("FROM", today.plusDays(80).toString()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    answer =
        api.post(
            "/api/upgrades",
            "{\"systems\": [\"%s-shop\"], \"title\": \"%s to 11\", \"from\": \"10\", \"to\": \"11\", \"owner\": \"ann\", \"goLive\": \"%s\", \"downtimeMinutes\": 60}"
                .formatted(own, own, goLive));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    upgrade = Long.toString(answer.json().path("id").asLong());
  }

  @Test
  void freezes_and_windows_ahead_stand_on_one_page() {
    Page page = viewer.open("/schedule");
    assertThat(page.one("section[aria-labelledby=freezes-title]").text())
        .contains(own + " close", "Books are closed", own + "-shop", "dora");
    assertThat(page.one("section[aria-labelledby=calendars-title]").text())
        .contains(own + " nights", "22:00 to 06:00", "UTC");
    assertThat(page.one("nav[aria-label=Main] a[aria-current]").text()).isEqualTo("Schedule");
  }

  @Test
  void the_next_slots_are_found_each_with_what_it_costs() {
    Page page = viewer.open("/schedule/slots?systems=" + own + "-shop&length=1h");
    assertThat(page.html().select("section[aria-labelledby=slots-title] tbody tr"))
        .hasSize(3)
        .allSatisfy(row ->
            assertThat(row.text())
                .contains("05:00 to 06:00", "0 hours of people")
                .doesNotContain("least of these"));
    assertThat(page.one("section[aria-labelledby=slots-title]").text())
        .contains("All of them cost the same.");
    var answer = api.get("/api/schedule/slots?upgrade=" + upgrade + "&most=2");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("slots")).hasSize(2);
    assertThat(answer.json().path("slots").get(0).path("costUnit").asString())
        .isEqualTo("people-hours");
    assertThat(answer.json().path("slots").get(0).path("to").asString()).contains("T06:00:00Z");
  }

  @Test
  void a_length_or_a_name_that_cannot_be_is_told_in_place() {
    assertThat(
            viewer.open("/schedule/slots?systems=" + own + "-shop&length=soon").one("p.bad").text())
        .contains("'soon' is no length");
    assertThat(viewer.open("/schedule/slots?systems=" + own + "-gone").one("p.warn").text())
        .contains(own + "-gone is not in the estate");
    assertThat(
            viewer
                .open("/schedule/slots?systems=" + own + "-shop&length=9h")
                .one("section[aria-labelledby=slots-title]")
                .text())
        .contains("It fits nowhere within a year");
    assertThat(api.get("/api/schedule/slots?system=a&length=-1h").status()).isEqualTo(400);
    assertThat(api.get("/api/schedule/slots?length=1h").status()).isEqualTo(400);
  }

  @Test
  void money_comes_from_the_cost_sheet_of_the_upgrade() {
    String cost = "/api/upgrades/" + upgrade + "/cost";
    var kept =
        api.put(
            cost,
            """
            {"method": "DEMAND", "currency": "EUR", "dailyRevenue": {"amount": 23000, "source": "shop"}, "system": "%s-shop"}
            """
                .formatted(own),
            "If-Match",
            api.get(cost).header("ETag"));
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    var slots = api.get("/api/schedule/slots?length=2h&upgrade=" + upgrade).json().path("slots");
    assertThat(slots.get(0).path("price").path("amount").asDouble()).isEqualTo(1000.0);
    assertThat(slots.get(0).path("price").path("currency").asString()).isEqualTo("EUR");
    assertThat(
            viewer
                .open("/schedule/slots?length=2h&upgrade=" + upgrade)
                .one("section[aria-labelledby=slots-title]")
                .text())
        .contains("1,000 EUR");
  }

  @Test
  void open_times_and_objections_are_asked_over_http() {
    String at = "system=%s-shop&from=%sT00:00:00Z&to=%sT12:00:00Z";
    var open = api.get("/api/schedule/open-times?" + at.formatted(own, goLive, goLive)).json();
    assertThat(open.path("open")).hasSize(1);
    assertThat(open.path("open").get(0).path("to").asString()).isEqualTo(goLive + "T06:00:00Z");
    LocalDate frozen = today.plusDays(81);
    var objections = api.get("/api/schedule/objections?" + at.formatted(own, frozen, frozen));
    assertThat(objections.text()).contains("\"kind\":\"frozen\"", "\"mayOverride\":\"OVERRIDE\"");
    assertThat(
            api.get(
                    "/api/schedule/open-times?system=a&from=2030-01-02T00:00:00Z&to=2030-01-01T00:00:00Z")
                .status())
        .isEqualTo(400);
  }

  @Test
  void of_a_name_that_is_not_in_the_estate_nothing_is_called_open() {
    for (String path :
        new String[] {
          "slots?length=2h",
          "open-times?from=2027-01-01T00:00:00Z&to=2027-01-02T00:00:00Z",
          "objections?from=2027-01-01T00:00:00Z&to=2027-01-02T00:00:00Z"
        }) {
      var answer =
          api.get("/api/schedule/" + path + "&system=" + own + "-shop&system=" + own + "-shpo");
      assertThat(answer.status()).as(answer.text()).isEqualTo(404);
      assertThat(answer.text()).contains(own + "-shpo").doesNotContain(own + "-shop,");
    }
  }

  @Test
  void a_freeze_tells_while_it_is_typed_what_it_collides_with() {
    Map<String, String> typed =
        Map.of(
            "name", own + "-new",
            "scope.systems", own + "-shop",
            "owner", "dora",
            "reason", "Books",
            "when.start", goLive.minusDays(1) + "T00:00",
            "when.end", goLive.plusDays(3) + "T00:00",
            "when.timeZone", "UTC");
    Page advice = typing("freezes", typed);
    assertThat(advice.status()).as(advice.text()).isEqualTo(200);
    assertThat(advice.text())
        .contains(
            "Holds next",
            "Gets into the way of",
            own + " to 11, go-live on " + goLive,
            "Closes openings wholly",
            "3 of the 36");
  }

  @Test
  void a_freeze_tells_what_it_collides_with_before_it_is_complete() {
    String advice =
        typing(
                "freezes",
                Map.of(
                    "scope.systems", own + "-shop",
                    "when.start", goLive.minusDays(1) + "T00:00",
                    "when.end", goLive.plusDays(3) + "T00:00"))
            .html()
            .text();
    assertThat(advice)
        .contains("Not complete yet", "owner is missing", "reason is missing", "name is missing")
        .contains("Gets into the way of", own + " to 11, go-live on " + goLive);
  }

  @Test
  void a_calendar_shows_its_next_openings_and_doubtful_times_while_it_is_typed() {
    Page advice =
        typing(
            "calendars",
            Map.of(
                "name", own + "-odd",
                "timeZone", "Europe/Berlin",
                "windows[0].start", "2026-01-04T02:30",
                "windows[0].lasts", "PT2H",
                "windows[0].rule", "FREQ=WEEKLY;BYDAY=SU"));
    assertThat(advice.text())
        .contains("Opens next", "02:30 to 04:30 Europe/Berlin", "doubtful time");
    assertThat(advice.html().select("ul").first().select("li")).hasSize(5);
    advice =
        typing(
            "calendars",
            Map.of(
                "name",
                own + "-odd",
                "windows[0].start",
                "2026-01-04T02:30",
                "windows[0].lasts",
                "2 hours"));
    assertThat(advice.html().text()).contains("'2 hours' cannot be read");
  }

  /** As the script of the form sends it, while somebody types. */
  private Page typing(String kind, Map<String, String> typed) {
    Page form = operator.open("/estate/" + kind + "/new");
    assertThat(form.one("section.advice").attr("hx-post")).isEqualTo("/estate/" + kind + "/typed");
    return operator.pressInPlace(
        form.one("form.edit button.primary").attr("formaction", "/estate/" + kind + "/typed"),
        typed);
  }
}
