package dev.evenkeel.server.comms.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.plan.Due;
import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.comms.plan.Planned;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words while a run is under way, and what everybody may read of them (C52). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C52")
class BeatsTest {
  @Autowired ListableBeanFactory beans;
  @Autowired Outbox outbox;
  @Autowired BeatDesk desk;
  @Autowired Untold untold;
  @Autowired MessageDesk plans;
  @Autowired UpgradeBook book;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  private ApiClient api;
  private final String own = "b" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  void open() {
    api = ApiClient.of(beans, Role.ADMIN);
    api.post(
        "/api/estate/apply",
        """
        {apiVersion: evenkeel/v1, kind: System, name: %1$s, title: The secret system, version: '10.1'}
        ---
        {apiVersion: evenkeel/v1, kind: Person, name: %1$s-cleo, title: Cleo, email: cleo@example.org}
        """
            .formatted(own));
    jdbc.sql(
            """
            insert into comms_channel (name, kind, address, language, audience, changed_at, changed_by)
            values (:name, 'WEBHOOK', 'http://127.0.0.1:9/', 'en', 'technical', now(), 'test')
            """)
        .param("name", own)
        .update();
  }

  private Upgrade upgrade(String more) {
    long id =
        api.post(
                "/api/upgrades",
                "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"title\": \"Hidden title\", \"owner\": \"zacharias\", \"goLive\": \"%s\"}"
                    .formatted(
                        own, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1)))
            .json()
            .path("id")
            .asLong();
    Answer kept =
        api.put(
            "/api/upgrades/%d/messages".formatted(id),
            "{\"communicator\": \"%s-cleo\", \"live\": \"%s\"%s}".formatted(own, own, more),
            "If-Match",
            "\"0\"");
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    return book.get(new UpgradeId(id));
  }

  private RunReport run(String status, Duration ago, String verdict) {
    Instant began = clock.instant().minus(ago);
    return new RunReport(
        new RunId("r" + UUID.randomUUID().toString().substring(0, 7)),
        "Shop",
        status,
        status.equals("RUNNING") ? "" : "Errors are at 2 %",
        Optional.of(began),
        Optional.empty(),
        began,
        1,
        1,
        4,
        true,
        Optional.of(new RunReport.Judged(verdict, "", began)),
        Set.of(own),
        Optional.empty(),
        Map.of());
  }

  private List<Posted> posted(Upgrade upgrade) {
    return outbox.of("/upgrades/" + upgrade.id());
  }

  @Test
  void a_missed_word_is_replaced_by_one_of_verified_facts_once_and_the_communicator_is_told() {
    Upgrade upgrade = upgrade("");
    RunReport run = run("RUNNING", Duration.ofMinutes(31), "HEALTHY");
    desk.beat(upgrade, run);
    desk.beat(upgrade, run);
    assertThat(posted(upgrade)).hasSize(2);
    assertThat(posted(upgrade))
        .anySatisfy(one ->
            assertThat(one.message().text())
                .contains("Still in progress, no issues.", "Evenkeel sends this by itself"))
        .anySatisfy(one -> assertThat(one.message().to()).contains("cleo@example.org"));
    assertThat(desk.of(run, upgrade))
        .singleElement()
        .satisfies(beat -> assertThat(beat.kind()).isEqualTo(Beat.Kind.MACHINE));
  }

  @Test
  void a_machine_never_says_no_issues_when_it_waits_or_the_verdict_is_not_healthy() {
    for (RunReport run :
        List.of(
            run("PAUSED", Duration.ofMinutes(31), "WARNING"),
            run("RUNNING", Duration.ofMinutes(31), "NOT_ENOUGH_EVIDENCE"))) {
      Upgrade upgrade = upgrade("");
      desk.beat(upgrade, run);
      assertThat(posted(upgrade))
          .noneSatisfy(one ->
              assertThat(one.message().subject() + one.message().text()).contains("no issues"));
    }
  }

  @Test
  void the_word_of_a_person_goes_out_and_holds_the_machine_back() {
    Upgrade upgrade = upgrade("");
    RunReport run = run("RUNNING", Duration.ofMinutes(31), "HEALTHY");
    desk.say(upgrade, Optional.of(run), "Half of it is done.", Actor.person("cleo"));
    desk.beat(upgrade, run);
    assertThat(posted(upgrade))
        .singleElement()
        .satisfies(one -> assertThat(one.message().text()).isEqualTo("Half of it is done.\n"));
  }

  @Test
  void who_was_promised_a_word_gets_it_on_the_channel_of_the_promise() {
    String users = own + "-users";
    jdbc.sql(
            """
            insert into comms_channel (name, kind, address, language, audience, changed_at, changed_by)
            values (:name, 'WEBHOOK', 'http://127.0.0.1:9/', 'de', 'users', now(), 'test')
            on conflict (name) do nothing
            """)
        .param("name", users)
        .update();
    Upgrade upgrade = upgrade("");
    RunReport run = run("RUNNING", Duration.ofMinutes(31), "HEALTHY");
    MessagePlan plan = plans.of(upgrade);
    Planned begins =
        plan.messages().stream()
            .filter(one -> one.occasion() == Occasion.START)
            .findFirst()
            .orElseThrow()
            .on(new MessagePlan.Way(users, "users", "de"));
    assertThat(desk.channels(run, upgrade)).containsExactly(own);
    plans.send(
        upgrade,
        plan,
        new Due(
            begins,
            "upgrade/%s/plan/%d/%s".formatted(upgrade.id(), begins.number(), run.id().value()),
            Optional.of(run)));
    assertThat(posted(upgrade).getFirst().message().text()).contains("Die nächste Nachricht kommt");
    assertThat(desk.channels(run, upgrade)).containsExactly(own, users);

    desk.beat(upgrade, run);
    assertThat(posted(upgrade))
        .filteredOn(one -> one.channelName().equals(users))
        .extracting(one -> one.message().text())
        .anySatisfy(text -> assertThat(text).contains("Läuft noch, keine Probleme."));
    desk.say(upgrade, Optional.of(run), "Half of it is done.", Actor.person("cleo"));
    assertThat(posted(upgrade))
        .filteredOn(one -> one.message().text().equals("Half of it is done.\n"))
        .extracting(Posted::channelName)
        .containsExactlyInAnyOrder(own, users);
  }

  @Test
  void who_should_tell_people_hears_at_once_of_a_run_of_which_nobody_would_hear() {
    Upgrade silent = upgrade("");
    RunReport over = run("SUCCEEDED", Duration.ofMinutes(2), "HEALTHY");
    untold.look(silent, over);
    untold.look(silent, over);
    assertThat(posted(silent))
        .hasSize(2)
        .allSatisfy(one ->
            assertThat(one.message().subject())
                .isEqualTo("A run of Hidden title began, and nobody is told"))
        .anySatisfy(one -> assertThat(one.message().to()).contains("cleo@example.org"))
        .anySatisfy(one ->
            assertThat(one.message().text())
                .contains("no message of its plan of messages was approved, sent or skipped"));
    assertThat(desk.of(over, silent)).extracting(Beat::kind).containsExactly(Beat.Kind.ALARM);
    assertThat(api.get("/api/audit?what=nobody%20is%20told").text()).contains(over.path());

    Upgrade decided = upgrade("");
    plans.skip(
        decided.id(), 1, "They sit beside me.", plans.of(decided).version(), Actor.person("cleo"));
    untold.look(decided, run("RUNNING", Duration.ofMinutes(2), "HEALTHY"));
    assertThat(posted(decided)).isEmpty();
  }

  @Test
  void past_an_hour_the_silence_is_on_record_and_the_team_is_told() {
    Upgrade upgrade = upgrade("");
    RunReport run = run("RUNNING", Duration.ofMinutes(61), "HEALTHY");
    desk.beat(upgrade, run);
    desk.beat(upgrade, run);
    assertThat(desk.of(run, upgrade))
        .extracting(Beat::kind)
        .containsExactlyInAnyOrder(Beat.Kind.ALARM, Beat.Kind.MACHINE);
    assertThat(posted(upgrade))
        .filteredOn(one -> one.message().subject().contains("people hear nothing"))
        .hasSize(2);
    assertThat(api.get("/api/audit?what=nothing%20was%20said").text()).contains(run.path());
  }

  @Test
  void nobody_writes_when_nothing_runs() {
    Upgrade upgrade = upgrade("");
    assertThat(
            api.post(
                    "/api/upgrades/%s/messages/live".formatted(upgrade.id()),
                    "{\"says\": \"All is well.\"}")
                .says())
        .contains("No run of upgrade");
  }

  @Test
  void of_an_upgrade_for_practice_nothing_is_said_anywhere() {
    Upgrade practised = upgrade(", \"open\": true, \"openTitle\": \"Only practised\"");
    practise(practised);
    RunReport run = run("PAUSED", Duration.ofMinutes(61), "WARNING");
    desk.beat(practised, run);
    assertThatThrownBy(() ->
            desk.say(practised, Optional.of(run), "Half of it is done.", Actor.person("cleo")))
        .hasMessageContaining("is for practice, so nobody is told");
    assertThat(posted(practised)).isEmpty();
    assertThat(desk.of(run, practised)).isEmpty();
    assertThat(plans.published(practised.id(), 5)).isEmpty();
  }

  private void practise(Upgrade upgrade) {
    Answer answer =
        api.post(
            "/api/upgrades/%s/adoption/practice".formatted(upgrade.id()), "{\"practice\": true}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void on_the_public_page_words_stand_in_the_language_of_what_else_stands_there() {
    Upgrade upgrade = upgrade(", \"open\": true, \"openTitle\": \"Der Laden\"");
    Planned begins =
        plans.of(upgrade).messages().stream()
            .filter(one -> one.occasion() == Occasion.START)
            .findFirst()
            .orElseThrow();
    String path = "/api/upgrades/%s/messages".formatted(upgrade.id());
    Answer german =
        api.put(
            "%s/%d".formatted(path, begins.number()),
            "{\"occasion\": \"start\", \"basis\": \"run-started\", \"detail\": \"users\", \"language\": \"de\", \"channel\": \"%s\", \"owner\": \"cleo\", \"open\": true}"
                .formatted(own),
            "If-Match",
            api.get(path).header("ETag"));
    assertThat(german.status()).as(german.text()).isEqualTo(200);
    desk.beat(upgrade, run("RUNNING", Duration.ofMinutes(31), "HEALTHY"));
    assertThat(plans.published(upgrade.id(), 5))
        .singleElement()
        .satisfies(one -> assertThat(one.text()).contains("Läuft noch, keine Probleme."));
    practise(upgrade);
  }

  @Test
  void everybody_reads_what_is_public_and_no_name_of_a_person_or_system() {
    // Something was said of it before one only practised with it.
    Upgrade practised = upgrade(", \"open\": true, \"openTitle\": \"Only practised\"");
    desk.beat(practised, run("PAUSED", Duration.ofMinutes(31), "WARNING"));
    practise(practised);
    Upgrade upgrade = upgrade(", \"open\": true, \"openTitle\": \"The web shop <new>\"");
    RunReport run = run("PAUSED", Duration.ofMinutes(31), "WARNING");
    desk.beat(upgrade, run);
    Browser nobody = Browser.signedOut(beans);
    Browser.Page page = eventually(nobody);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("The web shop &lt;new&gt;")
        .doesNotContain(
            "Only practised",
            "Hidden title",
            "The secret system",
            own,
            "zacharias",
            "2 %",
            "cleo",
            "11.0");
    // Only the day is known: no hour is made up for it.
    String day =
        DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH)
            .format(upgrade.terms().goLive().orElseThrow());
    assertThat(page.text()).contains(day + "</b>; the hour is not fixed yet");
    assertThat(page.html().select("section:contains(The web shop) > p time")).isEmpty();
    String feed = nobody.open("/status/feed.atom").text();
    assertThat(feed)
        .contains("http://www.w3.org/2005/Atom", "<title>The web shop &lt;new&gt;")
        .contains("<title>%s</title>".formatted(page.one("h1").text()))
        .doesNotContain("Only practised", "Hidden title", "The secret system");
    Browser.Page german =
        nobody.send(
            nobody.request("/status").header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.5"));
    assertThat(german.text())
        .contains("lang=\"de\"", "die Uhrzeit steht noch nicht fest", "geplant");
    for (int look = 0; look < 130; look++) {
      assertThat(nobody.open("/status").status()).as("an office looks").isEqualTo(200);
    }
  }

  /** The page is kept for ten seconds, maybe from before. */
  private static Browser.Page eventually(Browser browser) {
    for (int i = 0; i < 60; i++) {
      Browser.Page page = browser.open("/status");
      if (page.text().contains("web shop") && page.text().contains("It is paused")) {
        return page;
      }
      try {
        Thread.sleep(250);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    return browser.open("/status");
  }

  @Test
  void of_a_run_whose_plan_nobody_touched_the_owner_is_told_after_an_hour_that_nobody_hears() {
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: Person, name: zacharias, title: Zacharias, email: zacharias@example.org, timeZone: Europe/Berlin}");
    long id =
        api.post(
                "/api/upgrades",
                "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"title\": \"Untouched\", \"owner\": \"zacharias\"}"
                    .formatted(own))
            .json()
            .path("id")
            .asLong();
    Upgrade upgrade = book.get(new UpgradeId(id));
    RunReport run = run("RUNNING", Duration.ofMinutes(61), "HEALTHY");
    desk.beat(upgrade, run);
    desk.beat(upgrade, run);
    assertThat(desk.of(run, upgrade))
        .singleElement()
        .satisfies(beat -> assertThat(beat.says()).contains("names no live channel"));
    assertThat(posted(upgrade))
        .filteredOn(one -> one.message().to().equals(Optional.of("zacharias@example.org")))
        .singleElement()
        .satisfies(one ->
            assertThat(one.message().text())
                .contains("names no live channel", "(Europe/Berlin)")
                .doesNotContainPattern("\\d{4}-\\d\\d-\\d\\dT"));
  }
}
