package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.INVALID;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_FOUND;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_NOW;
import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.shared.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in. There is always somebody left who may do everything. */
@Service
public class People {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Grants grants;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  People(
      JdbcClient jdbc,
      Passwords passwords,
      Sessions sessions,
      Grants grants,
      ApplicationEventPublisher events,
      Clock clock) {
    this.events = events;
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.sessions = sessions;
    this.grants = grants;
    this.clock = clock;
  }

  public List<Person> list() {
    return jdbc.sql(
            """
            select name, display_name, email, created_at, disabled, version,
              array(select role || coalesce(' ' || team, '') from identity_grant where person = name) as grants
            from identity_person order by name
            """)
        .query(People::person)
        .list();
  }

  public Optional<Person> find(String name) {
    return jdbc.sql(
            """
            select name, display_name, email, created_at, disabled, version,
              array(select role || coalesce(' ' || team, '') from identity_grant where person = name) as grants
            from identity_person where name = :name
            """)
        .param("name", name)
        .query(People::person)
        .optional();
  }

  boolean nobodyYet() {
    return jdbc.sql("select not exists (select 1 from identity_person)")
        .query(Boolean.class)
        .single();
  }

  /** The person, when the password is theirs; takes equally long when there is no such person. */
  Optional<Person> with(String name, String password) {
    var kept =
        jdbc.sql(
                "select password from identity_person where name = :name and not disabled and password is not null")
            .param("name", name)
            .query(String.class)
            .optional();
    if (kept.isEmpty()) {
      passwords.matchNobody(password);
      return Optional.empty();
    }
    if (!passwords.matches(password, kept.get())) {
      return Optional.empty();
    }
    keepAsToday(name, password, kept.get());
    return find(name);
  }

  /** What was kept with less than is asked for today is kept anew, as soon as it is typed again. */
  private void keepAsToday(String name, String password, String kept) {
    passwords
        .anew(password, kept)
        .ifPresent(anew ->
            jdbc.sql(
                    "update identity_person set password = :anew where name = :name and password = :kept")
                .param("anew", anew)
                .param("name", name)
                .param("kept", kept)
                .update());
  }

  boolean hasPassword(String name) {
    return jdbc.sql(
            "select exists (select from identity_person where name = :name and password is not null)")
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  @Transactional
  Person add(String name, String displayName, Collection<Role> roles, String password) {
    if (!NAME.matcher(name).matches()) {
      throw new Refused(
          INVALID,
          "'%s' cannot be a sign-in name: small letters, digits, '.', '_' and '-', at most 63, the"
                  .formatted(name)
              + " first a letter or digit.");
    }
    try {
      jdbc.sql(
              """
              insert into identity_person (name, display_name, password, created_at)
              values (:name, :displayName, :password, :at)
              """)
          .param("name", name)
          .param("displayName", displayName.isBlank() ? name : displayName.strip())
          .param("password", passwords.keep(name, password))
          .param("at", clock.instant().atOffset(UTC))
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refused(
          NOT_NOW, "There is somebody called '%s' already. Choose another name.".formatted(name));
    }
    grants.replace(
        name, roles.stream().map(Grant::everywhere).toList(), Actor.EVENKEEL, clock.instant());
    events.publishEvent(
        Auditable.by(Actor.person(name), "person joined", path(name))
            .with("roles", roles.stream().map(Role::word).toList()));
    return find(name).orElseThrow();
  }

  /** Whether somebody new could be called so. */
  boolean isFree(String name) {
    return NAME.matcher(name).matches() && find(name).isEmpty();
  }

  /** Somebody whom the provider tells of, without a password and without roles. */
  @Transactional
  Person join(String name, String displayName) {
    onlyOneChanges();
    if (!isFree(name)) {
      throw new Refused(NOT_NOW, "There is somebody called '%s' already.".formatted(name));
    }
    var shown = StoredText.of(displayName).strip();
    jdbc.sql(
            """
            insert into identity_person (name, display_name, created_at)
            values (:name, :displayName, :at)
            """)
        .param("name", name)
        .param("displayName", shown.isEmpty() ? name : shown)
        .param("at", clock.instant().atOffset(UTC))
        .update();
    events.publishEvent(
        Auditable.by(Actor.person(name), "person joined", path(name)).with("by", "provider"));
    return find(name).orElseThrow();
  }

  /**
   * Instead of the roles the provider brought before. The last administrator stays one: nobody
   * could give the role back.
   */
  @Transactional
  void grantByProvider(String name, Collection<Grant> roles) {
    onlyOneChanges();
    var before = grants.byProvider(name);
    if (before.equals(Set.copyOf(roles))) {
      return;
    }
    grants.replaceByProvider(name, roles, clock.instant());
    var kept = new ArrayList<>(roles);
    if (noAdminIsLeft()) {
      kept.add(Grant.everywhere(Role.ADMIN));
      grants.replaceByProvider(name, kept, clock.instant());
    }
    if (before.equals(Set.copyOf(kept))) {
      return;
    }
    count(name, Optional.empty());
    events.publishEvent(
        Auditable.by(Actor.EVENKEEL, "roles granted", path(name))
            .with("by", "groups at the provider")
            .with("roles", words(kept)));
  }

  /** Whoever is signed in with the old password is signed out. */
  @Transactional
  public void changePassword(String name, String password) {
    requireOne(
        name,
        jdbc.sql("update identity_person set password = :password where name = :name")
            .param("name", name)
            .param("password", passwords.keep(name, password))
            .update());
    sessions.closeAllOf(name);
    events.publishEvent(Auditable.by(Actor.person(name), "password changed", path(name)));
  }

  private static String path(String name) {
    return "/people/" + name;
  }

  /** Instead of the roles they had. */
  @Transactional
  public void grant(String name, Collection<Grant> roles, Optional<Long> seen, Actor by) {
    onlyOneChanges();
    count(name, seen);
    grants.replace(name, roles, by, clock.instant());
    requireAnAdmin();
    events.publishEvent(Auditable.by(by, "roles granted", path(name)).with("roles", words(roles)));
  }

  private static List<String> words(Collection<Grant> roles) {
    return roles.stream()
        .map(one -> one.role().word() + one.team().map(team -> " of " + team).orElse(""))
        .sorted()
        .toList();
  }

  /**
   * Keeps somebody from signing in, or lets them again. Who is disabled is signed out, and the
   * tokens they issued are taken back for good.
   */
  @Transactional
  public void disable(String name, boolean disabled, Optional<Long> seen) {
    onlyOneChanges();
    count(name, seen);
    jdbc.sql("update identity_person set disabled = :disabled where name = :name")
        .param("name", name)
        .param("disabled", disabled)
        .update();
    if (disabled) {
      sessions.closeAllOf(name);
      jdbc.sql(
              """
              delete from identity_token token where created_by = :name and exists (
                select from identity_token_issue issue
                where issue.token = token.name and issue.by_kind = 'PERSON' and issue.by = :name)
              """)
          .param("name", name)
          .update();
    }
    requireAnAdmin();
    events.publishEvent(Auditable.now(disabled ? "person disabled" : "person enabled", path(name)));
  }

  /**
   * Counts a change of somebody.
   *
   * @throws Refused when there is nobody, or it is another version by now
   */
  void count(String name, Optional<Long> seen) {
    var person =
        find(name)
            .orElseThrow(
                () -> new Refused(NOT_FOUND, "There is nobody called '%s'.".formatted(name)));
    if (seen.filter(version -> version != person.version()).isPresent()) {
      throw new Refused(
          Refused.Kind.STALE,
          "%s was changed by somebody else meanwhile. Look again, then change that."
              .formatted(name));
    }
    jdbc.sql("update identity_person set version = version + 1 where name = :name")
        .param("name", name)
        .update();
  }

  @Transactional
  public void remove(String name) {
    onlyOneChanges();
    requireOne(
        name,
        jdbc.sql("delete from identity_person where name = :name").param("name", name).update());
    requireAnAdmin();
    events.publishEvent(Auditable.now("person removed", path(name)));
  }

  /** Two administrators who remove each other would each still see the other one. */
  private void onlyOneChanges() {
    jdbc.sql("lock table identity_person in share row exclusive mode").update();
  }

  /** Checked after the change, which a refusal undoes. */
  private void requireAnAdmin() {
    if (noAdminIsLeft()) {
      throw new Refused(
          NOT_NOW,
          "Nobody would be left with the role admin. Give it to somebody else before taking it here.");
    }
  }

  private boolean noAdminIsLeft() {
    return list().stream()
        .noneMatch(person -> !person.disabled() && person.rights().may(Right.ADMINISTER));
  }

  private static void requireOne(String name, int changed) {
    if (changed == 0) {
      throw new Refused(NOT_FOUND, "There is nobody called '%s'.".formatted(name));
    }
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getString("name"),
        row.getString("display_name"),
        Optional.ofNullable(row.getString("email")),
        Grants.read(row.getArray("grants")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("disabled"),
        row.getLong("version"));
  }
}
