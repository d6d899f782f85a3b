package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.advisory.AdvisoryWatch;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Shows C117 over HTTP and on pages: files of advisories are taken, and systems are hit. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C117")
class AdvisoriesTest {
  @Autowired ListableBeanFactory beans;
  @Autowired AdvisoryWatch watch;
  private ApiClient operator;
  private ApiClient viewer;
  private Browser reader;

  /** No other test has systems or packages of this name. */
  private final String own = "a" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    operator = ApiClient.of(beans, Crew.ALL_HANDS);
    viewer = ApiClient.of(beans, Role.VIEWER);
    reader = Browser.signedIn(beans, Role.VIEWER);
    run("1.1.0");
  }

  private void run(String version) {
    var answer =
        operator.post(
            "/api/estate/apply",
            "{apiVersion: evenkeel/v1, kind: System, name: OWN-box, version: '%s', identifiers: ['pkg:golang/example.com/OWN']}"
                .formatted(version)
                .replace("OWN", own));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private String osv(String id, String modified, String fixed) {
    return """
    {"id": "OWN-ID", "modified": "%s", "summary": "<b>it breaks</b>", "aliases": ["CVE-OWN-ID"],
     "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
     "affected": [{"package": {"ecosystem": "Go", "name": "example.com/OWN"},
     "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
    """
        .formatted(modified, fixed)
        .replace("OWN", own)
        .replace("ID", id)
        .replace("\n", " ");
  }

  private JsonNode taken(String body, String query) {
    var answer =
        operator.post("/api/advisories" + query, body, "Content-Type", "application/octet-stream");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** What is said of the system, when nothing is being computed any more. */
  private List<JsonNode> hits(String id) {
    for (int looks = 0; !watch.now().fresh(); looks++) {
      assertThat(looks).as("looks until all was computed").isLessThan(3_000);
      LockSupport.parkNanos(10_000_000);
    }
    return viewer
        .get("/api/advisories?limit=1000&q=" + own + "-" + id)
        .json()
        .path("vulnerabilities")
        .valueStream()
        .flatMap(one -> one.path("systems").valueStream())
        .toList();
  }

  @Test
  void what_a_file_says_hits_the_systems_it_is_true_for() {
    var taken = taken(osv("one", "2026-01-01T00:00:00Z", "1.2.0"), "?file=one.json");
    assertThat(taken.path("added").asInt()).isEqualTo(1);
    assertThat(taken.at("/records/OSV").asInt()).isEqualTo(1);
    assertThat(hits("one"))
        .singleElement()
        .satisfies(hit -> {
          assertThat(hit.path("system").asString()).isEqualTo(own + "-box");
          assertThat(hit.path("answer").asString()).isEqualTo("affected");
          assertThat(hit.path("fixedIn").asString()).isEqualTo("1.2.0");
          assertThat(hit.path("severity").asString()).isEqualTo("critical");
          assertThat(hit.path("reason").asString()).contains("1.1.0 is in the range before 1.2.0");
        });
    var again = taken(osv("one", "2026-01-01T00:00:00Z", "1.2.0"), "");
    assertThat(again.path("added").asInt() + again.path("changed").asInt()).isZero();
    assertThat(again.path("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void newer_words_of_a_source_replace_older_ones_and_not_the_other_way_round() {
    taken(osv("two", "2026-02-01T00:00:00Z", "1.2.0"), "");
    assertThat(taken(osv("two", "2026-01-01T00:00:00Z", "1.9.0"), "").path("changed").asInt())
        .isZero();
    assertThat(taken(osv("two", "2026-03-01T00:00:00Z", "1.0.5"), "").path("changed").asInt())
        .isEqualTo(1);
    assertThat(hits("two")).isEmpty();
  }

  @Test
  @Tag("C08")
  void what_is_true_for_a_system_counts_in_the_backlog_and_says_so() {
    taken(osv("rank", "2026-02-01T00:00:00Z", "1.2.0"), "");
    assertThat(hits("rank")).hasSize(1);
    JsonNode item = viewer.get("/api/backlog/" + own + "-box").json();
    JsonNode factor =
        item.path("factors")
            .valueStream()
            .filter(one -> one.path("name").asString().equals("ADVISORIES"))
            .findFirst()
            .orElseThrow();
    assertThat(factor.path("share").asDouble()).isEqualTo(0.98, within(1e-9));
    assertThat(factor.path("why").asString())
        .containsPattern("critical \\(9\\.8\\); 1\\.\\d\\.\\d does not have it");
    assertThat(item.path("advisories").toString())
        .contains("CVE-" + own + "-rank", "\"cure\":\"FIXED\"");
    assertThat(reader.open("/backlog/" + own + "-box").one("#page").text())
        .contains("Advisories", "CVE-" + own + "-rank", "ended");
    assertThat(reader.open("/backlog?q=" + own).html().select("summary[title]").eachAttr("title"))
        .anyMatch(title -> title.contains("critical (9.8)"));
  }

  @Test
  void an_upgrade_of_the_system_ends_it() {
    taken(osv("three", "2026-02-01T00:00:00Z", "1.1.1"), "");
    assertThat(hits("three")).hasSize(1);
    run("1.1.1");
    try {
      assertThat(hits("three")).isEmpty();
      assertThat(viewer.get("/api/advisories/systems/" + own + "-box").text())
          .contains("1.1.1 is not in before 1.1.1");
    } finally {
      run("1.1.0");
    }
  }

  @Test
  void a_preview_says_the_same_and_changes_nothing() {
    var preview = taken(osv("four", "2026-01-01T00:00:00Z", "1.2.0"), "?preview=true");
    assertThat(preview.path("added").asInt()).isEqualTo(1);
    assertThat(hits("four")).isEmpty();
    assertThat(
            taken(osv("four", "2026-01-01T00:00:00Z", "1.2.0"), "?preview=true")
                .path("added")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void of_a_file_that_is_broken_in_the_middle_nothing_is_kept() {
    String many =
        "["
            + (osv("five", "2026-01-01T00:00:00Z", "1.2.0") + ",").repeat(3)
            + osv("six", "2026-01-01T00:00:00Z", "1.2.0").substring(0, 50);
    var answer = operator.post("/api/advisories", many, "Content-Type", "application/octet-stream");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.says()).contains("line 1").contains("Nothing").contains("changed");
    assertThat(hits("five")).isEmpty();
  }

  @Test
  void records_that_do_not_fit_are_named_and_the_others_taken() {
    var taken =
        taken(osv("seven", "2026-01-01T00:00:00Z", "1.2.0") + "\n{\"id\": 3\n{}\n", "?file=n.json");
    assertThat(taken.path("added").asInt()).isEqualTo(1);
    assertThat(taken.path("rejections").asInt()).isEqualTo(2);
    assertThat(taken.at("/rejected/0/place").asString()).isEqualTo("n.json, line 2");
    assertThat(hits("seven")).hasSize(1);
  }

  @Test
  void who_only_reads_takes_no_files() {
    assertThat(viewer.post("/api/advisories", "{}").status()).isEqualTo(403);
    assertThat(reader.open("/estate/advisories").html().select("input[type=file]")).isEmpty();
  }

  @Test
  void the_pages_say_what_is_hit_and_why() {
    taken(osv("eight", "2026-01-01T00:00:00Z", "1.2.0"), "");
    hits("eight");
    var page = reader.open("/estate/advisories?q=" + own + "-eight");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.one("table").text())
        .contains("CVE-" + own + "-eight", "<b>it breaks</b>", "critical (9.8)", own + "-box")
        .contains("affected fixed in 1.2.0", "1.1.0 is in the range before 1.2.0");
    var system = reader.open("/estate/systems/" + own + "-box");
    assertThat(system.one("section[aria-labelledby=advisories-title]").text())
        .contains("CVE-" + own + "-eight", "fixed in 1.2.0");
    assertThat(reader.open("/estate").html().select("a[href=/estate/advisories]")).hasSize(1);
  }

  @Test
  void a_file_is_previewed_and_taken_on_the_page() {
    var writer = Browser.signedIn(beans, Crew.ALL_HANDS);
    var form = writer.open("/estate/advisories");
    var buttons = form.html().select("button[name=preview]");
    var file = Map.of("file", osv("nine", "2026-01-01T00:00:00Z", "1.2.0"));
    var preview = writer.press(buttons.first(), file);
    assertThat(preview.one("[role=status]").text()).contains("it would add 1 new");
    var taken = writer.press(buttons.last(), file);
    assertThat(taken.one("[role=status]").text()).contains("1 new, 0 changed");
    assertThat(hits("nine")).hasSize(1);
    var wrong = writer.press(buttons.last(), Map.of("file", "no json"));
    assertThat(wrong.one("[role=alert]").text()).contains("It is no JSON", "Nothing was changed.");
  }
}
