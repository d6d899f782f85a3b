package dev.evenkeel.server.comms.remind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Person;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.ChannelBook;
import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.ChannelTerms.InDoubt;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.comms.ChannelTerms.Security;
import dev.evenkeel.server.comms.MessageFilter;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.RaggedSmtp;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Installation;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People are reminded of their tasks, quietly and once (C02, C56). */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C02")
class RemindersTest {
  @Autowired ListableBeanFactory beans;
  @Autowired ReminderDesk desk;
  @Autowired OwnTasks tasks;
  @Autowired ChannelBook channels;
  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired Installation installation;
  @Autowired Clock clock;
  private final RaggedSmtp mail = new RaggedSmtp(new Random(1));
  private RiskScene scene;
  private Optional<String> before = Optional.empty();
  private String channel = "";

  /** A Monday that is not today, five past eight. */
  private Instant monday = Instant.EPOCH;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
    before = channels.forPeople().map(one -> one.name());
    channel = "people-" + scene.own;
    channels.add(
        new ChannelTerms(
            channel,
            ChannelKind.SMTP,
            "all@example.org",
            Optional.empty(),
            Optional.of(
                new MailTerms(
                    "127.0.0.1", mail.port(), Security.NONE, Optional.empty(), "us@example.org")),
            "en",
            "operations",
            false,
            true,
            InDoubt.HOLD),
        Actor.person("ann"));
    monday =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .plusDays(2)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .atTime(8, 5)
            .toInstant(ZoneOffset.UTC);
  }

  @AfterAll
  void close() {
    jdbc.sql("update comms_channel set for_people = false").update();
    jdbc.sql("update comms_channel set for_people = true where name = :before")
        .param("before", before.orElse(""))
        .update();
    mail.close();
  }

  private Person person(String name, String more) {
    scene.apply(
        "{apiVersion: evenkeel/v1, kind: Person, name: %s, title: Ida%s}".formatted(name, more));
    return desk.person(name).orElseThrow();
  }

  private static String of(String name) {
    return "{person: %s}".formatted(name);
  }

  /** The path of an upgrade with one task of somebody. */
  private String taskOf(String owner, Instant due) {
    String template = scene.own + "-" + UUID.randomUUID().toString().substring(0, 8);
    Answer shelf =
        scene.api.post(
            "/api/templates",
            """
            apiVersion: evenkeel/v1
            kind: Template
            name: %s
            title: One thing
            owner: %s
            steps:
              - {key: check, title: Check the export of %s, offset: 2d}
            """
                .formatted(template, owner, template));
    assertThat(shelf.status()).as(shelf.text()).isIn(200, 201);
    String upgrade = scene.upgrade();
    Answer launched =
        scene.api.post("/api" + upgrade + "/tasks", "{\"template\": \"%s\"}".formatted(template));
    assertThat(launched.status()).as(launched.text()).isEqualTo(201);
    jdbc.sql("update tasks_task set due = :due where upgrade = :upgrade")
        .param("due", due.atOffset(ZoneOffset.UTC))
        .param("upgrade", Long.parseLong(upgrade.replace("/upgrades/", "")))
        .update();
    return upgrade;
  }

  private static String uid(String calendar) {
    return calendar
        .replaceAll("\\r?\\n[ \t]", "")
        .lines()
        .filter(line -> line.startsWith("UID:"))
        .findFirst()
        .orElseThrow()
        .substring("UID:".length());
  }

  private List<Posted> posted(Person person) {
    return outbox.of("/tasks").stream()
        .filter(one -> one.message().to().equals(person.email()))
        .toList();
  }

  private Person addressed(String name) {
    return person(name, ", email: %s@example.org".formatted(name));
  }

  @Test
  void what_is_overdue_arrives_by_e_mail_once_a_day_however_often_it_is_looked() {
    Person ida = addressed(scene.own + "-ida");
    taskOf(of(ida.name()), monday.minus(3, ChronoUnit.DAYS));
    desk.remind(ida, monday);
    desk.remind(ida, monday.plusSeconds(60));
    assertThat(posted(ida)).hasSize(1);
    desk.remind(ida, monday.plus(1, ChronoUnit.DAYS));
    assertThat(posted(ida))
        .extracting(one -> one.message().subject())
        .containsExactly("Your tasks: 1 overdue", "Your tasks: 1 overdue");
    RiskScene.until(
        () -> mail.mails().stream().filter(one -> one.to().contains(address(ida))).count() == 2);
    assertThat(mail.mails())
        .filteredOn(one -> one.to().contains(address(ida)))
        .allSatisfy(one -> assertThat(one.text()).contains("Overdue", "Check the export"));
  }

  private static String address(Person person) {
    return person.email().orElseThrow();
  }

  @Test
  void a_sponsor_hears_once_of_costs_that_wait() {
    Browser sponsor = Browser.signedIn(beans, Role.SPONSOR);
    Person sofia = addressed(sponsor.open("/tasks").one(".who .name").text());
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Budget, name: OWN-it, title: IT of OWN, owner: ann, currency: CHF,
         periods: [{title: now, from: FROM, to: TO, amount: 10000}]}
        """
            .replace("FROM", scene.today.minusDays(30).toString())
            .replace("TO", scene.goLive.plusDays(30).toString()));
    String upgrade = scene.upgrade();
    scene.put(
        upgrade + "/schedule",
        "budget: %s-it\nways: [{strategy: big-bang, costs: [{kind: licences, amount: 9137}]}]"
            .formatted(scene.own));
    RiskScene.until(() -> sponsor.open("/waiting").text().contains("9,137 CHF"));
    desk.remind(sofia, monday);
    desk.remind(sofia, monday.plus(1, ChronoUnit.DAYS));
    assertThat(outbox.of("/waiting"))
        .filteredOn(one -> one.message().to().equals(sofia.email()))
        .as("of these costs, whatever else waits for a sponsor of everything")
        .filteredOn(one -> one.message().text().contains("9,137 CHF"))
        .singleElement()
        .satisfies(one ->
            assertThat(one.message().text()).contains("Approve what it costs, or not: 9,137 CHF"));
  }

  @Test
  void what_is_new_is_told_once_and_then_there_is_quiet() {
    Person uta = addressed(scene.own + "-uta");
    taskOf(of(uta.name()), monday.plus(40, ChronoUnit.DAYS));
    for (int day = 0; day < 5; day++) {
      desk.remind(uta, monday.plus(day, ChronoUnit.DAYS));
    }
    assertThat(posted(uta))
        .singleElement()
        .satisfies(one -> assertThat(one.message().subject()).isEqualTo("Your tasks: 1 new"));
  }

  @Test
  void of_what_is_practised_those_are_told_who_practise() {
    Person bea =
        person(
            scene.own + "-bea",
            ", email: %1$s-bea@example.org, team: %1$s-crew".formatted(scene.own));
    String upgrade = taskOf("{team: %s-crew}".formatted(scene.own), monday.minusSeconds(60));
    jdbc.sql(
            """
            insert into plan_practice (upgrade, practice, at, actor_kind, actor) values (:id, true, now(), 'PERSON', 'ann')
            """)
        .param("id", Long.parseLong(upgrade.replace("/upgrades/", "")))
        .update();
    assertThat(tasks.of(bea)).isEmpty();
    scene.put(
        upgrade + "/people/team",
        "{\"members\": [{\"role\": \"test-lead\", \"person\": \"%s\"}]}".formatted(bea.name()));
    desk.remind(bea, monday);
    assertThat(posted(bea))
        .singleElement()
        .satisfies(one -> assertThat(one.message().text()).contains("[practice]"));
  }

  @Test
  void what_is_late_a_day_before_go_live_is_told_at_once_and_once() {
    Person eva = addressed(scene.own + "-eva");
    String upgrade = taskOf(of(eva.name()), clock.instant().minus(3, ChronoUnit.HOURS));
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    jdbc.sql("update plan_upgrade set go_live = :day where id = :id")
        .param("day", java.sql.Date.valueOf(tomorrow))
        .param("id", Long.parseLong(upgrade.replace("/upgrades/", "")))
        .update();
    Instant now = clock.instant();
    desk.urge(eva, tasks.near(now), now);
    desk.urge(eva, tasks.near(now), now.plusSeconds(60));
    assertThat(posted(eva))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.message().subject()).startsWith("Overdue, and the go-live is near:");
          assertThat(one.message().key()).startsWith("task-urgent/" + eva.name());
        });
  }

  @Test
  void the_address_of_the_account_comes_before_the_one_of_the_estate() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    String name = browser.open("/tasks").one("span.name").text();
    Page account = browser.open("/settings/account");
    browser.press(
        account.one("form[action$=address] button"), Map.of("email", name + "@own.example.org"));
    assertThat(browser.open("/tasks").text())
        .as("without anybody of that name in the estate")
        .contains(name + "@own.example.org");
    Person own = addressed(name);
    assertThat(own.email()).contains(name + "@own.example.org");
    taskOf(of(name), monday.minusSeconds(60));
    desk.remind(own, monday);
    assertThat(posted(own)).hasSize(1);
    browser.press(
        browser.open("/settings/account").one("form[action$=address] button"), Map.of("email", ""));
    assertThat(browser.open("/tasks").text()).contains(name + "@example.org");
  }

  @Test
  void one_chooses_hour_zone_and_language_on_a_page_of_ones_own() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    String name = browser.open("/tasks").one("span.name").text();
    assertThat(browser.open("/tasks").one("p .warn").text())
        .contains(
            "No address: reminders cannot reach you. Give your e-mail address under Settings");
    Person own = addressed(name);
    assertThat(browser.open("/tasks").text()).contains("You are reminded at 08:00, UTC");
    Page page = browser.open("/tasks/reminders");
    Page wrong =
        browser.press(
            page.one("form[action$=reminders] button"), Map.of("zone", "Berlin", "at", "late"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("There is no zone &#39;Berlin&#39;", "no time of the day");
    assertThat(
            browser
                .press(
                    page.one("form[action$=reminders] button"),
                    Map.of("zone", "Europe/Berlin", "at", "07:30", "language", "DE"))
                .status())
        .isEqualTo(302);
    Page stale = browser.press(page.one("form[action$=reminders] button"), Map.of("at", "09:00"));
    assertThat(stale.status()).isEqualTo(409);
    taskOf(of(name), monday.minusSeconds(60));
    desk.remind(own, monday.minus(3, ChronoUnit.HOURS));
    assertThat(posted(own)).isEmpty();
    desk.remind(own, monday);
    assertThat(posted(own))
        .singleElement()
        .satisfies(one -> assertThat(one.message().text()).contains("Überfällig", "Uhr"));
    browser.press(
        browser.open("/tasks/reminders").one("form[action$=reminders] button"),
        Map.of("mode", "OFF"));
    desk.remind(own, monday.plus(1, ChronoUnit.DAYS));
    assertThat(posted(own)).hasSize(1);
  }

  @Test
  void whom_no_reminder_reaches_stands_on_the_page() {
    taskOf(of(scene.own + "-nobody"), monday);
    assertThat(scene.viewer.open("/tasks/reminders").text()).contains(scene.own + "-nobody");
  }

  @Test
  @Tag("C42")
  void the_kick_off_is_an_invitation_that_follows_the_meeting_and_is_called_off() {
    Person ida = addressed(scene.own + "-ina");
    String upgrade = scene.upgrade();
    scene.put(
        upgrade + "/people/team",
        "{\"members\": [{\"role\": \"test-lead\", \"person\": \"%s\"}]}".formatted(ida.name()));
    String path = "/api" + upgrade + "/people/kick-off/invitations";
    assertThat(scene.api.post(path, "").says()).contains("has no day yet");
    String meeting =
        "{\"day\": \"%s\", \"time\": \"14:00\", \"zone\": \"Europe/Berlin\", \"place\": \"Room 1\", \"agenda\": [\"Why\"]}";
    scene.put(upgrade + "/people/kick-off", meeting.formatted(scene.today.plusDays(9)));
    assertThat(invitations(ida)).isEmpty();
    Answer invited = scene.api.post(path, "");
    assertThat(invited.status()).as(invited.text()).isEqualTo(200);
    assertThat(scene.api.post(path, "").says()).contains("has this invitation already");
    assertThat(invitations(ida))
        .singleElement()
        .satisfies(
            text -> assertThat(text).contains("METHOD:REQUEST", "SEQUENCE:0", "LOCATION:Room 1"));
    String uid = uid(invitations(ida).getFirst());
    assertThat(uid)
        .as("no other installation has it")
        .contains("-kick-off@" + installation.id())
        .isEqualTo(uid(scene.viewer.open(upgrade + "/people/kick-off.ics").text()));
    // As it was named in mails before installations had names of their own.
    jdbc.sql("update comms_kick_off set uid = 'old@evenkeel' where uid = :uid")
        .param("uid", uid)
        .update();

    scene.put(upgrade + "/people/kick-off", meeting.formatted(scene.today.plusDays(10)));
    assertThat(invitations(ida).getFirst()).contains("METHOD:REQUEST", "SEQUENCE:1");
    assertThat(uid(invitations(ida).getFirst())).isEqualTo("old@evenkeel");
    scene.put(upgrade + "/people/kick-off", "{\"agenda\": [\"Why\"]}");
    assertThat(invitations(ida)).hasSize(3);
    assertThat(invitations(ida).getFirst())
        .contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
    assertThat(scene.viewer.open(upgrade + "/people").one("#kick-off").text())
        .contains(ida.name(), "called off");
    RiskScene.until(() ->
        mail.mails().stream()
                .filter(one -> one.to().contains(address(ida)))
                .filter(one -> one.text().contains("text/calendar"))
                .count()
            == 3);
  }

  /** The newest first. */
  private List<String> invitations(Person person) {
    return outbox.list(new MessageFilter(Optional.empty(), "", "", Long.MAX_VALUE, 500)).stream()
        .filter(one -> one.message().to().equals(person.email()))
        .flatMap(one -> one.message().invite().stream())
        .toList();
  }

  @Test
  void the_tasks_are_a_calendar_at_a_secret_address_that_can_be_taken_back() {
    Browser browser = Browser.signedIn(beans, Role.VIEWER);
    String name = browser.open("/tasks").one("span.name").text();
    taskOf(of(name), monday);
    Page made = browser.press(browser.open("/tasks/calendar").one("#new-address button"), Map.of());
    String path = made.one("#address").text().replaceFirst("^https?://[^/]+", "");
    Browser nobody = Browser.signedOut(beans);
    Page feed = nobody.api(path);
    assertThat(feed.status()).as(feed.text()).isEqualTo(200);
    assertThat(feed.headers().get("content-type")).startsWith("text/calendar");
    assertThat(feed.text())
        .contains("BEGIN:VEVENT", "SUMMARY:Due: Check the export", "@" + installation.id())
        .doesNotContain("VTODO");
    assertThat(nobody.api(path + "?as=todos").text())
        .contains("BEGIN:VTODO", "DUE:")
        .doesNotContain("VEVENT");
    assertThat(
            nobody
                .send(nobody.request(path).header("If-None-Match", feed.headers().get("etag")))
                .status())
        .isEqualTo(304);
    assertThat(scene.viewer.open("/schedule/feeds").text()).doesNotContain(name + ".ics");

    Page again =
        browser.press(browser.open("/tasks/calendar").one("#new-address button"), Map.of());
    String other = again.one("#address").text().replaceFirst("^https?://[^/]+", "");
    assertThat(nobody.api(path).status()).isEqualTo(404);
    assertThat(nobody.api(other).status()).isEqualTo(200);
    browser.press(browser.open("/tasks/calendar").one("#no-address button"), Map.of());
    assertThat(nobody.api(other).status()).isEqualTo(404);
  }
}
