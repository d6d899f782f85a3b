package dev.evenkeel.server.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** An upgrade that is under way is taken over, and one practises with one of low risk (C120). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C120")
class AdoptionTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  private Answer state(String upgrade, String kind, String when) {
    String path = "/api" + upgrade + "/adoption";
    return scene.api.post(
        path + "/statements",
        "{\"kind\": \"%s\", \"says\": \"half of it\", \"who\": \"bob\", \"when\": \"%s\"}"
            .formatted(kind, when),
        "If-Match",
        scene.api.get(path).header("ETag"));
  }

  private String stage(String upgrade) {
    return scene.api.get("/api" + upgrade + "/facts").json().path("stage").asString();
  }

  @Test
  void what_is_done_is_stated_it_is_paused_checked_and_goes_on_when_nothing_is_missing() {
    String upgrade = scene.upgrade();
    assertThat(state(upgrade, "paused", "2026-01-01T10:00Z").says()).contains("does not follow");
    assertThat(state(upgrade, "started", "2999-01-01T10:00Z").says())
        .contains("Only what happened");
    assertThat(state(upgrade, "started", "soon").says()).contains("no moment");
    Answer started = state(upgrade, "started", "2026-01-01T10:00Z");
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    assertThat(stage(upgrade)).isEqualTo("RUNNING");
    assertThat(scene.viewer.open(upgrade).html().select("ul.timeline").text())
        .contains("half of it", "bob", "states");
    assertThat(state(upgrade, "paused", "2026-01-02T10:00Z").status()).isEqualTo(200);
    Answer early = state(upgrade, "resumed", "2026-01-03T10:00Z");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.says()).contains("Missing are", "Audit the risk");
    assertThat(scene.viewer.open(upgrade).one(".blockers").text())
        .contains("safety measures are missing");
    scene.api.post("/api" + upgrade + "/safety", "{}");
    Answer resumed = state(upgrade, "resumed", "2026-01-03T10:00Z");
    assertThat(resumed.status()).as(resumed.text()).isEqualTo(200);
    assertThat(state(upgrade, "finished", "2026-01-04T10:00Z").status()).isEqualTo(200);
    assertThat(stage(upgrade)).isEqualTo("STABILISING");
  }

  @Test
  void
      what_moves_an_upgrade_is_stated_in_the_order_of_time_and_not_long_before_upgrades_were_made() {
    String upgrade = scene.upgrade();
    Answer ancient = state(upgrade, "started", "0001-01-01T10:00Z");
    assertThat(ancient.status()).isEqualTo(400);
    assertThat(ancient.says()).contains("more than ten years ago");
    assertThat(state(upgrade, "done", "0001-01-01T10:00Z").status()).isEqualTo(400);
    assertThat(state(upgrade, "started", "2026-01-20T10:00Z").status()).isEqualTo(200);
    Answer back = state(upgrade, "paused", "2026-01-19T10:00Z");
    assertThat(back.status()).isEqualTo(400);
    assertThat(back.says()).contains("2026-01-19T10:00:00Z", "2026-01-20T10:00:00Z", "was started");
    assertThat(state(upgrade, "done", "2026-01-18T10:00Z").status())
        .as("work that was done before is remembered late")
        .isEqualTo(200);
    assertThat(state(upgrade, "paused", "2026-01-19T10:00Z").status()).isEqualTo(400);
    assertThat(state(upgrade, "paused", "2026-01-20T10:00Z").status()).isEqualTo(200);
    assertThat(state(upgrade, "finished", "2026-01-18T10:00Z").says()).contains("was paused");
    assertThat(stage(upgrade)).isEqualTo("RUNNING");
  }

  @Test
  void a_moment_without_a_zone_is_meant_by_the_clock_of_who_types() {
    String upgrade = scene.upgrade();
    Page page = scene.operator.open(upgrade + "/adoption");
    assertThat(page.html().select("label:has(input[name=when])").text())
        .contains("by the clock of UTC");
    assertThat(page.html().select("script[src*=zone]")).as("it puts the browser's in").hasSize(1);
    Map<String, String> typed =
        Map.of("kind", "STARTED", "who", "bob", "says", "half of it", "zone", "Europe/Berlin");
    String button = "form[action$=statements] button";
    Page gone = scene.operator.press(page.one(button), with(typed, "when", "2026-03-29 02:30"));
    assertThat(gone.status()).isEqualTo(400);
    assertThat(gone.text()).contains("the clock was put forward");
    Page stated = scene.operator.press(page.one(button), with(typed, "when", "2026-01-01 22:00"));
    assertThat(stated.status()).as(stated.text()).isEqualTo(302);
    assertThat(scene.viewer.open(upgrade + "/adoption").one("ul.timeline time").attr("datetime"))
        .isEqualTo("2026-01-01T21:00:00Z");
  }

  private static Map<String, String> with(Map<String, String> there, String name, String value) {
    Map<String, String> all = new HashMap<>(there);
    all.put(name, value);
    return all;
  }

  @Test
  void one_practises_with_low_risk_only_and_it_is_marked_on_every_page() {
    String red = scene.upgrade();
    Answer refused = scene.api.post("/api" + red + "/adoption/practice", "{\"practice\": true}");
    assertThat(refused.says()).contains("ERP is red");
    String under = scene.upgradeOf("script");
    assertThat(state(under, "started", "2026-01-20T10:00Z").status()).isEqualTo(200);
    assertThat(scene.api.post("/api" + under + "/adoption/practice", "{\"practice\": true}").says())
        .contains("It is under way");
    String upgrade = scene.upgradeOf("script");
    Page page = scene.operator.open(upgrade + "/adoption");
    assertThat(scene.operator.press(page.one("form[action$=practice] button"), Map.of()).status())
        .isEqualTo(302);
    for (String tab : new String[] {"", "/go-live", "/people", "/tasks"}) {
      assertThat(scene.viewer.open(upgrade + tab).one("#practice").text()).contains("Practice");
    }
    assertThat(scene.viewer.open("/upgrades?q=" + scene.own).one("table.upgrades").text())
        .contains("practice");
  }
}
