package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.INVALID;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_FOUND;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_NOW;
import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API tokens for programs: {@code Authorization: Bearer ek_…}. */
@Service
public class Tokens {
  static final String PREFIX = "ek_";

  /** Uses closer together than this are not written down one by one. */
  private static final Duration USED_EVERY = Duration.ofMinutes(1);

  /** How long a token is valid when nobody says. */
  public static final int USUAL_DAYS = 90;

  /** No token that somebody makes is valid for longer. */
  public static final int MOST_DAYS = 365;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final TokenIssues issues;
  private final Clock clock;

  Tokens(JdbcClient jdbc, TokenIssues issues, Clock clock, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.issues = issues;
    this.clock = clock;
  }

  /**
   * @throws Refused when a token may not be valid for so many days
   */
  public static Duration validFor(int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new Refused(
          INVALID,
          "A token is valid for 1 to %d days, not for %d. Make a new one when it ends."
              .formatted(MOST_DAYS, days));
    }
    return Duration.ofDays(days);
  }

  public List<Token> list() {
    return jdbc.sql("select * from identity_token order by name").query(Tokens::token).list();
  }

  Optional<Token> named(String name) {
    return jdbc.sql("select * from identity_token where name = :name")
        .param("name", name)
        .query(Tokens::token)
        .optional();
  }

  /**
   * With these roles for everything.
   *
   * @param validFor empty for a token that stays until it is taken back
   */
  @Transactional
  public Token.Issued issue(
      String name, Collection<Role> roles, Optional<Duration> validFor, Actor by) {
    return issue(name, Rights.of(roles), validFor, by);
  }

  /**
   * @param validFor empty for a token that stays until it is taken back
   */
  @Transactional
  public Token.Issued issue(String name, Rights rights, Optional<Duration> validFor, Actor by) {
    if (rights.grants().isEmpty()) {
      throw new Refused(INVALID, "A token needs a role; choose one or several.");
    }
    if (name.isBlank() || name.length() > 100) {
      throw new Refused(
          INVALID,
          "A token needs a name of 1 to 100 characters that tells what it is for; this one has %d."
              .formatted(name.length()));
    }
    if (validFor.isPresent() && !validFor.get().isPositive()) {
      throw new Refused(INVALID, "A token must be valid for some time, not " + validFor.get());
    }
    var code = Code.random(PREFIX);
    var now = clock.instant();
    var token =
        new Token(
            UUID.randomUUID(),
            name.strip(),
            rights,
            now,
            by.name(),
            validFor.map(now::plus),
            Optional.empty());
    insert(token, code);
    issues.note(token.name(), by, now);
    events.publishEvent(
        Auditable.by(by, "token issued", "/tokens/" + token.name())
            .with("id", token.id())
            .with("roles", rights.words())
            .with("until", token.expiresAt()));
    return new Token.Issued(token, code.text());
  }

  private void insert(Token token, Code code) {
    try {
      jdbc.sql(
              """
              insert into identity_token (id, name, sha256, grants, created_at, created_by, expires_at)
              values (:id, :name, :sha256, :grants, :createdAt, :createdBy, :expiresAt)
              """)
          .param("id", token.id())
          .param("name", token.name())
          .param("sha256", code.digest())
          .param("grants", Grants.texts(token.rights()))
          .param("createdAt", token.createdAt().atOffset(UTC))
          .param("createdBy", token.createdBy())
          .param("expiresAt", token.expiresAt().map(at -> at.atOffset(UTC)).orElse(null))
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refused(
          NOT_NOW,
          "There is a token called '%s' already. Choose another name or take that one back first."
              .formatted(token.name()));
    }
  }

  @Transactional
  public void revoke(UUID id) {
    String name =
        jdbc.sql("delete from identity_token where id = :id returning name")
            .param("id", id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new Refused(NOT_FOUND, "There is no token %s.".formatted(id)));
    events.publishEvent(Auditable.now("token taken back", "/tokens/" + name).with("id", id));
  }

  @Transactional
  void revoke(String name) {
    int rows =
        jdbc.sql("delete from identity_token where name = :name").param("name", name).update();
    if (rows > 0) {
      events.publishEvent(Auditable.now("token taken back", "/tokens/" + name));
    }
  }

  /** Who holds this token, when it is one of ours and still valid. */
  Optional<SignedIn> find(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var now = clock.instant();
    var found =
        jdbc.sql("select * from identity_token where sha256 = :sha256")
            .param("sha256", new Code(text).digest())
            .query(Tokens::token)
            .optional()
            .filter(token -> !token.expired(now));
    found.ifPresent(token -> markUsed(token, now));
    return found.map(token -> new SignedIn(Actor.token(token.name()), token.rights()));
  }

  private void markUsed(Token token, Instant now) {
    if (token.lastUsedAt().isEmpty() || token.lastUsedAt().get().isBefore(now.minus(USED_EVERY))) {
      jdbc.sql("update identity_token set last_used_at = :now where id = :id")
          .param("now", now.atOffset(UTC))
          .param("id", token.id())
          .update();
    }
  }

  private static Token token(ResultSet row, int number) throws SQLException {
    return new Token(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Grants.read(row.getArray("grants")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        instant(row.getObject("expires_at", OffsetDateTime.class)),
        instant(row.getObject("last_used_at", OffsetDateTime.class)));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
