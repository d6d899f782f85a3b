package dev.evenkeel.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People, tokens and links kept by a server that knew three roles, and nothing of teams. */
class StoredRolesTest {
  private static final Map<String, String> NOW =
      Map.of("VIEWER", "viewer", "OPERATOR", "requester, engineer, operator", "ADMIN", "admin");

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  private final SettableClock clock = new SettableClock();

  @Test
  void become_the_grants_that_let_everybody_do_what_they_could_do_before() {
    migrateTo("047");
    NOW.keySet().forEach(this::keep);

    migrateTo("latest");

    var people =
        new People(
            database.jdbc(),
            new Passwords(),
            new Sessions(database.jdbc(), clock),
            new Grants(database.jdbc()),
            _ -> {},
            clock);
    assertThat(people.list())
        .hasSize(3)
        .allSatisfy(person -> {
          assertThat(person.rights().words()).isEqualTo(NOW.get(roleOf(person.name())));
          assertThat(person.rights().isForTeams()).isFalse();
          assertThat(person.disabled()).isFalse();
        });
    assertThat(people.with("p-operator", "four words in a row")).isPresent();
    assertThat(everywhere("operator", people))
        .containsExactlyInAnyOrder(Right.VIEW, Right.ESTATE, Right.REQUEST, Right.PLAN, Right.RUN);

    var tokens = new Tokens(database.jdbc(), new TokenIssues(database.jdbc()), clock, _ -> {});
    assertThat(tokens.list())
        .hasSize(3)
        .allSatisfy(
            token -> assertThat(token.rights().words()).isEqualTo(NOW.get(roleOf(token.name()))));
    for (String role : NOW.keySet()) {
      assertThat(tokens.find(code("ek_", role)))
          .map(SignedIn::rights)
          .map(Rights::words)
          .contains(NOW.get(role));
      var link = new Invitations(database.jdbc(), people, clock, _ -> {}).look(code("", role));
      assertThat(Rights.of(link.roles()).words()).isEqualTo(NOW.get(role));
    }
    assertThat(new TokenIssues(database.jdbc()).of(Actor.token("t-admin")))
        .containsExactly("p-admin");
    assertThat(
            new RightsDesk(people, tokens, clock)
                .of(Actor.token("t-viewer"), Instant.parse("2026-06-01T00:00:00Z")))
        .isInstanceOf(dev.evenkeel.server.shared.StandingRights.Standing.Holds.class);
  }

  private static List<Right> everywhere(String role, People people) {
    return List.copyOf(people.find("p-" + role).orElseThrow().rights().everywhere());
  }

  private static String roleOf(String name) {
    return name.substring(2).toUpperCase(java.util.Locale.ROOT);
  }

  private static String code(String prefix, String role) {
    return prefix + "of-" + role;
  }

  private void keep(String role) {
    var small = role.toLowerCase(java.util.Locale.ROOT);
    database
        .jdbc()
        .sql(
            """
            with person as (
              insert into identity_person (name, display_name, password, role, created_at)
              values ('p-' || :small, :small, :password, :role, '2026-01-01Z')),
            token as (
              insert into identity_token (id, name, sha256, role, created_at, created_by)
              values (gen_random_uuid(), 't-' || :small, :token, :role, '2026-01-01Z', 'p-' || :small)),
            issue as (
              insert into identity_token_issue (token, by_kind, by, at)
              values ('t-' || :small, 'PERSON', 'p-' || :small, '2026-01-01Z'))
            insert into identity_link (sha256, purpose, role, created_at)
            values (:link, 'JOIN', :role, '2026-01-01Z')
            """)
        .param("small", small)
        .param("role", role)
        .param("password", new Passwords().keep("p-" + small, "four words in a row"))
        .param("token", new Code(code("ek_", role)).digest())
        .param("link", new Code(code("", role)).digest())
        .update();
  }

  private static void migrateTo(String version) {
    Flyway.configure().dataSource(database.dataSource()).target(version).load().migrate();
  }
}
