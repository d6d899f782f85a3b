package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.execution.web.SampleRunbooks;
import dev.evenkeel.server.identity.Invitations;
import dev.evenkeel.server.identity.People;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient.Answer;
import dev.evenkeel.server.web.Browser.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Roles for one team, and people who are kept out. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamRightsTest {
  @Autowired ListableBeanFactory beans;
  private RiskScene scene;
  private Browser webs;
  private String websName;
  private ApiClient admin;

  @BeforeAll
  void open() {
    scene = new RiskScene(beans);
    scene.apply(
        """
        {apiVersion: evenkeel/v1, kind: Team, name: OWN-web, title: Web}
        ---
        {apiVersion: evenkeel/v1, kind: Team, name: OWN-crm, title: CRM}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-site, title: Site, team: OWN-web}
        ---
        {apiVersion: evenkeel/v1, kind: System, name: OWN-sales, title: Sales, team: OWN-crm}
        """);
    admin = ApiClient.of(beans, Role.ADMIN);
    Browser.signedIn(beans, Role.ADMIN);
    webs = Browser.signedIn(beans, Role.VIEWER);
    websName = JsonMapper.shared().readTree(webs.api("/api/me").text()).path("name").asString();
    beans
        .getBean(People.class)
        .grant(
            websName,
            List.of(webOnly(Role.REQUESTER), webOnly(Role.ENGINEER), webOnly(Role.OPERATOR)),
            Optional.empty(),
            Actor.EVENKEEL);
  }

  private Grant webOnly(Role role) {
    return new Grant(role, Optional.of(scene.own + "-web"));
  }

  @Test
  void an_upgrade_of_their_own_team_is_asked_for_planned_and_changed() {
    String upgrade = ask("site");
    Page page = webs.open(upgrade);
    assertThat(page.html().select("a[href=%s/edit]".formatted(upgrade))).isNotEmpty();
    assertThat(webs.open(upgrade + "/edit").status()).isEqualTo(200);
    Page sheet = webs.open(upgrade + "/capacity");
    assertThat(sheet.status()).isEqualTo(200);
    assertThat(webs.press(sheet.one("form.edit button.primary"), Map.of()).status())
        .isNotEqualTo(403);
  }

  @Test
  void an_upgrade_of_another_team_is_only_looked_at_and_the_refusal_names_team_and_granter() {
    String upgrade = scene.upgradeOf("sales");
    assertThat(webs.open(upgrade).status()).isEqualTo(200);
    Page refused = webs.open(upgrade + "/edit");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text())
        .contains("%s-sales belongs to team %s-crm".formatted(scene.own, scene.own))
        .contains("the right request (role requester or admin) for that team")
        .contains("can grant it.");
    assertThat(webs.open(upgrade + "/capacity").html().select("form.edit button.primary"))
        .isEmpty();
  }

  @Test
  void nobody_takes_their_upgrade_over_to_the_systems_of_another_team() {
    String upgrade = ask("site");
    Page moved =
        webs.press(
            webs.open(upgrade + "/edit").one("#page form button.primary"),
            Map.of("systems", scene.own + "-sales"));
    assertThat(moved.text()).contains("belongs to team %s-crm".formatted(scene.own));
    assertThat(webs.open(upgrade).text()).doesNotContain("sales");
  }

  @Test
  void a_run_over_the_systems_of_another_team_is_not_taken_in() {
    Page refused = start("sales");
    assertThat(refused.text())
        .contains("%s-sales belongs to team %s-crm".formatted(scene.own, scene.own));
    assertThat(start("site").text()).doesNotContain("belongs to team");
    assertThat(start("nothing-known").text()).contains("It is about no system of the estate");
  }

  @Test
  void what_belongs_to_no_team_takes_the_right_for_everything() {
    Page refused = webs.open(scene.upgradeOf("erp") + "/edit");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("belongs to no team");
    assertThat(webs.open("/schedule/timetables").html().select("form.edit")).isEmpty();
  }

  @Test
  void roles_are_granted_over_the_api_for_teams_there_are_and_by_who_saw_the_newest() {
    String name = join(Role.VIEWER);
    Answer before = admin.get("/api/people/" + name);
    String body =
        "{\"roles\": [{\"role\": \"engineer\", \"team\": \"%s-web\"}]}".formatted(scene.own);
    String path = "/api/people/%s/roles".formatted(name);
    Answer done = put(path, body, before.header("ETag"));
    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(done.json().path("roles").path(0).path("team").asString())
        .isEqualTo(scene.own + "-web");
    assertThat(put(path, body, before.header("ETag")).status()).isEqualTo(412);
    assertThat(put(path, "{\"roles\": [{\"role\": \"captain\"}]}", done.header("ETag")).says())
        .contains("There is no role 'captain'. Roles are viewer, requester, engineer");
    assertThat(
            put(
                    path,
                    "{\"roles\": [{\"role\": \"viewer\", \"team\": \"nobody\"}]}",
                    done.header("ETag"))
                .says())
        .contains("There is no team 'nobody' in the estate");
  }

  @Test
  void who_is_disabled_is_signed_out_and_their_tokens_end() {
    Browser leaving = Browser.signedIn(beans, Role.ADMIN);
    String name =
        JsonMapper.shared().readTree(leaving.api("/api/me").text()).path("name").asString();
    ApiClient token = ApiClient.of(beans, List.of(Role.VIEWER), Actor.person(name));
    assertThat(token.get("/api/me").status()).isEqualTo(200);
    Answer done =
        put(
            "/api/people/%s/disabled".formatted(name),
            "{\"disabled\": true}",
            admin.get("/api/people/" + name).header("ETag"));
    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(leaving.open("/settings").leadsTo()).startsWith("/sign-in");
    assertThat(token.get("/api/me").status()).isEqualTo(401);
  }

  @Test
  void a_token_is_valid_for_a_year_at_most_and_for_ninety_days_when_nobody_says() {
    Answer made =
        admin.post(
            "/api/tokens",
            "{\"name\": \"t-%s\", \"roles\": [\"viewer\"]}".formatted(scene.own),
            "Content-Type",
            "application/json");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(java.time.Instant.parse(made.json().path("expiresAt").asString()))
        .isBetween(
            java.time.Instant.now().plus(java.time.Duration.ofDays(89)),
            java.time.Instant.now().plus(java.time.Duration.ofDays(91)));
    assertThat(
            admin
                .post(
                    "/api/tokens",
                    "{\"name\": \"u\", \"roles\": [\"viewer\"], \"validForDays\": 366}",
                    "Content-Type",
                    "application/json")
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_token_may_be_for_one_team_and_is_kept_to_it() {
    String own = ask("site");
    Answer made =
        admin.post(
            "/api/tokens",
            "{\"name\": \"team-%s\", \"grants\": [{\"role\": \"engineer\", \"team\": \"%s-web\"}, {\"role\": \"requester\", \"team\": \"%s-web\"}]}"
                .formatted(scene.own, scene.own, scene.own),
            "Content-Type",
            "application/json");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String token = made.json().path("token").asString();
    assertThat(with(token, own + "/edit").status()).isEqualTo(200);
    Page kept = with(token, scene.upgradeOf("erp") + "/edit");
    assertThat(kept.status()).isEqualTo(403);
    assertThat(kept.text()).contains("belongs to no team");
    assertThat(with(token, "/api/tokens").status()).isEqualTo(403);
    assertThat(admin.get("/api/tokens").text())
        .contains("{\"role\":\"engineer\",\"team\":\"%s-web\"}".formatted(scene.own));

    Browser keeper = Browser.signedIn(beans, Role.ADMIN);
    Page page =
        keeper.press(
            keeper.open("/settings").one("form[action='/settings/tokens'] button"),
            Map.of("name", "page-" + scene.own, "roles", "OPERATOR", "team", scene.own + "-web"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.one("#tokens").parent().text())
        .contains("page-%s operator for team %s-web".formatted(scene.own, scene.own));
    assertThat(
            admin
                .post(
                    "/api/tokens",
                    "{\"name\": \"x\", \"grants\": [{\"role\": \"viewer\", \"team\": \"nobody\"}]}",
                    "Content-Type",
                    "application/json")
                .says())
        .contains("There is no team 'nobody'");
  }

  private Page with(String token, String path) {
    Browser program = Browser.signedOut(beans);
    return program.send(
        program
            .request(path)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/html"));
  }

  private Answer put(String path, String body, String etag) {
    return admin.put(path, body, "If-Match", etag, "Content-Type", "application/json");
  }

  private String join(Role role) {
    var invitations = beans.getBean(Invitations.class);
    String name = "joined-" + java.util.UUID.randomUUID().toString().substring(0, 8);
    invitations.accept(invitations.invite(role), name, name, "quiet harbour at dawn");
    return name;
  }

  private String ask(String system) {
    Page form = webs.open("/upgrades/new?systems=%s-%s".formatted(scene.own, system));
    Page made =
        webs.press(
            form.one("#page form button.primary"),
            Map.of("from", "1", "to", "2", "owner", "ann", "title", "Upgrade of " + system));
    assertThat(made.leadsTo()).as(made.text()).startsWith("/upgrades/");
    return made.leadsTo();
  }

  private Page start(String system) {
    String runbook =
        SampleRunbooks.rolling(2)
            .replace("targets:", "systems: [%s-%s]\ntargets:".formatted(scene.own, system));
    Page looked =
        webs.press(webs.open("/runs/new").one("#look button"), Map.of("runbook", runbook));
    return webs.press(looked.one("button[value=REHEARSAL]"), Map.of("runbook", runbook));
  }
}
