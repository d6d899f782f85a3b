package dev.evenkeel.server.secrets;

import static dev.evenkeel.server.shared.Refused.Kind.INVALID;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_FOUND;
import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Secrets by name. Their values leave it only through {@link #open}, to be used and masked. */
@Service
public class Vault implements SecretStore {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** Shorter values cannot be masked without masking half of every text. */
  static final int SHORTEST = 4;

  static final int LONGEST = 100_000;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Seal seal;
  private final Clock clock;

  Vault(JdbcClient jdbc, Seal seal, ApplicationEventPublisher events, Clock clock) {
    this.events = events;
    this.jdbc = jdbc;
    this.seal = seal;
    this.clock = clock;
  }

  /** What may be shown of a secret. */
  public record Listed(String name, Instant updatedAt, String updatedBy) {}

  public List<Listed> list() {
    return jdbc.sql("select name, updated_at, updated_by from secret order by name")
        .query((row, number) ->
            new Listed(
                row.getString("name"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getString("updated_by")))
        .list();
  }

  public List<String> names() {
    return list().stream().map(Listed::name).toList();
  }

  /** Keeps a value under a name, in place of the one before. */
  @Transactional
  public void put(String name, String value, Actor by) {
    require(name, value);
    jdbc.sql(
            """
            insert into secret (name, sealed, key_id, updated_at, updated_by)
            values (:name, :sealed, :keyId, :at, :by)
            on conflict (name) do update
            set sealed = excluded.sealed, key_id = excluded.key_id,
                updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """)
        .param("name", name)
        .param("sealed", seal.close(name, value))
        .param("keyId", seal.keyId())
        .param("at", clock.instant().atOffset(UTC))
        .param("by", by.name())
        .update();
    events.publishEvent(Auditable.by(by, "secret kept", "/secrets/" + name));
  }

  @Transactional
  public void delete(String name) {
    if (jdbc.sql("delete from secret where name = :name").param("name", name).update() == 0) {
      throw new Refused(NOT_FOUND, "There is no secret '%s'.".formatted(name));
    }
    events.publishEvent(Auditable.now("secret forgotten", "/secrets/" + name));
  }

  /**
   * The value, or empty when there is no secret of that name.
   *
   * @throws Refused when it was sealed with another key than this server's
   */
  @Override
  public Optional<String> open(String name) {
    return jdbc.sql("select sealed, key_id from secret where name = :name")
        .param("name", name)
        .query((row, number) -> seal.open(name, row.getBytes("sealed"), row.getString("key_id")))
        .optional();
  }

  private static void require(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new Refused(
          INVALID,
          "'%s' cannot be a secret's name: letters, digits, '.', '_' and '-', at most 100, the"
                  .formatted(name)
              + " first a letter or digit.");
    }
    if (value.length() < SHORTEST || value.length() > LONGEST) {
      throw new Refused(
          INVALID,
          "The value of secret '%s' has %d characters; %d to %d are allowed. Shorter ones could"
                  .formatted(name, value.length(), SHORTEST, LONGEST)
              + " not be masked in what programs print.");
    }
  }
}
