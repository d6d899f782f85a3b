package dev.evenkeel.server.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Artefacts.Batch;
import dev.evenkeel.server.shared.Artefacts.Tally;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How long things are kept, what is held, where data may be (C48, C115). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionTest {
  private static final Actor ANN = Actor.person("ann");

  @Autowired ListableBeanFactory beans;
  @Autowired RetentionDesk desk;
  @Autowired JdbcClient jdbc;
  private RiskScene scene;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
  }

  private UpgradeId id(String path) {
    return UpgradeId.of(path.replaceAll("\\D", ""));
  }

  /** A run that ended long ago, with something printed. */
  private String run(Optional<UpgradeId> upgrade) {
    String run = scene.own + "x" + System.nanoTime();
    jdbc.sql(
            """
            insert into execution_run (id, name, title, kind, runbook, digest, inputs, status, state, version, created_at, created_by, ended_at, upgrade)
            values (:run, 'old', 'Old run', 'REHEARSAL', '', :run, '{}', 'SUCCEEDED', '{}', 1, now() - interval '100 days', 'ann', now() - interval '100 days', :upgrade)
            """)
        .param("run", run)
        .param("upgrade", upgrade.map(UpgradeId::value).orElse(null), java.sql.Types.BIGINT)
        .update();
    jdbc.sql(
            """
            insert into execution_attempt (id, run, step, step_id, target, direction, number, caution, state, intended_at)
            values (:run, :run, 's', 's', 't', 'FORWARD', 1, 'NONE', 'ENDED', now())
            """)
        .param("run", run)
        .update();
    jdbc.sql("insert into execution_output (attempt, at, text) values (:run, now(), 'hello')")
        .param("run", run)
        .update();
    return run;
  }

  /** Nobody can open these runs: they are rows for this alone. */
  @AfterEach
  void take_them_away() {
    for (String sql :
        List.of(
            "delete from execution_output where attempt like :own",
            "delete from execution_attempt where run like :own",
            "delete from execution_run where id like :own")) {
      jdbc.sql(sql).param("own", scene.own + "%").update();
    }
  }

  private long pieces(String run) {
    return jdbc.sql("select count(*) from execution_output where attempt = :run")
        .param("run", run)
        .query(Long.class)
        .single();
  }

  private RetentionDesk.Outlook output() {
    return desk.outlook().stream()
        .filter(one -> one.kind().equals("run-output"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("C115")
  void nothing_is_deleted_without_a_policy_what_is_held_never_and_each_deletion_is_in_the_trail() {
    UpgradeId held = id(scene.upgrade());
    UpgradeId free = id(scene.upgrade());
    String ofHeld = run(Optional.of(held));
    String ofFree = run(Optional.of(free));
    String ofNone = run(Optional.empty());
    assertThat(desk.clear()).as("kept for ever").isZero();
    desk.keep("run-output", Optional.of(30), output().policy().version(), ANN);
    desk.hold(held, true, "a court asks", ANN);
    assertThat(output().due()).extracting(Batch::path).contains("/runs/" + ofFree);
    assertThat(output().held()).isGreaterThanOrEqualTo(2);
    assertThat(output().due())
        .extracting(Batch::path)
        .doesNotContain("/runs/" + ofHeld, "/runs/" + ofNone);
    assertThat(pieces(ofFree)).as("looking deletes nothing").isEqualTo(1);
    desk.clear();
    assertThat(pieces(ofFree)).isZero();
    assertThat(pieces(ofHeld)).isEqualTo(1);
    assertThat(pieces(ofNone)).as("it may belong to the one that is held").isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "select count(*) from audit_entry where subject = :run and what = 'artefacts deleted'")
                .param("run", "/runs/" + ofFree)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    desk.hold(held, false, "the court is done", ANN);
    desk.clear();
    assertThat(pieces(ofHeld)).isZero();
    desk.keep("run-output", Optional.empty(), output().policy().version(), ANN);
  }

  @Test
  @Tag("C115")
  void what_is_held_is_never_in_the_way_of_what_is_due_however_much_it_is() {
    UpgradeId held = id(scene.upgrade());
    UpgradeId free = id(scene.upgrade());
    String oldest = scene.own + "h" + System.nanoTime();
    String newer = scene.own + "f" + System.nanoTime();
    desk.keep("run-output", Optional.of(105), output().policy().version(), ANN);
    clearAll();
    manyRuns(oldest, held, 201, 120);
    manyRuns(newer, free, 203, 110);
    desk.hold(held, true, "a court asks", ANN);
    RetentionDesk.Outlook outlook = output();
    assertThat(outlook.total()).isEqualTo(new Tally(203, 203, 203 * 5));
    assertThat(outlook.held()).isEqualTo(201);
    assertThat(outlook.due()).hasSize(200).allMatch(one -> one.path().startsWith("/runs/" + newer));
    Browser admin =
        Browser.signedIn(
            beans, List.of(Crew.ALL_HANDS.getFirst(), dev.evenkeel.server.shared.Role.ADMIN));
    assertThat(admin.open("/settings/retention").text())
        .contains("1015 characters of 203 pages", "and 3 more", "201 more would be, and are held")
        .contains("What commands printed")
        .doesNotContain(">run-output<");
    assertThat(desk.clear()).isEqualTo(200);
    assertThat(desk.clear()).isEqualTo(3);
    assertThat(desk.clear()).isZero();
    assertThat(piecesLike(newer)).isZero();
    assertThat(piecesLike(oldest)).isEqualTo(201);
    desk.hold(held, false, "the court is done", ANN);
    clearAll();
    assertThat(piecesLike(oldest)).isZero();
    desk.keep("run-output", Optional.empty(), output().policy().version(), ANN);
  }

  private void clearAll() {
    int cleared = desk.clear();
    while (cleared > 0) {
      cleared = desk.clear();
    }
  }

  /** Runs that ended that many days ago, each with one thing printed. */
  private void manyRuns(String name, UpgradeId upgrade, int count, int days) {
    for (String sql :
        List.of(
            """
            insert into execution_run (id, name, title, kind, runbook, digest, inputs, status, state, version, created_at, created_by, ended_at, upgrade)
            select :name || n, 'old', 'Old run', 'REHEARSAL', '', :name || n, '{}', 'SUCCEEDED', '{}', 1, now() - make_interval(days => :days), 'ann', now() - make_interval(days => :days), :upgrade
            from generate_series(1, :count) n
            """,
            """
            insert into execution_attempt (id, run, step, step_id, target, direction, number, caution, state, intended_at)
            select :name || n, :name || n, 's', 's', 't', 'FORWARD', 1, 'NONE', 'ENDED', now() from generate_series(1, :count) n
            """,
            "insert into execution_output (attempt, at, text) select :name || n, now(), 'hello' from generate_series(1, :count) n")) {
      jdbc.sql(sql)
          .param("name", name)
          .param("count", count)
          .param("days", days)
          .param("upgrade", upgrade.value())
          .update();
    }
  }

  private long piecesLike(String name) {
    return jdbc.sql("select count(*) from execution_output where attempt like :name")
        .param("name", name + "%")
        .query(Long.class)
        .single();
  }

  @Test
  @Tag("C115")
  void a_policy_is_changed_by_whoever_saw_it_as_it_is_and_a_hold_is_placed_once() {
    long version = output().policy().version();
    desk.keep("run-output", Optional.of(4000), version, ANN);
    assertThatThrownBy(() -> desk.keep("run-output", Optional.of(1), version, ANN))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Somebody else");
    assertThatThrownBy(() -> desk.keep("dust", Optional.of(1), 0, ANN))
        .hasMessageContaining("run-output");
    UpgradeId id = id(scene.upgrade());
    desk.hold(id, true, "audit", ANN);
    assertThatThrownBy(() -> desk.hold(id, true, "again", ANN))
        .hasMessageContaining("held already");
    assertThat(scene.viewer.open("/upgrades/" + id).text()).contains("Nothing of it is deleted");
    desk.hold(id, false, "over", ANN);
  }

  @Test
  @Tag("C48")
  void
      data_outside_of_their_region_make_an_item_of_the_checklist_no_until_they_are_where_they_may_be() {
    Browser admin =
        Browser.signedIn(
            beans, List.of(Crew.ALL_HANDS.getFirst(), dev.evenkeel.server.shared.Role.ADMIN));
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-bills, version: '1', holds: [billing], labels: {region: us}}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-there, version: '1', labels: {region: eu}}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-alps, version: '1', location: ch}
        """);
    String upgrade = scene.upgradeOf("bills");
    Page settings = admin.open("/settings/retention");
    Page mistyped =
        admin.press(
            settings.one("form[action$=BILLING] button"), Map.of("regions", "eu\n<script>"));
    assertThat(mistyped.status()).isEqualTo(400);
    assertThat(mistyped.html().text())
        .contains("No system of the estate is in '<script>'", "Known are:");
    assertThat(mistyped.one("form[action$=BILLING] textarea[name=regions]").wholeText().strip())
        .as("what was typed stays")
        .isEqualTo("eu\n<script>");
    Page saved =
        admin.press(settings.one("form[action$=BILLING] button"), Map.of("regions", "eu\r\nch"));
    assertThat(saved.status()).isEqualTo(302);
    JsonNode gate = scene.api.get("/api" + upgrade + "/gates").json();
    assertThat(gate.toString()).contains("Data of the kind billing may be in eu; ch only");
    assertThat(scene.viewer.open(upgrade).one(".blockers").text()).contains("is in us");
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-bills, version: '1', holds: [billing], labels: {region: EU}}
        """);
    assertThat(scene.api.get("/api" + upgrade + "/gates").text()).doesNotContain("kind billing");
    scene.put(upgrade + "/rollout", "{\"data\": {\"region\": \"us\"}}");
    assertThat(scene.api.get("/api" + upgrade + "/gates").text())
        .contains("where the roll-out moves data is in us");
    admin.press(
        admin.open("/settings/retention").one("form[action$=BILLING] button"),
        Map.of("regions", ""));
    assertThat(scene.api.get("/api" + upgrade + "/gates").text()).doesNotContain("kind billing");
  }

  @Test
  @Tag("C48")
  void the_name_of_a_region_may_have_commas_on_the_page_and_for_a_program() {
    Browser admin = Browser.signedIn(beans, dev.evenkeel.server.shared.Role.ADMIN);
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: System, name: OWN-rack, version: '1', location: 'Hamburg, rack 1'}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-dock, version: '1', location: 'Bremen, dock'}
        """);
    Page page = admin.open("/settings/retention");
    assertThat(page.html().select("li").eachText()).contains("Hamburg, rack 1", "Bremen, dock");
    assertThat(
            admin
                .press(
                    page.one("form[action$=PERSONAL] button"),
                    Map.of("regions", "Hamburg, rack 1\r\nBremen, dock"))
                .status())
        .isEqualTo(302);
    assertThat(
            admin
                .open("/settings/retention")
                .one("form[action$=PERSONAL] textarea")
                .wholeText()
                .strip())
        .isEqualTo("Hamburg, rack 1\nBremen, dock");
    ApiClient api = ApiClient.of(beans, dev.evenkeel.server.shared.Role.ADMIN);
    for (String wanted : List.of("[\"Bremen, dock\"]", "[]")) {
      long version = personal(api).path("version").asLong();
      assertThat(
              api.put(
                      "/api/retention/residency/personal",
                      "{\"regions\": %s}".formatted(wanted),
                      "If-Match",
                      "\"%d\"".formatted(version))
                  .status())
          .isEqualTo(200);
      assertThat(personal(api).path("regions").toString()).isEqualTo(wanted);
    }
  }

  private static JsonNode personal(ApiClient api) {
    for (JsonNode rule : api.get("/api/retention").json().path("residency")) {
      if (rule.path("data").asString().equalsIgnoreCase("personal")) {
        return rule;
      }
    }
    throw new AssertionError("no rule for personal data");
  }

  @Test
  @Tag("C115")
  void a_kind_that_is_not_there_is_refused_on_the_page_itself() {
    Browser admin = Browser.signedIn(beans, dev.evenkeel.server.shared.Role.ADMIN);
    org.jsoup.nodes.Element button =
        admin.open("/settings/retention").one("form[action$=guest-links] button");
    button.closest("form").attr("action", "/settings/retention/policies/dust");
    Page refused = admin.press(button, Map.of("days", "30"));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text()).contains("There is no kind &#39;dust&#39;. There are");
    assertThat(refused.one("h1").text()).isEqualTo("Keeping data");
  }

  @Test
  @Tag("C115")
  void auditors_read_what_is_kept_and_held_and_change_none_of_it() {
    UpgradeId id = id(scene.upgrade());
    desk.hold(id, true, "a court of law asks", ANN);
    Browser viewer = Browser.signedIn(beans, dev.evenkeel.server.shared.Role.VIEWER);
    assertThat(viewer.open("/settings").one("a[href$=/settings/retention]").text()).isNotEmpty();
    Page page = viewer.open("/settings/retention");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().text())
        .contains("What commands printed", "a court of law asks", "personal data: ");
    assertThat(page.html().select("#page form")).isEmpty();
    ApiClient api = ApiClient.of(beans, dev.evenkeel.server.shared.Role.VIEWER);
    assertThat(api.get("/api/retention").text()).contains("a court of law asks");
    assertThat(
            api.post("/api/retention/releases", "{\"upgrade\": %s, \"why\": \"no\"}".formatted(id))
                .status())
        .isEqualTo(403);
    desk.hold(id, false, "over", ANN);
  }

  @Test
  @Tag("C115")
  void an_upgrade_is_held_by_its_name_and_what_is_mistyped_stays_in_the_form() {
    Browser admin = Browser.signedIn(beans, dev.evenkeel.server.shared.Role.ADMIN);
    String path = scene.upgrade();
    UpgradeId id = id(path);
    Page page = admin.open("/settings/retention");
    String choice = page.one("datalist option[value^='%s ']".formatted(id)).attr("value");
    assertThat(page.html().select("datalist option").eachText())
        .as("a choice shows what it chooses, no other words beside it")
        .isEmpty();
    Page wrong =
        admin.press(
            page.one("form[action$=holds] button:not([formaction])"),
            Map.of("upgrade", "99999999", "why", "a court asks"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.html().text()).contains("There is no upgrade '99999999'");
    assertThat(wrong.one("form[action$=holds] input[name=why]").attr("value"))
        .isEqualTo("a court asks");
    assertThat(
            admin
                .press(
                    page.one("form[action$=holds] button:not([formaction])"),
                    Map.of("upgrade", choice, "why", "a court asks"))
                .status())
        .isEqualTo(302);
    assertThat(admin.open("/settings/retention").html().text()).contains(choice, "a court asks");
    desk.hold(id, false, "over", ANN);
  }

  @Test
  @Tag("C115")
  void texts_of_delivered_messages_and_files_of_tasks_that_are_over_go_and_their_traces_stay() {
    UpgradeId held = id(scene.upgrade());
    UpgradeId free = id(scene.upgrade());
    String ofHeld = message(held);
    String ofFree = message(free);
    desk.keep("message-texts", Optional.of(30), policy("message-texts"), ANN);
    desk.hold(held, true, "a court asks", ANN);
    clearAll();
    assertThat(text(ofFree)).startsWith("(No longer kept");
    assertThat(text(ofHeld)).isEqualTo("hello");
    desk.hold(held, false, "over", ANN);
    desk.keep("message-texts", Optional.empty(), policy("message-texts"), ANN);
    jdbc.sql("delete from comms_message where key in (:keys)")
        .param("keys", List.of(ofHeld, ofFree))
        .update();
  }

  @Test
  @Tag("C115")
  @Tag("C02")
  void links_of_guests_go_when_they_were_over_for_long_and_what_guests_did_stays() {
    UpgradeId held = id(scene.upgrade());
    UpgradeId free = id(scene.upgrade());
    long ofHeld = taskWithLinks(held);
    long ofFree = taskWithLinks(free);
    desk.keep("guest-links", Optional.of(30), policy("guest-links"), ANN);
    desk.hold(held, true, "a court asks", ANN);
    clearAll();
    assertThat(guests(ofFree))
        .as("one is open, one is over since yesterday")
        .containsExactly("new", "open");
    assertThat(guests(ofHeld)).containsExactly("back", "new", "old", "open");
    assertThat(scene.operator.open("/tasks/" + ofFree).text())
        .contains("guest invited", "old, for 14 days");
    desk.hold(held, false, "over", ANN);
    clearAll();
    assertThat(guests(ofHeld)).containsExactly("new", "open");
    desk.keep("guest-links", Optional.empty(), policy("guest-links"), ANN);
  }

  /** With a link that is open, one that expired yesterday, and two that are over since long. */
  private long taskWithLinks(UpgradeId upgrade) {
    ApiClient.Answer launched =
        scene.api.post(
            "/api/upgrades/%s/tasks".formatted(upgrade), "{\"template\": \"release-deployment\"}");
    assertThat(launched.status()).as(launched.text()).isEqualTo(201);
    long task =
        jdbc.sql("select min(id) from tasks_task where upgrade = :upgrade")
            .param("upgrade", upgrade.value())
            .query(Long.class)
            .single();
    for (String name : List.of("open", "new", "old", "back")) {
      scene.api.post(
          "/api/tasks/%d/guests".formatted(task),
          "{\"name\": \"%s\", \"days\": 14}".formatted(name));
    }
    over(task, "new", "expires_at", 1);
    over(task, "old", "expires_at", 31);
    over(task, "back", "revoked_at", 31);
    return task;
  }

  private void over(long task, String name, String when, int days) {
    jdbc.sql(
            "update tasks_guest set %s = now() - make_interval(days => :days) where task = :task and name = :name"
                .formatted(when))
        .param("days", days)
        .param("task", task)
        .param("name", name)
        .update();
  }

  private List<String> guests(long task) {
    return jdbc.sql("select name from tasks_guest where task = :task order by name")
        .param("task", task)
        .query(String.class)
        .list();
  }

  private long policy(String kind) {
    return desk.outlook().stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .policy()
        .version();
  }

  /** One that was delivered long ago. */
  private String message(UpgradeId upgrade) {
    String key = scene.own + "m" + System.nanoTime();
    jdbc.sql(
            """
            insert into comms_message (key, wire, channel_name, subject, text, about, language, actor_kind, actor, state, posted_at, due_at, give_up_at, ended_at)
            values (:key, gen_random_uuid(), 'mail', 'Old news', 'hello', :about, 'en', 'PERSON', 'ann', 'SENT',
                    now() - interval '100 days', now() - interval '100 days', now() - interval '99 days', now() - interval '100 days')
            """)
        .param("key", key)
        .param("about", "/upgrades/%s/messages".formatted(upgrade))
        .update();
    return key;
  }

  private String text(String key) {
    return jdbc.sql("select text from comms_message where key = :key")
        .param("key", key)
        .query(String.class)
        .single();
  }
}
