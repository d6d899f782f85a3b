package dev.evenkeel.server.comms.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.shared.ShownAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A channel as it is shown.
 *
 * @param reachable false when the last attempts did not get there
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ChannelView(
    String name,
    String kind,
    String title,
    String address,
    Optional<String> secret,
    Optional<String> host,
    Optional<Integer> port,
    Optional<String> security,
    Optional<String> username,
    Optional<String> sender,
    String language,
    String audience,
    boolean digest,
    boolean forPeople,
    String inDoubt,
    boolean reachable,
    Optional<Instant> pausedUntil,
    long version,
    Instant changedAt,
    String changedBy) {

  static ChannelView of(Channel channel) {
    var terms = channel.terms();
    Optional<MailTerms> mail = terms.mail();
    return new ChannelView(
        terms.name(),
        terms.kind().word(),
        terms.kind().title(),
        mail.isPresent() ? terms.address() : ShownAddress.of(terms.address()),
        terms.secret(),
        mail.map(MailTerms::host),
        mail.map(MailTerms::port),
        mail.map(it -> it.security().name().toLowerCase(Locale.ROOT)),
        mail.flatMap(MailTerms::username),
        mail.map(MailTerms::sender),
        terms.language(),
        terms.audience(),
        terms.digest(),
        terms.forPeople(),
        terms.inDoubt().name().toLowerCase(Locale.ROOT),
        channel.unreachable() == 0,
        channel.pausedUntil(),
        channel.version(),
        channel.changedAt(),
        channel.changedBy());
  }

  /** Where it leads, in a few words. */
  public String where() {
    return address.isEmpty()
        ? host.map(there -> "by " + there)
            .orElseGet(() -> secret.map(name -> "as secret " + name + " says").orElse(""))
        : address;
  }
}
