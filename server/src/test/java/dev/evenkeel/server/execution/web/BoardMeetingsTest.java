package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The board meets, has what waits before it, and its minutes tell who decided what. */
@Tag("C45")
class BoardMeetingsTest extends ApprovalScene {
  private static final String MEETINGS = "/api/approvals/meetings";

  private JsonNode set(Map<String, Object> other) {
    Map<String, Object> terms = new java.util.HashMap<>();
    terms.put("at", LocalDate.now(ZoneId.of("UTC")).plusDays(7) + "T14:00");
    terms.put("zone", "Europe/Berlin");
    terms.put("title", "Board of " + scene.own);
    terms.put("members", "team:cab, ann");
    terms.putAll(other);
    return ok(ben.post(MEETINGS, JSON.writeValueAsString(terms))).json();
  }

  private Answer turn(JsonNode meeting, String what, String body) {
    return ben.post(
        "%s/%d/%s".formatted(MEETINGS, id(meeting), what),
        body,
        "If-Match",
        "\"%d\"".formatted(meeting.at("/meeting/version").asLong()));
  }

  private static long id(JsonNode meeting) {
    return meeting.at("/meeting/id").asLong();
  }

  private JsonNode mine(JsonNode meeting) {
    for (JsonNode item : meeting.path("agenda")) {
      if (item.at("/told/upgrade").asLong() == upgrade) {
        return item;
      }
    }
    throw new AssertionError("Upgrade %d is not on the agenda %s".formatted(upgrade, meeting));
  }

  @Test
  void a_meeting_has_a_time_by_its_own_clock_and_the_next_one_is_set_as_it_closes() {
    JsonNode meeting = set(Map.of("everyWeeks", 1));
    String day = LocalDate.now(ZoneId.of("UTC")).plusDays(7).toString();
    assertThat(meeting.at("/meeting/when").asString()).endsWith(day + " 14:00 Europe/Berlin");
    assertThat(ben.post(MEETINGS, "{\"at\": \"2031-01-01T10:00\", \"zone\": \"Mars\"}").says())
        .contains("'Mars' is no time zone");
    assertThat(ben.post(MEETINGS, "{\"at\": \"2020-01-01T10:00\"}").says()).contains("is over");
    JsonNode opened = ok(turn(meeting, "opening", "{}")).json();
    ok(turn(opened, "closing", "{}"));
    ZonedDateTime next =
        LocalDate.parse(day).plusWeeks(1).atTime(14, 0).atZone(ZoneId.of("Europe/Berlin"));
    assertThat(scene.api.get(MEETINGS).json().valueStream())
        .filteredOn(one -> one.path("title").asString().equals("Board of " + scene.own))
        .extracting(one -> one.path("at").asString())
        .contains(next.toInstant().toString());
  }

  @Test
  void its_agenda_is_written_down_as_it_opens_and_its_minutes_tell_who_decided_what() {
    take(dan, "18.0");
    ok(ask(ann, Map.of()));
    JsonNode meeting = set(Map.of());
    JsonNode before = mine(meeting);
    assertThat(before.at("/told/lines").toString())
        .as("what it needs to decide")
        .contains(
            "15.0 → 18.0",
            "Why now",
            "May begin",
            "Restore.",
            "What could go wrong",
            "What it costs to do");
    JsonNode opened = ok(turn(meeting, "opening", "{}")).json();
    assertThat(turn(meeting, "opening", "{}").says()).contains("Somebody changed this meeting");
    ok(decide(ben, "approve", "As in May."));
    change("\"title\": \"Another name\", \"wayBack\": \"Restore.\"");

    JsonNode closed =
        ok(turn(opened, "closing", "{\"present\": \"ann, ben\", \"notes\": \"All well.\"}")).json();
    JsonNode minute = mine(closed);
    assertThat(minute.at("/told/title").asString())
        .as("what was told is what was there when it was opened")
        .isEqualTo(before.at("/told/title").asString());
    assertThat(minute.path("outcome").asString()).isEqualTo("waiting");
    assertThat(minute.path("decisions").toString())
        .contains("approved", scene.own + "-ben", "As in May.");
    ok(decide(cy, "approve"));
    JsonNode later = mine(scene.api.get(MEETINGS + "/" + id(meeting)).json());
    assertThat(later.path("outcome").asString()).isEqualTo("waiting");
    assertThat(later.path("decisions").size()).as("cy decided after it").isEqualTo(1);
    assertThat(viewer.open("/approvals/meetings/" + id(meeting)).text())
        .contains(
            "Minutes: Board of", "ann, ben", "All well.", "As in May.", "waits for agreement");
    assertThat(scene.api.get("/api/audit?subject=/approvals/meetings/" + id(meeting)).text())
        .contains("board meeting set", "board meeting opened", "board meeting closed");
  }

  @Test
  void it_is_held_on_its_page_and_decides_by_the_same_rules_as_everybody() {
    take(dan, "18.0");
    ok(ask(ann, Map.of()));
    JsonNode meeting = set(Map.of());
    String page = "/approvals/meetings/" + id(meeting);
    Browser board = Browser.signedIn(beans, Role.APPROVER);
    Browser.Page open =
        board.press(board.open(page).one("form[action$=/opening] button"), Map.of());
    assertThat(open.leadsTo()).isEqualTo(page);
    Browser.Page under = board.open(page);
    var form =
        under
            .html()
            .select("form[action='/upgrades/%d/approval/decision']".formatted(upgrade))
            .first();
    Browser.Page decided = board.press(Browser.one(form, "button[value=approve]"), Map.of());
    assertThat(decided.leadsTo()).isEqualTo(page);
    board.press(
        board.open(page).one("form[action$=/closing] button"), Map.of("present", "the board"));
    assertThat(board.open(page).text()).contains("Present", "the board", "approved");
    assertThat(viewer.open("/approvals/agenda").text()).contains("Earlier meetings");
  }

  @Test
  void one_that_is_not_opened_is_changed_or_called_off_and_what_was_on_an_agenda_stays() {
    take(dan, "18.0");
    ok(ask(ann, Map.of()));
    JsonNode meeting = set(Map.of());
    String path = MEETINGS + "/" + id(meeting);
    JsonNode changed =
        ok(ben.put(
                path,
                "{\"at\": \"2031-01-01T10:00\", \"zone\": \"UTC\", \"title\": \"Later\"}",
                "If-Match",
                "\"1\""))
            .json();
    assertThat(changed.at("/meeting/when").asString()).isEqualTo("Wednesday 2031-01-01 10:00 UTC");
    assertThat(ben.delete(path, "If-Match", "\"1\"").says()).contains("Load it again");
    assertThat(ok(ben.delete(path, "If-Match", "\"2\"")).json().at("/meeting/state").asString())
        .isEqualTo("off");
    JsonNode other = set(Map.of());
    ok(turn(other, "opening", "{}"));
    JdbcClient jdbc = beans.getBean(JdbcClient.class);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> jdbc.sql("delete from approval_agenda").update())
        .isInstanceOf(DataAccessException.class);
  }
}
