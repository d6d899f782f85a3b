package dev.evenkeel.server.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.Room;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Large files through the page: how far the work is, and its end when somebody stops it (C06). The
 * work is held where it is to be stopped by what it really waits for: its turn, or a table that
 * another transaction has locked.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
@Tag("C06")
class LongWorkTest {
  private static final String PRIMARY = "#page button.primary";
  private static final int ROWS = 12_000;

  @Autowired ListableBeanFactory beans;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;
  @Autowired Room room;
  @Autowired JsonMapper json;
  private Browser operator;
  private Browser other;
  private ApiClient api;

  @BeforeAll
  void open() {
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
    other = Browser.signedIn(beans, Crew.ALL_HANDS);
    api = ApiClient.of(beans, Role.VIEWER);
  }

  @Test
  void who_waits_for_a_turn_sees_it_and_stops_and_nobody_else_can() throws Exception {
    String work = work();
    String own = own();
    long before = imports();
    room.turn(() -> {
      CompletableFuture<Page> answer = brings(own, table(own, 3), work);
      assertThat(until(work, now -> says(now).startsWith("Waiting")).path("here").asBoolean())
          .isTrue();

      assertThat(read(other.api("/estate/work/" + work)).path("here").asBoolean()).isFalse();
      assertThat(stops(other, work).path("here").asBoolean()).isFalse();
      assertThat(read(operator.api("/estate/work/" + work)).path("stopping").asBoolean()).isFalse();
      assertThat(Browser.signedIn(beans, Role.VIEWER).open("/estate/work/" + work).status())
          .isEqualTo(403);

      stops(operator, work);
      wasStopped(answer.join());
      return work;
    });
    assertThat(imports()).isEqualTo(before);
    assertThat(read(operator.api("/estate/work/" + work)).path("says").asString())
        .contains("it has ended, or another server is at it");
  }

  @Test
  void a_file_that_is_stopped_while_it_is_kept_leaves_nothing() throws Exception {
    String work = work();
    String own = own();
    long before = imports();
    try (Connection holding = locked("inventory_import")) {
      CompletableFuture<Page> answer = brings(own, table(own, 3), work);
      until(work, now -> says(now).equals("What was found is being kept."));
      stops(operator, work);
      holding.rollback();
      wasStopped(answer.join());
    }
    assertThat(imports()).isEqualTo(before);
  }

  @Test
  void an_import_stopped_while_it_is_written_changes_nothing_and_is_applied_afterwards()
      throws Exception {
    String own = own();
    Page brought = brings(own, table(own, ROWS), work()).join();
    assertThat(brought.status()).as(brought.text()).isEqualTo(200);
    assertThat(brought.leadsTo()).endsWith("/columns");
    String one = brought.leadsTo().replace("/columns", "");
    String work = work();
    try (Connection holding = locked("inventory_revision")) {
      CompletableFuture<Page> answer = presses(operator.open(one), PRIMARY, work);
      JsonNode now = until(work, LongWorkTest::isHeldWriting);
      assertThat(says(now)).isEqualTo("Written: 4,999 of 12,000.");
      stops(operator, work);
      holding.rollback();
      wasStopped(answer.join());
    }
    assertThat(api.get("/api/estate/systems/%s-1".formatted(own)).status()).isEqualTo(404);
    assertThat(operator.open(one).one("h1").text()).endsWith("to be decided");

    Page applied = presses(operator.open(one), PRIMARY, work()).join();
    assertThat(applied.leadsTo()).isEqualTo(one);
    assertThat(operator.open(one).one("h1").text()).endsWith("applied");
    assertThat(api.get("/api/estate/systems/%s-1".formatted(own)).status()).isEqualTo(200);

    takingBackIsStopped(operator.open(one).one(".notice.good a").attr("href"), own);
  }

  private void takingBackIsStopped(String change, String own) throws SQLException {
    String revert = "form[action$=revert] button";
    String work = work();
    try (Connection holding = locked("inventory_revision")) {
      CompletableFuture<Page> answer = presses(operator.open(change), revert, work);
      until(work, LongWorkTest::isHeldWriting);
      stops(operator, work);
      holding.rollback();
      wasStopped(answer.join());
    }
    assertThat(api.get("/api/estate/systems/%s-1".formatted(own)).status()).isEqualTo(200);
    Page taken = presses(operator.open(change), revert, work()).join();
    assertThat(taken.leadsTo()).startsWith("/estate/changes/").isNotEqualTo(change);
    assertThat(api.get("/api/estate/systems/%s-1".formatted(own)).status()).isEqualTo(404);
  }

  @Test
  void what_is_refused_is_said_in_the_form_as_without_a_script() {
    Page refused = brings(own(), "", work()).join();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.notice()).contains("No file was chosen");
    assertThat(refused.one(PRIMARY).text()).isEqualTo("Look at it");
  }

  private static void wasStopped(Page answer) {
    assertThat(answer.text()).isEqualTo("Stopped. Nothing was changed: all is as it was before.");
    assertThat(answer.headers().get("content-type")).startsWith("text/plain");
  }

  private CompletableFuture<Page> brings(String own, String text, String work) {
    Page form = operator.open("/estate/import");
    Map<String, String> typed = Map.of("file", text, "format", "csv", "source", own);
    return CompletableFuture.supplyAsync(
        () -> operator.pressWatched(form.one(PRIMARY), typed, work));
  }

  private CompletableFuture<Page> presses(Page page, String button, String work) {
    return CompletableFuture.supplyAsync(
        () -> operator.pressWatched(page.one(button), Map.of(), work));
  }

  /** Asks as the page does, until it is so. */
  private JsonNode until(String work, Predicate<JsonNode> so) {
    JsonNode now = read(operator.api("/estate/work/" + work));
    while (!so.test(now)) {
      now = read(operator.api("/estate/work/" + work));
    }
    return now;
  }

  private JsonNode stops(Browser who, String work) {
    Page form = who.open("/estate/import");
    var button = form.one(PRIMARY);
    button.closest("form").attr("action", "/estate/work/" + work + "/stop").removeAttr("enctype");
    return read(who.pressWatched(button, Map.of(), "none"));
  }

  private JsonNode read(Page page) {
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return json.readTree(page.text());
  }

  /** The 5,000th document is written together with those before it. */
  private static boolean isHeldWriting(JsonNode progress) {
    return says(progress).startsWith("Written") && progress.path("done").asInt() >= 4_999;
  }

  private static String says(JsonNode progress) {
    return progress.path("says").asString();
  }

  private Connection locked(String table) throws SQLException {
    Connection holding = database.getConnection();
    holding.setAutoCommit(false);
    holding.createStatement().execute("lock table " + table + " in share mode");
    return holding;
  }

  private long imports() {
    return jdbc.sql("select count(*) from inventory_import").query(Long.class).single();
  }

  private static String table(String own, int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(n -> "%s-%d;%d".formatted(own, n, n))
        .collect(Collectors.joining("\n", "name;version\n", "\n"));
  }

  /** A source and systems that no other test has. */
  private static String own() {
    return "l" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String work() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
