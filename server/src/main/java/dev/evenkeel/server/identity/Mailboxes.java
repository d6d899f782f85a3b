package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.AccountAddresses;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.MailAddress;
import dev.evenkeel.server.shared.Refused;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people are written to. What they or an administrator say stays; else it is what the
 * provider has verified. The trail tells that an address changed and by whom, never the address: it
 * could not be taken out of there again.
 */
@Service
public class Mailboxes implements AccountAddresses {
  private final JdbcClient jdbc;
  private final People people;
  private final ApplicationEventPublisher events;

  Mailboxes(JdbcClient jdbc, People people, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.people = people;
    this.events = events;
  }

  @Override
  public Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    jdbc.sql("select name, email from identity_person where email is not null and not disabled")
        .query((row, n) -> Map.entry(row.getString("name"), row.getString("email")))
        .list()
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  @Override
  public Optional<String> of(String person) {
    return people.find(person).filter(one -> !one.disabled()).flatMap(Person::email);
  }

  /**
   * @param typed one address; none when blank
   * @throws Refused when it is no address, or the person was changed since
   */
  @Transactional
  public void keep(String name, String typed, long seen, Actor by) {
    Optional<String> address =
        typed.isBlank() ? Optional.empty() : Optional.of(MailAddress.of(typed));
    people.count(name, Optional.of(seen));
    write(name, address, false);
    events.publishEvent(
        Auditable.by(by, address.isPresent() ? "address given" : "address removed", path(name)));
  }

  /** Follows the provider, unless the person has an address that was said here. */
  @Transactional
  void follow(Person person, Optional<String> verified) {
    Optional<String> address = verified.flatMap(Mailboxes::readable);
    boolean follows =
        jdbc.sql(
                "select email is null or email_by_provider from identity_person where name = :name")
            .param("name", person.name())
            .query(Boolean.class)
            .single();
    if (!follows || address.isEmpty() || address.equals(person.email())) {
      return;
    }
    people.count(person.name(), Optional.empty());
    write(person.name(), address, true);
    events.publishEvent(
        Auditable.by(Actor.EVENKEEL, "address given", path(person.name())).with("by", "provider"));
  }

  private void write(String name, Optional<String> address, boolean byProvider) {
    jdbc.sql(
            """
            update identity_person set email = :email, email_by_provider = :provider
            where name = :name
            """)
        .param("name", name)
        .param("email", address.orElse(null), Types.VARCHAR)
        .param("provider", byProvider)
        .update();
  }

  private static Optional<String> readable(String told) {
    try {
      return Optional.of(MailAddress.of(told));
    } catch (Refused none) {
      // Nobody is kept from signing in by what stands at the provider.
      return Optional.empty();
    }
  }

  private static String path(String name) {
    return "/people/" + name;
  }
}
