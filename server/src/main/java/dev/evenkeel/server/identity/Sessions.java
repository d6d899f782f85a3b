package dev.evenkeel.server.identity;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.StoredText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Signed-in browsers. They are in the database, so that every server of a cluster knows them and
 * signing out counts everywhere at once.
 */
@Service
public class Sessions {
  /** Without a request for so long, somebody is signed out. */
  static final Duration IDLE = Duration.ofHours(12);

  /** After so long everybody signs in again. */
  static final Duration LONGEST = Duration.ofDays(7);

  /** So long the word of the provider counts; who was let go there is out here then. */
  static final Duration BY_PROVIDER = Duration.ofHours(12);

  /** So long after signing in nobody is asked again who they are. */
  static final Duration FRESH = Duration.ofMinutes(10);

  /** Requests closer together than this are not written down one by one. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  Sessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Where somebody signed in.
   *
   * @param address where the request came from
   * @param program what the browser says it is
   */
  public record Place(String address, String program) {
    private static final int LONGEST_PROGRAM = 300;

    public Place {
      program = StoredText.of(program);
      program =
          program.length() > LONGEST_PROGRAM ? program.substring(0, LONGEST_PROGRAM) : program;
    }
  }

  /** A browser that is signed in, for the person to tell it from others. */
  public record Open(UUID id, Place place, Instant since, Instant seenAt, boolean thisOne) {}

  /**
   * @return what the browser keeps in its cookie
   */
  public String open(Person person, Place place) {
    return open(person, place, LONGEST, false, false);
  }

  /**
   * @param strong whether a second factor was shown there
   * @return what the browser keeps in its cookie
   */
  String openByProvider(Person person, boolean strong, Place place) {
    return open(person, place, BY_PROVIDER, true, strong);
  }

  private String open(
      Person person, Place place, Duration longest, boolean provider, boolean strong) {
    var code = Code.random("");
    var now = clock.instant();
    jdbc.sql("delete from identity_session where expires_at < :now or seen_at < :idle")
        .param("now", now.atOffset(UTC))
        .param("idle", now.minus(IDLE).atOffset(UTC))
        .update();
    jdbc.sql(
            """
            insert into identity_session (sha256, person, created_at, seen_at, expires_at, address, program, provider, strong)
            values (:sha256, :person, :now, :now, :expires, :address, :program, :provider, :strong)
            """)
        .param("address", place.address())
        .param("program", place.program())
        .param("sha256", code.digest())
        .param("person", person.name())
        .param("now", now.atOffset(UTC))
        .param("expires", now.plus(longest).atOffset(UTC))
        .param("provider", provider)
        .param("strong", strong)
        .update();
    return code.text();
  }

  Optional<SignedIn> find(String cookie) {
    record Found(SignedIn who, Instant seenAt) {}
    var digest = new Code(cookie).digest();
    var now = clock.instant();
    var found =
        jdbc.sql(
                """
                select p.name, s.seen_at,
                  array(select role || coalesce(' ' || team, '') from identity_grant where person = p.name) as grants,
                  (select required from identity_second_factor_rule) and not s.strong and not exists (
                    select from identity_second_factor f
                    where f.person = p.name and f.confirmed_at is not null) as unguarded
                from identity_session s join identity_person p on p.name = s.person
                where s.sha256 = :sha256 and not p.disabled and s.expires_at >= :now and s.seen_at >= :idle
                """)
            .param("sha256", digest)
            .param("now", now.atOffset(UTC))
            .param("idle", now.minus(IDLE).atOffset(UTC))
            .query((row, number) -> {
              var rights = Grants.read(row.getArray("grants"));
              var mustEnrol = row.getBoolean("unguarded") && rights.maySomewhere(Right.ADMINISTER);
              return new Found(
                  new SignedIn(Actor.person(row.getString("name")), rights, mustEnrol),
                  row.getObject("seen_at", OffsetDateTime.class).toInstant());
            })
            .optional();
    if (found.isPresent() && found.get().seenAt().isBefore(now.minus(SEEN_EVERY))) {
      jdbc.sql("update identity_session set seen_at = :now where sha256 = :sha256")
          .param("now", now.atOffset(UTC))
          .param("sha256", digest)
          .update();
    }
    return found.map(Found::who);
  }

  /** Whether somebody showed who they are a short while ago. */
  boolean isFresh(String cookie) {
    return jdbc.sql("select created_at >= :from from identity_session where sha256 = :sha256")
        .param("from", clock.instant().minus(FRESH).atOffset(UTC))
        .param("sha256", new Code(cookie).digest())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Whether it was the provider that let this browser in. */
  public boolean byProvider(String cookie) {
    return jdbc.sql("select provider from identity_session where sha256 = :sha256")
        .param("sha256", new Code(cookie).digest())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  public void close(String cookie) {
    jdbc.sql("delete from identity_session where sha256 = :sha256")
        .param("sha256", new Code(cookie).digest())
        .update();
  }

  /** With those that wait for a code. */
  void closeAllOf(String person) {
    jdbc.sql(
            """
            with halves as (delete from identity_half_session where person = :person)
            delete from identity_session where person = :person
            """)
        .param("person", person)
        .update();
  }

  /**
   * Those that still let in, the one that was used last first.
   *
   * @param cookie of the browser that asks
   */
  public List<Open> of(String person, String cookie) {
    var now = clock.instant();
    return jdbc.sql(
            """
            select id, address, program, created_at, seen_at, sha256 = :sha256 as this_one
            from identity_session
            where person = :person and expires_at >= :now and seen_at >= :idle
            order by this_one desc, seen_at desc, id
            """)
        .param("person", person)
        .param("sha256", new Code(cookie).digest())
        .param("now", now.atOffset(UTC))
        .param("idle", now.minus(IDLE).atOffset(UTC))
        .query((row, number) ->
            new Open(
                row.getObject("id", UUID.class),
                new Place(row.getString("address"), row.getString("program")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("this_one")))
        .list();
  }

  /** Whether there was one of them with this id. */
  boolean close(String person, UUID id) {
    return jdbc.sql("delete from identity_session where person = :person and id = :id")
            .param("person", person)
            .param("id", id)
            .update()
        == 1;
  }

  /** How many there were. */
  int closeOthers(String person, String cookie) {
    return jdbc.sql("delete from identity_session where person = :person and sha256 <> :sha256")
        .param("person", person)
        .param("sha256", new Code(cookie).digest())
        .update();
  }
}
