package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.NOT_FOUND;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_NOW;
import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who here is who at the provider. */
@Service
public class OidcLinks {
  private final JdbcClient jdbc;
  private final People people;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OidcLinks(JdbcClient jdbc, People people, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.events = events;
    this.clock = clock;
  }

  /** The names of all who are linked. */
  public Set<String> names() {
    return Set.copyOf(
        jdbc.sql("select person from identity_provider_link").query(String.class).list());
  }

  Optional<Person> find(OidcIdentity who) {
    return jdbc.sql(
            """
            select person from identity_provider_link where issuer = :issuer and subject = :subject
            """)
        .param("issuer", who.issuer())
        .param("subject", who.subject())
        .query(String.class)
        .optional()
        .flatMap(people::find);
  }

  @Transactional
  void keep(Person person, OidcIdentity who) {
    try {
      jdbc.sql(
              """
              insert into identity_provider_link (issuer, subject, person, linked_at)
              values (:issuer, :subject, :person, :at)
              """)
          .param("issuer", who.issuer())
          .param("subject", who.subject())
          .param("person", person.name())
          .param("at", clock.instant().atOffset(UTC))
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refused(
          NOT_NOW,
          "%s is linked with another account of the provider already. An administrator unlinks it"
                  .formatted(person.name())
              + " under Settings, People.");
    }
    events.publishEvent(
        Auditable.by(Actor.person(person.name()), "provider linked", path(person.name()))
            .with("issuer", who.issuer())
            .with("subject", who.subject())
            .with("name there", who.name()));
  }

  /** The provider lets them in no more, and takes along the roles that came from it. */
  @Transactional
  public void remove(String name) {
    int rows =
        jdbc.sql("delete from identity_provider_link where person = :person")
            .param("person", name)
            .update();
    if (rows == 0) {
      throw new Refused(NOT_FOUND, "%s is linked with no account of a provider.".formatted(name));
    }
    people.grantByProvider(name, List.of());
    events.publishEvent(Auditable.now("provider unlinked", path(name)));
  }

  private static String path(String name) {
    return "/people/" + name;
  }
}
