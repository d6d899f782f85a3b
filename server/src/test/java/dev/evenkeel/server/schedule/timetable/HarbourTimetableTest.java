package dev.evenkeel.server.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.timetable.Check;
import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.ChangeCalendar;
import dev.evenkeel.server.schedule.timetable.problem.SlotGrid;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A timetable of the example: a few dozen upgrades over the estate of a trading house (C26, C28,
 * C31, C36).
 */
@ServerTest
@TestPropertySource(properties = "test.of=timetables")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HarbourTimetableTest {
  private static final String ALL_THE_SAME = "{\"despite\": \"the year comes first\"}";
  private static final Path ESTATE = Path.of("../examples/estate/harbour.yaml");
  private static final Path UPGRADES = Path.of("../examples/upgrades/harbour.yaml");

  @Autowired ListableBeanFactory beans;
  @Autowired TimetableDesk desk;
  @Autowired AgreedPlan agreed;
  @Autowired ChangeCalendar calendar;
  private ApiClient api;
  private Browser operator;
  private final Map<String, Long> ids = new LinkedHashMap<>();

  @BeforeAll
  void open() throws IOException {
    api = ApiClient.of(beans, Crew.ALL_HANDS);
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    ok(api.post("/api/estate/apply", Files.readString(ESTATE)));
    ok(api.post("/api/upgrades/apply", Files.readString(UPGRADES)))
        .json()
        .path("numbers")
        .properties()
        .forEach(one -> ids.put(one.getKey(), one.getValue().asLong()));
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    return answer;
  }

  private static void until(BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it did not come true").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private long make(String body) {
    long id = ok(api.post("/api/timetables", body)).json().path("id").asLong();
    until(() -> !desk.get(id).solving().goesOn());
    return id;
  }

  private JsonNode whole(long id) {
    return ok(api.get("/api/timetables/" + id)).json();
  }

  private static Span span(JsonNode placement) {
    return new Span(
        Instant.parse(placement.path("start").asString()),
        Instant.parse(placement.path("end").asString()));
  }

  @Test
  @Tag("C31")
  @Tag("C28")
  void every_place_keeps_to_the_rules_and_to_windows_and_freezes() {
    long id = make("{\"name\": \"all\", \"seconds\": 3}");
    JsonNode whole = whole(id);
    Solution solution = desk.solution(id);
    assertThat(Check.of(solution.problem(), solution.timetable()).violations()).isEmpty();
    assertThat(whole.path("timetable").path("solving").asString()).isEqualTo("ENDED");
    assertThat(whole.path("score").path("total").asLong())
        .isEqualTo(whole.path("timetable").path("total").asLong())
        .isGreaterThanOrEqualTo(whole.path("timetable").path("bound").asLong());
    assertThat(whole.path("placements").size())
        .as(whole.path("unplaced") + " " + whole.path("findings"))
        .isGreaterThanOrEqualTo(20);
    assertThat(solution.problem().resources())
        .extracting(Resource::id)
        .contains("platform", "platform with dba");
    assertThat(whole.path("placements").findValues("teams").toString())
        .as("a skill is not shown as a team")
        .contains("platform")
        .doesNotContain("dba");
    Map<Long, Span> spans = new LinkedHashMap<>();
    for (JsonNode placement : whole.path("placements")) {
      List<String> systems = new ArrayList<>();
      placement.path("systems").forEach(system -> systems.add(system.asString()));
      Span span = span(placement);
      spans.put(placement.path("upgrade").asLong(), span);
      assertThat(calendar.objections(systems, span)).as(placement.toString()).isEmpty();
    }
    Span first = spans.get(ids.get("shop-app-1"));
    Span second = spans.get(ids.get("shop-app-2"));
    Span shop = spans.get(ids.get("shop"));
    assertThat(first.meets(second)).as("peers are not away together").isFalse();
    assertThat(spans).containsKeys(ids.get("shop-db"), ids.get("erp-db"));
    assertThat(shop.from()).isAfterOrEqualTo(first.to()).isAfterOrEqualTo(second.to());
    assertThat(spans.get(ids.get("erp")).from())
        .isAfterOrEqualTo(spans.get(ids.get("erp-db")).to().plus(Duration.ofHours(72)));
  }

  @Test
  void a_first_answer_is_there_at_once_and_stopping_keeps_the_best_so_far() {
    long id =
        ok(api.post("/api/timetables", "{\"name\": \"stopped\", \"seconds\": 900}"))
            .json()
            .path("id")
            .asLong();
    String path = "/api/timetables/" + id;
    assertThat(operator.open("/schedule/timetables/" + id).text())
        .as("what has not been looked for yet is not said to have no place")
        .contains("hx-select=\"#places\"")
        .doesNotContain("No place found");
    until(() -> !desk.placements(id).isEmpty());
    JsonNode progress = ok(api.get(path + "/progress")).json();
    assertThat(progress.path("planned").asInt()).isGreaterThan(0);
    assertThat(api.post(path + "/agree", "").status()).isEqualTo(409);
    ok(api.post(path + "/stop", ""));
    until(() -> !desk.get(id).solving().goesOn());
    JsonNode whole = whole(id);
    assertThat(whole.path("timetable").path("solving").asString()).isIn("STOPPED", "ENDED");
    assertThat(whole.path("placements").size())
        .isEqualTo(whole.path("timetable").path("planned").asInt());
    assertThat(api.post(path + "/stop", "").says()).contains("not being made any more");
  }

  @Test
  void another_place_is_tried_before_it_is_taken() {
    long id = make("{\"seconds\": 1}");
    String path = "/api/timetables/" + id;
    JsonNode here = null;
    for (JsonNode one : whole(id).path("placements")) {
      here = one.path("upgrade").asLong() == ids.get("shop") ? one : here;
    }
    assertThat(here).isNotNull();
    String start = here.path("start").asString();
    String body = "{\"upgrade\": %d, \"start\": \"%s\"}";
    JsonNode same = ok(api.post(path + "/try", body.formatted(ids.get("shop"), start))).json();
    assertThat(same.path("difference").asLong()).isZero();
    assertThat(same.path("conflicts")).isEmpty();
    Instant early = SlotGrid.of(desk.solution(id).problem()).at(0);
    JsonNode conflict = ok(api.post(path + "/try", body.formatted(ids.get("shop"), early))).json();
    assertThat(conflict.path("conflicts").toString()).contains("RELEASE");
    String move = path + "/placements/" + ids.get("shop");
    assertThat(api.put(move, "{\"start\": \"%s\"}".formatted(early)).status()).isEqualTo(409);
    JsonNode explained = ok(api.get(path + "/explain/" + ids.get("shop"))).json();
    JsonNode next = explained.path("next").path(0);
    assertThat(next.isMissingNode()).isFalse();
    JsonNode moved =
        ok(api.put(
                move,
                "{\"start\": \"%s\", \"mode\": \"%s\"}"
                    .formatted(next.path("start").asString(), next.path("mode").asString())))
            .json();
    assertThat(moved.path("total").asLong()).isEqualTo(next.path("total").asLong());
    Solution solution = desk.solution(id);
    assertThat(Check.of(solution.problem(), solution.timetable()).violations()).isEmpty();
    assertThat(desk.placements(id))
        .filteredOn(Placement::pinned)
        .extracting(one -> one.upgrade().value())
        .containsExactly(ids.get("shop"));
  }

  @Test
  void what_is_taken_out_is_left_out_unless_something_that_has_a_place_comes_after_it() {
    long id = make("{\"name\": \"taken out\", \"seconds\": 1}");
    Solution solution = desk.solution(id);
    var rule =
        solution.problem().precedences().stream()
            .filter(one -> isPlaced(id, one.before()) && isPlaced(id, one.after()))
            .findFirst()
            .orElseThrow();
    String path = "/api/timetables/%d/placements/%s";
    var refused = api.delete(path.formatted(id, rule.before().substring(1)));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("cannot be left out", "Take that out first");
    UpgradeId last =
        desk.placements(id).stream()
            .map(Placement::upgrade)
            .filter(one ->
                solution.problem().precedences().stream()
                    .noneMatch(other -> other.before().equals("u" + one)))
            .findFirst()
            .orElseThrow();
    ok(api.delete(path.formatted(id, last)));
    assertThat(isPlaced(id, "u" + last)).isFalse();
    Solution after = desk.solution(id);
    assertThat(Check.of(after.problem(), after.timetable()).violations()).isEmpty();
    assertThat(api.delete(path.formatted(id, last)).status()).isEqualTo(404);
  }

  private boolean isPlaced(long timetable, String key) {
    return desk.placements(timetable).stream()
        .anyMatch(one -> key.equals("u" + one.upgrade().value()));
  }

  @Test
  void what_several_people_put_at_the_same_time_all_stays() throws Exception {
    long id = make("{\"name\": \"together\", \"seconds\": 2}");
    List<JsonNode> placements = new ArrayList<>();
    whole(id).path("placements").forEach(placements::add);
    List<Callable<Integer>> people =
        placements.stream()
            .<Callable<Integer>>map(one ->
                () ->
                    api.put(
                            "/api/timetables/%d/placements/%d"
                                .formatted(id, one.path("upgrade").asLong()),
                            "{\"start\": \"%s\"}".formatted(one.path("start").asString()))
                        .status())
            .toList();
    try (var all = Executors.newFixedThreadPool(8)) {
      for (var one : all.invokeAll(people)) {
        assertThat(one.get()).isEqualTo(200);
      }
    }
    assertThat(whole(id).path("placements"))
        .isNotEmpty()
        .allMatch(one -> one.path("pinned").asBoolean());
  }

  @Test
  void a_time_that_no_calendar_has_is_refused() {
    String path = "/api/timetables/" + make("{\"name\": \"far\", \"seconds\": 1}");
    String far = "{\"upgrade\": %d, \"start\": \"+999999999-12-30T00:00:00Z\"}";
    var answer = api.post(path + "/try", far.formatted(ids.get("shop")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).contains("is no time");
  }

  @Test
  void planned_again_it_stays_near_and_what_is_pinned_stays() {
    long id = make("{\"seconds\": 1}");
    Placement pinned = desk.placements(id).getLast();
    ok(
        api.put(
            "/api/timetables/%d/placements/%s/pin".formatted(id, pinned.upgrade()),
            "{\"pinned\": true}"));
    long again =
        ok(api.post("/api/timetables/%d/replan".formatted(id), "{\"seconds\": 1}"))
            .json()
            .path("id")
            .asLong();
    until(() -> !desk.get(again).solving().goesOn());
    assertThat(desk.placements(again))
        .as(desk.get(again).trouble().orElse(""))
        .contains(
            new Placement(pinned.upgrade(), pinned.start(), pinned.end(), pinned.mode(), true));
    JsonNode compared = ok(api.get("/api/timetables/%d/compare/%d".formatted(id, again))).json();
    assertThat(compared.path("stayed").asInt()).isGreaterThan(compared.path("moved").size());
  }

  @Test
  void what_is_agreed_on_is_the_plan_and_the_day_of_go_live_follows() {
    long first = make("{\"name\": \"first\", \"seconds\": 1}");
    Answer refused = api.post("/api/timetables/%d/agree".formatted(first), "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.says()).contains("nobody has approved", "not approved", "(despite)");
    assertThat(desk.get(first).state()).isEqualTo(TimetableState.DRAFT);
    assertThat(operator.open("/schedule/timetables/" + first).one(".unapproved form button").text())
        .isEqualTo("Agree without approval");
    JsonNode answer =
        ok(api.post("/api/timetables/%d/agree".formatted(first), ALL_THE_SAME)).json();
    assertThat(answer.path("id").asLong()).isEqualTo(first);
    assertThat(answer.path("unapproved").path(0).path("says").asString()).contains("not approved");
    assertThat(answer.path("despite").asString()).isEqualTo("the year comes first");
    assertThat(operator.open("/schedule/timetables/" + first).one(".unapproved").text())
        .contains("because: the year comes first")
        .contains(answer.path("unapproved").path(0).path("says").asString());
    assertThat(api.get("/api/schedule/conflicts").text())
        .contains(
            "Nobody has approved its costs: "
                + answer.path("unapproved").path(0).path("says").asString());
    Placement placement = desk.placements(first).getFirst();
    String upgrade = "/api/upgrades/" + placement.upgrade();
    assertThat(api.get(upgrade).json().path("upgrade").path("terms").path("goLive").asString())
        .startsWith(placement.start().toString().substring(0, 4));
    assertThat(agreed.of(placement.upgrade())).contains(placement);
    assertThat(api.get(upgrade).json().path("answers").toString())
        .contains("In the timetable", "Europe/Berlin, " + placement.mode());
    long whatIf = make("{\"seconds\": 1, \"withoutFreezes\": [\"christmas\"]}");
    assertThat(api.post("/api/timetables/%d/agree".formatted(whatIf), "").says())
        .contains("what would be if");
    long second = make("{\"name\": \"second\", \"seconds\": 1, \"basedOn\": %d}".formatted(first));
    assertThat(forms(second)).contains("agree", "remove", "replan");
    ok(api.post("/api/timetables/%d/agree".formatted(second), ALL_THE_SAME));
    assertThat(forms(second)).contains("replan").doesNotContain("agree", "remove");
    assertThat(desk.get(first).state()).isEqualTo(TimetableState.SUPERSEDED);
    assertThat(ok(api.get("/api/timetables/agreed")).json().path("timetable").path("id").asLong())
        .isEqualTo(second);
  }

  @Test
  void what_a_new_plan_leaves_out_loses_the_day_it_had_from_the_old_one() {
    long all = make("{\"name\": \"all\", \"seconds\": 1}");
    ok(api.post("/api/timetables/%d/agree".formatted(all), ALL_THE_SAME));
    Placement kept = desk.placements(all).getFirst();
    Placement gone = desk.placements(all).getLast();
    assertThat(goLive(gone)).startsWith("20");
    long few =
        make("{\"name\": \"few\", \"seconds\": 1, \"upgrades\": [%s]}".formatted(kept.upgrade()));
    ok(api.post("/api/timetables/%d/agree".formatted(few), ALL_THE_SAME));
    assertThat(goLive(kept)).startsWith("20");
    assertThat(goLive(gone)).isEmpty();
  }

  @Test
  void what_would_be_if_is_asked_of_what_there_is() {
    Answer refused =
        api.post(
            "/api/timetables",
            "{\"withoutFreezes\": [\"chrismas\"], \"morePeople\": [{\"team\": \"nobody\","
                + " \"people\": 1}], \"moreMoney\": [{\"budget\": \"upgrades\", \"amount\": 1}],"
                + " \"upgrades\": [99999]}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.says())
        .isEqualTo("There is no upgrade 99999, no freeze chrismas, no team nobody.");
  }

  @Test
  void what_has_begun_by_the_plan_is_never_planned_again() {
    long plan = make("{\"name\": \"plan\", \"seconds\": 1}");
    long stale = make("{\"name\": \"made before it began\", \"seconds\": 1}");
    ok(api.post("/api/timetables/%d/agree".formatted(plan), ALL_THE_SAME));
    UpgradeId begun = desk.placements(plan).getFirst().upgrade();
    beans
        .getBean(JdbcClient.class)
        .sql(
            "update schedule_placement set starts = now() - interval '1 hour' where timetable ="
                + " :plan and upgrade = :begun")
        .param("plan", plan)
        .param("begun", begun.value())
        .update();
    Answer refused = api.post("/api/timetables/%d/agree".formatted(stale), "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.says()).contains("has begun at");
    long next = make("{\"name\": \"next\", \"seconds\": 1}");
    assertThat(desk.placements(next)).extracting(Placement::upgrade).doesNotContain(begun);
    ok(api.post("/api/timetables/%d/agree".formatted(next), ALL_THE_SAME));
    assertThat(agreed.of(begun).orElseThrow().start())
        .isEqualTo(desk.placements(plan).getFirst().start());
    beans
        .getBean(JdbcClient.class)
        .sql("delete from schedule_placement where timetable = :next and upgrade = :begun")
        .param("next", next)
        .param("begun", begun.value())
        .update();
  }

  @Test
  void what_does_not_hold_any_more_is_not_agreed_on() {
    long id = make("{\"name\": \"old\", \"seconds\": 1}");
    Placement first = desk.placements(id).getFirst();
    ok(
        api.post(
            "/api/estate/apply",
            """
            apiVersion: evenkeel/v1
            kind: Freeze
            name: sudden
            title: Sudden freeze
            owner: ann
            reason: Something came in between.
            scope: {all: true}
            when: {start: '%s', lasts: PT48H, timeZone: UTC}
            """
                .formatted(first.start().toString().substring(0, 10) + "T00:00")));
    try {
      Answer refused = api.post("/api/timetables/%d/agree".formatted(id), "");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.says()).contains("Sudden freeze", "Plan again from it");
      assertThat(desk.get(id).state()).isEqualTo(TimetableState.DRAFT);
    } finally {
      ok(api.delete("/api/estate/freezes/sudden", "If-Match", "*"));
    }
    ok(api.post("/api/timetables/%d/agree".formatted(id), ALL_THE_SAME));
  }

  private String goLive(Placement placement) {
    return api.get("/api/upgrades/" + placement.upgrade())
        .json()
        .path("upgrade")
        .path("terms")
        .path("goLive")
        .asString("");
  }

  /** What its page offers to do with it. */
  private List<String> forms(long timetable) {
    return operator.open("/schedule/timetables/" + timetable).html().select("main form").stream()
        .map(form -> form.attr("action").replaceAll(".*/", ""))
        .toList();
  }

  @Test
  void a_timetable_is_made_looked_at_and_explained_on_pages() {
    var page =
        operator.press(
            operator.open("/schedule/timetables").one("form.edit button.primary"),
            Map.of("name", "by hand", "seconds", "1"));
    assertThat(page.status()).isEqualTo(302);
    String path = page.leadsTo();
    long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    until(() -> !desk.get(id).solving().goesOn());
    var shown = operator.open(path);
    assertThat(shown.one("h1").text()).contains("by hand", "draft");
    assertThat(shown.one("table.placements").text()).contains("Web shop to 11.0.2");
    for (String tab : List.of("schedule", "budget")) {
      assertThat(
              operator
                  .open("/upgrades/%d/%s".formatted(ids.get("shop"), tab))
                  .html()
                  .select("#notice .notice"))
          .as(tab)
          .isEmpty();
    }
    var why = operator.open(path + "/explain/" + ids.get("shop"));
    assertThat(why.one("h1").text()).isEqualTo("Web shop to 11.0.2");
    assertThat(why.one("nav[aria-label=Schedule] [aria-current]").text()).isEqualTo("Timetables");
    assertThat(why.html().select("main a").eachAttr("href"))
        .contains(path, "/upgrades/%d".formatted(ids.get("shop")));
    assertThat(why.one("#page").text())
        .contains("Times are those of Europe/Berlin")
        .containsPattern("It stands at \\w{3} \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} to")
        .doesNotContainPattern("\\d{2}:\\d{2}:\\d{2}")
        .doesNotContain("UTC", "GMT+", "freeze freeze", " is closed from");
    assertThat(
            operator
                .press(
                    operator.open("/schedule/timetables").one("form.edit button.primary"),
                    Map.of("days", "3"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void what_if_is_asked_with_what_there_is_and_what_was_chosen_stays() {
    var page = operator.open("/schedule/timetables");
    assertThat(page.html().select("form.edit .checks label").eachText())
        .contains("Christmas freeze", "Black week");
    assertThat(page.html().select("select[name='morePeople[1].team'] option").eachAttr("value"))
        .contains("platform", "web");
    Map<String, String> asked =
        Map.of(
            "name", "without it",
            "seconds", "1",
            "withoutFreezes[0]", "christmas",
            "morePeople[1].team", "web",
            "morePeople[1].people", "2");
    Map<String, String> wrong = new LinkedHashMap<>(asked);
    wrong.put("morePeople[1].people", "many");
    var refused = operator.press(page.one("form.edit button.primary"), wrong);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.one("form.edit details").hasAttr("open")).isTrue();
    assertThat(refused.one("select[name='morePeople[1].team'] option[selected]").val())
        .isEqualTo("web");
    var kept = operator.press(page.one("form.edit button.primary"), asked);
    assertThat(kept.status()).as(kept.html().select("main").text()).isEqualTo(302);
    String made = kept.leadsTo();
    long id = Long.parseLong(made.substring(made.lastIndexOf('/') + 1));
    until(() -> !desk.get(id).solving().goesOn());
    assertThat(desk.get(id).wish().withoutFreezes()).containsExactly("christmas");
    assertThat(desk.get(id).wish().morePeople()).containsExactly(Map.entry("web", 2L));
  }
}
