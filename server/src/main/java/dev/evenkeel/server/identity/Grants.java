package dev.evenkeel.server.identity;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which roles people were granted, for which teams. Whoever reads a person reads them along, each
 * as the role and, after a space, the team.
 */
@Repository
class Grants {
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::role).thenComparing(grant -> grant.team().orElse(""));

  private final JdbcClient jdbc;

  Grants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Instead of those the person had. What the provider brought and stays goes on being its. */
  void replace(String person, Collection<Grant> grants, Actor by, Instant at) {
    var provided = byProvider(person);
    jdbc.sql("delete from identity_grant where person = :person").param("person", person).update();
    for (Grant grant : Set.copyOf(grants)) {
      insert(person, grant, provided.contains(grant), by, at);
    }
  }

  /** Those the provider brought, not those granted here. */
  Set<Grant> byProvider(String person) {
    return Set.copyOf(
        jdbc.sql(
                """
                select role || coalesce(' ' || team, '') from identity_grant
                where person = :person and provider
                """)
            .param("person", person)
            .query((row, number) -> grant(row.getString(1)))
            .list());
  }

  /** Instead of those the provider brought before; those granted here stay. */
  void replaceByProvider(String person, Collection<Grant> grants, Instant at) {
    jdbc.sql("delete from identity_grant where person = :person and provider")
        .param("person", person)
        .update();
    for (Grant grant : Set.copyOf(grants)) {
      insert(person, grant, true, Actor.EVENKEEL, at);
    }
  }

  private void insert(String person, Grant grant, boolean provider, Actor by, Instant at) {
    jdbc.sql(
            """
            insert into identity_grant (person, role, team, granted_at, granted_by, provider)
            values (:person, :role, :team, :at, :by, :provider)
            on conflict do nothing
            """)
        .param("person", person)
        .param("role", grant.role().name())
        .param("team", grant.team().orElse(null))
        .param("at", at.atOffset(UTC))
        .param("by", by.name())
        .param("provider", provider)
        .update();
  }

  /** Of a column {@code array(select role || coalesce(' ' || team, '') …)}. */
  static Rights read(Array column) throws SQLException {
    return new Rights(
        Arrays.stream((String[]) column.getArray()).map(Grants::grant).sorted(ORDER).toList());
  }

  private static Grant grant(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? Grant.everywhere(Role.valueOf(text))
        : new Grant(Role.valueOf(text.substring(0, space)), Optional.of(text.substring(space + 1)));
  }

  /** For such a column. */
  static String[] texts(Rights rights) {
    return rights.grants().stream()
        .map(grant -> grant.role().name() + grant.team().map(team -> " " + team).orElse(""))
        .distinct()
        .toArray(String[]::new);
  }

  /** Of a column with names of roles. */
  static List<Role> roles(Array column) throws SQLException {
    return Arrays.stream((String[]) column.getArray()).map(Role::valueOf).sorted().toList();
  }

  /** For such a column. */
  static String[] names(Collection<Role> roles) {
    return roles.stream().distinct().sorted().map(Role::name).toArray(String[]::new);
  }
}
