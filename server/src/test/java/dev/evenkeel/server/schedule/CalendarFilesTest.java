package dev.evenkeel.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
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

/** Feeds that calendar programs read, and files of theirs that become documents (C31). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C31")
class CalendarFilesTest {
  @Autowired ListableBeanFactory beans;
  private Browser operator;
  private ApiClient api;

  private final String own = "f" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    var answer =
        api.post(
            "/api/estate/apply",
            """
            {apiVersion: evenkeel/v1, kind: Team, name: OWN-web, calendar: OWN-nights}
            ---
            {apiVersion: evenkeel/v1, kind: System, name: OWN-shop, team: OWN-web, timeZone: Europe/Berlin}
            ---
            {apiVersion: evenkeel/v1, kind: Team, name: OWN-far, calendar: OWN-fixed}
            ---
            {apiVersion: evenkeel/v1, kind: System, name: OWN-east, team: OWN-far, timeZone: Asia/Tokyo}
            ---
            {apiVersion: evenkeel/v1, kind: System, name: OWN-here, team: OWN-far}
            ---
            {apiVersion: evenkeel/v1, kind: Calendar, name: OWN-fixed, timeZone: Europe/Berlin, windows: [{start: 2026-01-05T22:00, end: '06:00', rule: FREQ=DAILY}]}
            ---
            {apiVersion: evenkeel/v1, kind: Calendar, name: OWN-nights, windows: [{start: 2026-01-05T22:00, end: '06:00', rule: FREQ=DAILY}]}
            """
                .replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void a_feed_is_read_by_its_secret_address_until_it_is_taken_back() {
    Page made =
        operator.press(
            operator.open("/schedule/feeds").one("#new-feed button"),
            Map.of("kind", "teams", "name", own + "-web"));
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    String path = made.one("#address").text().replaceFirst("^https?://[^/]+", "");
    Browser nobody = Browser.signedOut(beans);
    Page feed = nobody.api(path);
    assertThat(feed.status()).as(feed.text()).isEqualTo(200);
    assertThat(feed.headers().get("content-type")).startsWith("text/calendar");
    assertThat(feed.text())
        .startsWith("BEGIN:VCALENDAR")
        .contains("SUMMARY:Window: " + own + "-nights");
    assertThat(nobody.api(path.replace(own + "-web", own + "-other")).status()).isEqualTo(404);
    assertThat(nobody.api(path.replace("/calendars/", "/calendars/x")).status()).isEqualTo(404);
    assertThat(operator.open("/schedule/feeds").text()).doesNotContain(path);

    var row =
        operator
            .open("/schedule/feeds")
            .html()
            .select("tr:contains(" + own + "-web) button")
            .first();
    assertThat(operator.press(row, Map.of()).status()).isEqualTo(302);
    assertThat(nobody.api(path).status()).isEqualTo(404);
  }

  @Test
  void an_event_leads_to_its_upgrade() {
    var made =
        api.post(
            "/api/upgrades",
            "{\"title\": \"Shop to 11\", \"systems\": [\"OWN-shop\"], \"from\": \"10\", \"to\": \"11\", \"owner\": \"ann\", \"goLive\": \"DAY\"}"
                .replace("OWN", own)
                .replace("DAY", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String feed = api.get("/api/schedule/systems/" + own + "-shop/calendar").text();
    assertThat(feed.replace("\r\n ", ""))
        .contains("SUMMARY:Go-live: Shop to 11")
        .containsPattern(
            "http://[^ ]+:\\d+/upgrades/%s\r\n".formatted(made.json().path("id").asString()));
  }

  @Test
  void an_opening_of_systems_in_several_zones_is_one_event() {
    String feed = api.get("/api/schedule/teams/" + own + "-far/calendar").text();
    assertThat(feed.lines().filter(line -> line.startsWith("UID:")))
        .isNotEmpty()
        .doesNotHaveDuplicates();
    assertThat(feed).contains("Change is allowed: " + own + "-east");
  }

  @Test
  void a_feed_of_nobody_is_refused() {
    Page made =
        operator.press(
            operator.open("/schedule/feeds").one("#new-feed button"),
            Map.of("kind", "teams", "name", own + "-gone"));
    assertThat(made.status()).isEqualTo(400);
    assertThat(made.notice()).contains("There is no Team " + own + "-gone");
  }

  private String file(String title, String start) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//test//EN
    BEGIN:VEVENT
    UID:%s-close
    DTSTAMP:20260101T000000Z
    DTSTART;TZID=Europe/Berlin:%s
    DURATION:PT8H
    RRULE:FREQ=MONTHLY;BYMONTHDAY=-1
    EXDATE;TZID=Europe/Berlin:20270131T200000,20270115T200000
    SUMMARY:%s
    END:VEVENT
    BEGIN:VEVENT
    UID:%s-day
    DTSTAMP:20260101T000000Z
    DTSTART;VALUE=DATE:20261224
    DTEND;VALUE=DATE:20261227
    SUMMARY:Christmas
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(own, start, title, own)
        .replace("\n", "\r\n");
  }

  @Test
  void the_same_file_again_changes_nothing_and_a_moved_event_moves_its_freeze() {
    String to = "/api/schedule/import?as=freezes&owner=dora&team=" + own + "-web";
    String[] type = {"Content-Type", "text/calendar"};
    var preview = api.post(to + "&preview=true", file("Close", "20261130T200000"), type);
    assertThat(preview.status()).as(preview.text()).isEqualTo(200);
    assertThat(preview.json().path("changes")).hasSize(2);
    assertThat(api.post(to, file("Close", "20261130T200000"), type).json().path("changes"))
        .hasSize(2);
    assertThat(api.post(to, file("Close", "20261130T200000"), type).json().path("changes"))
        .isEmpty();
    var moved = api.post(to, file("Close the books", "20261130T180000"), type).json();
    assertThat(moved.path("changes")).hasSize(1);
    assertThat(moved.path("changes").get(0).path("sort").asString()).isEqualTo("CHANGED");
    String name = moved.path("changes").get(0).path("name").asString();
    assertThat(
            api.get("/api/estate/freezes/" + name).json().path("document").path("when").toString())
        .contains(
            "\"start\":\"2026-11-30T18:00\"",
            "\"lasts\":\"PT8H\"",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "Europe/Berlin");
  }

  @Test
  void a_file_becomes_holidays_or_windows_of_a_calendar() {
    String[] type = {"Content-Type", "text/calendar"};
    var windows =
        api.post(
            "/api/schedule/import?as=windows&name=" + own + "-taken",
            file("Night", "20261130T200000"),
            type);
    assertThat(windows.status()).as(windows.text()).isEqualTo(200);
    assertThat(
            api.get("/api/estate/calendars/" + own + "-taken")
                .json()
                .path("document")
                .path("windows")
                .toString())
        .contains("\"name\":\"Night\"", "\"except\":[\"2027-01-31T20:00\"]");
    var days =
        api.post(
            "/api/schedule/import?as=holidays&zone=Europe/Berlin&name=" + own + "-days",
            file("Close", "20261130T200000"),
            type);
    assertThat(days.status()).as(days.text()).isEqualTo(200);
    assertThat(
            api.get("/api/estate/holidays/" + own + "-days")
                .json()
                .path("document")
                .path("days")
                .toString())
        .contains("{\"day\":\"2026-12-24\",\"title\":\"Christmas\"}", "2026-12-26")
        .doesNotContain("2026-12-27");
  }

  @Test
  void a_file_is_looked_at_before_it_is_applied() {
    Page looked =
        operator.press(
            operator.open("/schedule/feeds").one("#bring button"),
            Map.of(
                "file",
                file("Look", "20261130T200000").replace(own, own + "p"),
                "as",
                "FREEZES",
                "owner",
                "dora"));
    assertThat(looked.status()).as(looked.text()).isEqualTo(200);
    assertThat(looked.one("#preview-title").text())
        .isEqualTo("The file would change 2 of 2 documents");
    Page applied = operator.press(looked.one("form[action$=apply] button"), Map.of());
    assertThat(applied.leadsTo()).startsWith("/estate/changes/");
  }

  @Test
  void hostile_files_are_refused_in_words() {
    String[] type = {"Content-Type", "text/calendar"};
    String to = "/api/schedule/import?as=freezes&owner=dora";
    String often =
        file("x", "20261130T200000")
            .replace("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=SECONDLY")
            .replaceAll("(?s)BEGIN:VEVENT\r\nUID:[^\r]*-day.*?END:VEVENT\r\n", "");
    assertThat(api.post(to, often, type).says()).contains("SECONDLY");
    assertThat(api.post(to, "", type).says())
        .startsWith("The body is empty. Send the calendar file")
        .doesNotContain("JSON");
    assertThat(api.post(to, "no calendar at all", type).status()).isEqualTo(400);
    assertThat(api.post(to, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", type).status()).isEqualTo(400);
    StringBuilder many = new StringBuilder("BEGIN:VCALENDAR\r\n");
    for (int i = 0; i < 600; i++) {
      many.append("BEGIN:VEVENT\r\nUID:u")
          .append(i)
          .append("\r\nDTSTART:20261130T200000Z\r\nDURATION:PT1H\r\nSUMMARY:x\r\nEND:VEVENT\r\n");
    }
    assertThat(api.post(to, many + "END:VCALENDAR\r\n", type).says()).contains("600 events");
    assertThat(
            api.post("/api/schedule/import?as=freezes", file("x", "20261130T200000"), type).says())
        .contains("owner");
  }
}
