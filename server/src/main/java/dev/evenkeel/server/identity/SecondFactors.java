package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.NOT_FOUND;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_NOW;
import static dev.evenkeel.server.shared.Refused.Kind.STALE;
import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.secrets.Sealing;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people sign in with beside their password: codes of an authenticator program, and recovery
 * codes. A key counts once a first code has shown that the program has it. The keys are sealed as
 * secrets are.
 *
 * <p>Whoever asks with a code goes through {@link SignInDesk#withCode}, which slows down guessing.
 */
@Service
public class SecondFactors {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final RecoveryCodes recovery;
  private final Sealing sealing;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SecondFactors(
      JdbcClient jdbc,
      RecoveryCodes recovery,
      Sealing sealing,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.recovery = recovery;
    this.sealing = sealing;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What somebody has.
   *
   * @param since when it was confirmed; empty while it does not count
   * @param begun whether a key waits for its first code
   * @param codesLeft recovery codes that were not used yet
   * @param version of the person, which a change of it has to name
   */
  public record State(Optional<Instant> since, boolean begun, int codesLeft, long version) {
    public boolean on() {
      return since.isPresent();
    }
  }

  /** Whether administrators must have one. */
  public record Rule(boolean required, long version) {}

  private record Kept(byte[] sealed, String keyId, Optional<Instant> confirmed, long lastStep) {}

  public State of(String person) {
    return kept(person)
        .map(kept ->
            new State(
                kept.confirmed(),
                kept.confirmed().isEmpty(),
                recovery.left(person),
                version(person)))
        .orElseGet(() -> new State(Optional.empty(), false, 0, version(person)));
  }

  public boolean isOn(String person) {
    return of(person).on();
  }

  /** The names of all whose second factor counts. */
  public Set<String> guarded() {
    return Set.copyOf(
        jdbc.sql("select person from identity_second_factor where confirmed_at is not null")
            .query(String.class)
            .list());
  }

  /** Makes a key, which counts when it is confirmed; instead of one that never was. */
  @Transactional
  public void begin(String person) {
    var key = new byte[Totp.KEY_BYTES];
    RANDOM.nextBytes(key);
    int rows =
        jdbc.sql(
                """
                insert into identity_second_factor as f (person, sealed, key_id, made_at)
                values (:person, :sealed, :keyId, :at)
                on conflict (person) do update
                set sealed = excluded.sealed, key_id = excluded.key_id, made_at = excluded.made_at
                where f.confirmed_at is null
                """)
            .param("person", person)
            .param(
                "sealed", sealing.close(sealedAs(person), Base64.getEncoder().encodeToString(key)))
            .param("keyId", sealing.keyId())
            .param("at", clock.instant().atOffset(UTC))
            .update();
    if (rows == 0) {
      throw isOnAlready();
    }
  }

  /** The key that waits for its first code, as it is typed into an authenticator program. */
  public Optional<String> awaited(String person) {
    return kept(person)
        .filter(kept -> kept.confirmed().isEmpty())
        .map(kept -> Totp.base32(key(person, kept)));
  }

  /**
   * From now on the key counts.
   *
   * @return the recovery codes, which nobody can read again; empty when the code is wrong
   */
  @Transactional
  public Optional<List<String>> confirm(String person, String code) {
    var kept =
        kept(person)
            .orElseThrow(() ->
                new Refused(NOT_NOW, "Nothing waits for a code. Set up the second factor first."));
    if (kept.confirmed().isPresent()) {
      throw isOnAlready();
    }
    if (!counted(person, kept, code)) {
      return Optional.empty();
    }
    jdbc.sql("update identity_second_factor set confirmed_at = :at where person = :person")
        .param("person", person)
        .param("at", clock.instant().atOffset(UTC))
        .update();
    count(person, Optional.empty());
    tell(person, "second factor switched on");
    return Optional.of(recovery.replace(person));
  }

  /** Uses up a code of the program, or a recovery code; empty when it is wrong or was used. */
  @Transactional
  public Optional<Spent> spend(String person, String code) {
    var kept = kept(person).filter(one -> one.confirmed().isPresent());
    if (kept.isEmpty()) {
      throw new Refused(NOT_NOW, "There is no second factor to ask for a code of.");
    }
    if (looksLikeRecovery(code)) {
      if (!recovery.spend(person, code)) {
        return Optional.empty();
      }
      events.publishEvent(
          Auditable.by(Actor.person(person), "recovery code used", path(person))
              .with("left", recovery.left(person)));
      return Optional.of(Spent.RECOVERY_CODE);
    }
    return counted(person, kept.get(), code) ? Optional.of(Spent.CODE) : Optional.empty();
  }

  /** What let somebody in. */
  public enum Spent {
    CODE,
    RECOVERY_CODE
  }

  /**
   * Empty when the code is wrong.
   *
   * @param seen the version that whoever switches it off looked at
   */
  @Transactional
  public Optional<Boolean> switchOff(String person, String code, Optional<Long> seen) {
    return spend(person, code)
        .map(_ -> {
          count(person, seen);
          delete(person);
          tell(person, "second factor switched off");
          return true;
        });
  }

  /** Instead of those that are left; empty when the code is wrong. */
  @Transactional
  public Optional<List<String>> newCodes(String person, String code) {
    return spend(person, code)
        .map(_ -> {
          tell(person, "recovery codes made");
          return recovery.replace(person);
        });
  }

  /** From somebody who lost it, by whoever sends the request. */
  @Transactional
  public void takeFrom(String person, Optional<Long> seen) {
    if (delete(person) == 0) {
      throw new Refused(NOT_FOUND, "%s has no second factor.".formatted(person));
    }
    count(person, seen);
    events.publishEvent(Auditable.now("second factor taken away", path(person)));
  }

  public Rule rule() {
    return jdbc.sql("select required, version from identity_second_factor_rule")
        .query(Rule.class)
        .single();
  }

  @Transactional
  public void require(boolean required, long seen, Actor by) {
    int rows =
        jdbc.sql(
                """
                update identity_second_factor_rule
                set required = :required, version = version + 1 where version = :seen
                """)
            .param("required", required)
            .param("seen", seen)
            .update();
    if (rows == 0) {
      throw new Refused(
          STALE,
          "Whether administrators need a second factor was changed by somebody else meanwhile."
              + " Look again, then change that.");
    }
    events.publishEvent(
        Auditable.by(by, "second factor of administrators", "/settings/second-factor")
            .with("required", required));
  }

  /** One code is never counted twice, however many ask at once: the row decides. */
  private boolean counted(String person, Kept kept, String code) {
    var step =
        Totp.stepOf(
            key(person, kept), code.replaceAll("\\s", ""), clock.instant(), kept.lastStep());
    return step.isPresent()
        && jdbc.sql(
                    """
                    update identity_second_factor set last_step = :step
                    where person = :person and last_step < :step and sealed = :sealed
                    """)
                .param("person", person)
                .param("step", step.getAsLong())
                .param("sealed", kept.sealed())
                .update()
            == 1;
  }

  private static boolean looksLikeRecovery(String code) {
    return code.chars().anyMatch(Character::isLetter);
  }

  private byte[] key(String person, Kept kept) {
    return Base64.getDecoder().decode(sealing.open(sealedAs(person), kept.sealed(), kept.keyId()));
  }

  private Optional<Kept> kept(String person) {
    return jdbc.sql(
            """
            select sealed, key_id, confirmed_at, last_step from identity_second_factor
            where person = :person
            """)
        .param("person", person)
        .query((row, number) ->
            new Kept(
                row.getBytes("sealed"),
                row.getString("key_id"),
                Optional.ofNullable(row.getObject("confirmed_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                row.getLong("last_step")))
        .optional();
  }

  private long version(String person) {
    return jdbc.sql("select version from identity_person where name = :person")
        .param("person", person)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** It is a part of the person: whoever takes it has to have seen the person as they are. */
  private void count(String person, Optional<Long> seen) {
    int rows =
        jdbc.sql(
                """
                update identity_person set version = version + 1
                where name = :person and version = coalesce(:seen, version)
                """)
            .param("person", person)
            .param("seen", seen.orElse(null), Types.BIGINT)
            .update();
    if (rows == 0) {
      throw new Refused(
          STALE,
          "%s was changed by somebody else meanwhile. Look again, then change that."
              .formatted(person));
    }
  }

  /** With what is left of the recovery codes. */
  private int delete(String person) {
    return jdbc.sql("delete from identity_second_factor where person = :person")
        .param("person", person)
        .update();
  }

  private void tell(String person, String what) {
    events.publishEvent(Auditable.by(Actor.person(person), what, path(person)));
  }

  private static Refused isOnAlready() {
    return new Refused(
        NOT_NOW, "The second factor is on already. Switch it off first to set up another one.");
  }

  private static String sealedAs(String person) {
    return "second factor of " + person;
  }

  private static String path(String person) {
    return "/people/" + person;
  }
}
