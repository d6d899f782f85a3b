package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.INVALID;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_FOUND;
import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links: the first administrator's, printed while there is nobody; invitations; new
 * passwords for those who forgot theirs.
 */
@Service
public class Invitations {
  /** How long an invitation or a link for a new password is valid. */
  public static final Duration VALID_FOR = Duration.ofDays(3);

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final People people;
  private final Clock clock;

  Invitations(JdbcClient jdbc, People people, Clock clock, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.people = people;
    this.clock = clock;
  }

  /** A code for the first administrator, valid until somebody has joined; empty when one has. */
  @Transactional
  public Optional<String> forFirstAdmin() {
    return people.nobodyYet()
        ? Optional.of(issue(Purpose.FIRST_ADMIN, List.of(Role.ADMIN), Optional.empty()))
        : Optional.empty();
  }

  /** A code with which somebody new joins. */
  @Transactional
  public String invite(Role... roles) {
    return invite(List.of(roles));
  }

  /** A code with which somebody new joins. */
  @Transactional
  public String invite(Collection<Role> roles) {
    if (roles.isEmpty()) {
      throw new Refused(INVALID, "Somebody invited needs a role; choose one or several.");
    }
    return issue(Purpose.JOIN, roles, Optional.empty());
  }

  /** A code with which this person sets a new password. */
  @Transactional
  public String newPassword(String name) {
    var person =
        people
            .find(name)
            .orElseThrow(
                () -> new Refused(NOT_FOUND, "There is nobody called '%s'.".formatted(name)));
    return issue(Purpose.NEW_PASSWORD, List.of(), Optional.of(person.name()));
  }

  public Invitation look(String code) {
    return jdbc.sql(
            """
            select roles, person from identity_link
            where sha256 = :sha256 and (expires_at is null or expires_at >= :now)
            """)
        .param("sha256", new Code(code).digest())
        .param("now", clock.instant().atOffset(UTC))
        .query((row, number) ->
            new Invitation(
                Grants.roles(row.getArray("roles")), Optional.ofNullable(row.getString("person"))))
        .optional()
        .orElseThrow(() ->
            new Refused(
                NOT_FOUND,
                "This link was used already, or is too old. Ask for a new one; while nobody"
                    + " has joined, the server prints one each time it starts."));
  }

  /** Uses up the code: somebody joins, or gets the new password. */
  @Transactional
  public Person accept(String code, String name, String displayName, String password) {
    // Two first administrators with two links: the second finds its link used.
    jdbc.sql("lock table identity_link in share row exclusive mode").update();
    var invitation = look(code);
    var person = invitation.person();
    if (person.isPresent()) {
      people.changePassword(person.get(), password);
    } else {
      people.add(name, displayName, invitation.roles(), password);
    }
    jdbc.sql("delete from identity_link where sha256 = :sha256 or purpose = :first")
        .param("sha256", new Code(code).digest())
        .param("first", Purpose.FIRST_ADMIN.name())
        .update();
    return people.find(person.orElse(name)).orElseThrow();
  }

  private enum Purpose {
    FIRST_ADMIN,
    JOIN,
    NEW_PASSWORD
  }

  private String issue(Purpose purpose, Collection<Role> roles, Optional<String> person) {
    var code = Code.random("");
    var now = clock.instant();
    var expires = purpose == Purpose.FIRST_ADMIN ? null : now.plus(VALID_FOR).atOffset(UTC);
    jdbc.sql("delete from identity_link where expires_at < :now")
        .param("now", now.atOffset(UTC))
        .update();
    jdbc.sql(
            """
            insert into identity_link (sha256, purpose, roles, person, created_at, expires_at)
            values (:sha256, :purpose, :roles, :person, :now, :expires)
            """)
        .param("sha256", code.digest())
        .param("purpose", purpose.name())
        .param("roles", Grants.names(roles))
        .param("person", person.orElse(null))
        .param("now", now.atOffset(UTC))
        .param("expires", expires)
        .update();
    events.publishEvent(
        Auditable.now("link made", person.map(name -> "/people/" + name).orElse("/people"))
            .with("for", purpose.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .with("roles", roles.stream().map(Role::word).sorted().toList()));
    return code.text();
  }
}
