package dev.evenkeel.server.comms.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.comms.Masked;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
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

  /** For whoever keeps channels. */
  static ChannelView of(Channel channel) {
    return of(channel, true);
  }

  /** Without the addresses, for those who neither keep channels nor tell people. */
  static ChannelView of(Channel channel, Rights rights) {
    return of(channel, rights.may(Right.ADMINISTER) || rights.may(Right.COMMUNICATE));
  }

  private static ChannelView of(Channel channel, boolean inConfidence) {
    var terms = channel.terms();
    Optional<MailTerms> mail = terms.mail();
    return new ChannelView(
        terms.name(),
        terms.kind().word(),
        terms.kind().title(),
        inConfidence
            ? mail.isPresent() ? terms.address() : ShownAddress.of(terms.address())
            : Masked.of(terms),
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
