package dev.evenkeel.server.tasks;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Refused.Kind;
import dev.evenkeel.server.shared.Sha256;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out and takes back links for guests. Whoever has the address may act on its one task until
 * it expires; it opens nothing else. Nobody can make one up: it is 32 random bytes, of which only
 * the digest is kept.
 */
@Service
public class GuestDesk {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int MOST_DAYS = 90;
  private static final int MOST_LINKS = 50;

  private final TaskDesk desk;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final GuestBrake brake = new GuestBrake();

  GuestDesk(TaskDesk desk, JdbcClient jdbc, Clock clock) {
    this.desk = desk;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public List<GuestLink> of(long task) {
    return jdbc.sql("select * from tasks_guest where task = :task order by made_at")
        .param("task", task)
        .query(GuestDesk::link)
        .list();
  }

  /**
   * @param name who gets it
   * @return the secret; shown now and never again
   */
  @Transactional
  public String invite(long id, String name, int days, Actor actor) {
    Task task = desk.get(id);
    String plain = name.strip();
    if (plain.isEmpty()
        || plain.length() > 100
        || plain.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(
          Kind.INVALID, "Say in at most 100 characters who gets the link, such as an address.");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new Refused(
          Kind.INVALID, "A link is open for 1 to %d days, not %d.".formatted(MOST_DAYS, days));
    }
    if (of(id).size() >= MOST_LINKS) {
      throw new Refused(
          Kind.TOO_LARGE, "Task %d has %d links; no more fit.".formatted(id, MOST_LINKS));
    }
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into tasks_guest (id, task, sha256, name, made_by, made_at, expires_at)
            values (:id, :task, :sha256, :name, :by, :at, :until)
            """)
        .param("id", UUID.randomUUID())
        .param("task", id)
        .param("sha256", Sha256.of(secret))
        .param("name", plain)
        .param("by", actor.name())
        .param("at", now.atOffset(UTC))
        .param("until", now.plus(Duration.ofDays(days)).atOffset(UTC))
        .update();
    desk.event(task, "guest invited", "", "%s, for %d days".formatted(plain, days), actor);
    return secret;
  }

  @Transactional
  public void revoke(long task, UUID id, Actor actor) {
    GuestLink link =
        of(task).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new Refused(Kind.NOT_FOUND, "Task %d has no such link.".formatted(task)));
    if (link.revokedAt().isEmpty()) {
      jdbc.sql("update tasks_guest set revoked_at = :at where id = :id")
          .param("at", clock.instant().atOffset(UTC))
          .param("id", id)
          .update();
      desk.event(desk.get(task), "guest link taken back", link.name(), "", actor);
    }
  }

  /**
   * The link of a secret. What never was, is over or was taken back looks the same to whoever asks.
   */
  public GuestLink open(String secret) {
    return jdbc.sql("select * from tasks_guest where sha256 = :sha256")
        .param("sha256", Sha256.of(secret))
        .query(GuestDesk::link)
        .optional()
        .filter(link -> link.opens(clock.instant()))
        .orElseThrow(() ->
            new Refused(
                Kind.NOT_FOUND,
                "This link opens nothing: it expired, was taken back or never was. Ask whoever sent it for another."));
  }

  /** As whom a guest acts; counted, so that a link that leaked cannot flood. */
  public Actor act(GuestLink link) {
    if (!brake.lets(link.id(), clock.instant())) {
      throw new Refused(
              Kind.TOO_MANY, "This link was used very often just now. Wait a minute and try again.")
          .with(Refused.RETRY_AFTER, GuestBrake.WITHIN.toSeconds());
    }
    return link.actor();
  }

  private static GuestLink link(ResultSet row, int n) throws SQLException {
    return new GuestLink(
        row.getObject("id", UUID.class),
        row.getLong("task"),
        row.getString("name"),
        row.getString("made_by"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
