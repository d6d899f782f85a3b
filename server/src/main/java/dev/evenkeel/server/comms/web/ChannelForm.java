package dev.evenkeel.server.comms.web;

import dev.evenkeel.server.comms.Channel;
import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.ChannelTerms.InDoubt;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.comms.ChannelTerms.Security;
import dev.evenkeel.server.comms.courier.NoReceiver;
import dev.evenkeel.server.shared.Typed;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A channel as it is typed, or sent as JSON. */
final class ChannelForm {
  private static final int NAME = 60;
  private static final int LINE = 200;
  private static final int ADDRESSES = 4_000;
  static final int MOST_ADDRESSES = 100;
  private static final List<String> LANGUAGES = List.of("en", "de");

  private ChannelForm() {}

  static Typed of(Channel channel) {
    ChannelTerms terms = channel.terms();
    Map<String, String> form = new HashMap<>();
    form.put("name", terms.name());
    form.put("kind", terms.kind().word());
    form.put("address", terms.address());
    form.put("secret", terms.secret().orElse(""));
    form.put("language", terms.language());
    form.put("audience", terms.audience());
    form.put("digest", Boolean.toString(terms.digest()));
    form.put("forPeople", Boolean.toString(terms.forPeople()));
    form.put("inDoubt", terms.inDoubt().name().toLowerCase(java.util.Locale.ROOT));
    terms
        .mail()
        .ifPresent(mail -> {
          form.put("host", mail.host());
          form.put("port", Integer.toString(mail.port()));
          form.put("security", mail.security().name().toLowerCase(java.util.Locale.ROOT));
          form.put("username", mail.username().orElse(""));
          form.put("sender", mail.sender());
        });
    return Typed.of(form);
  }

  /**
   * @param name of the channel that is changed; its name stays
   */
  static ChannelTerms read(Typed typed, Optional<String> name) {
    String called =
        name.orElseGet(
            () -> typed.needed("name", NAME, "Plans of messages name the channel by it."));
    if (!called.isEmpty() && !called.matches("[a-z0-9][a-z0-9._-]{0,59}")) {
      typed.wrong(
          "name",
          "'%s' cannot be a name: small letters, digits, '.', '_' and '-', at most 60, the first a letter or digit."
              .formatted(called));
    }
    if (typed.text("kind").isEmpty()) {
      typed.wrong("kind", "This is missing. Say smtp, slack, teams, mattermost or webhook.");
    }
    ChannelKind kind = typed.choice("kind", ChannelKind.class).orElse(ChannelKind.SMTP);
    boolean mail = kind == ChannelKind.SMTP;
    String address = typed.words("address", ADDRESSES).orElse("");
    Optional<String> secret = typed.words("secret", 100);
    Optional<MailTerms> server = mail(typed, mail, secret);
    address(typed, kind, address, typed.ticked("forPeople"));
    if (kind.isSecretAddress() && secret.isEmpty()) {
      typed.wrong(
          "secret",
          "This is missing. Whoever knows the address of a %s webhook may post there: keep it as a secret under Settings, and name that here."
              .formatted(kind.title()));
    }
    String language = typed.words("language", 20).orElse("en");
    if (!LANGUAGES.contains(language)) {
      typed.wrong(
          "language", "'%s' is none of %s.".formatted(language, String.join(", ", LANGUAGES)));
    }
    boolean forPeople = typed.ticked("forPeople");
    if (forPeople && !mail) {
      typed.wrong("forPeople", "Only e-mail reaches single persons. Leave it out here.");
    }
    return new ChannelTerms(
        called,
        kind,
        kind.isSecretAddress() ? "" : address,
        secret,
        server,
        language,
        typed.words("audience", LINE).orElse(""),
        typed.ticked("digest"),
        forPeople,
        typed.choice("inDoubt", InDoubt.class).orElse(InDoubt.HOLD));
  }

  private static Optional<MailTerms> mail(Typed typed, boolean mail, Optional<String> secret) {
    if (!mail) {
      typed.passes("host", "port", "security", "username", "sender");
      return Optional.empty();
    }
    String host = typed.needed("host", LINE, "Name the mail server, such as mail.example.org.");
    if (!host.isEmpty() && !host.matches("[A-Za-z0-9._:\\[\\]-]+")) {
      typed.wrong("host", "'%s' is no name of a server.".formatted(host));
    }
    Security security = typed.choice("security", Security.class).orElse(Security.STARTTLS);
    int port = typed.whole("port", 1, 65_535).orElse(security == Security.TLS ? 465 : 587);
    Optional<String> user = typed.words("username", LINE);
    if (user.isPresent() && secret.isEmpty()) {
      typed.wrong(
          "secret",
          "This is missing. Keep the password of %s as a secret, and name that here."
              .formatted(user.get()));
    }
    if (user.isPresent() && security == Security.NONE) {
      typed.wrong("security", "A password does not go over an open wire. Choose starttls or tls.");
    }
    String sender =
        typed.needed(
            "sender", LINE, "Say who it is from, such as Evenkeel <evenkeel@example.org>.");
    if (!sender.isEmpty() && !isAddress(sender)) {
      typed.wrong("sender", "'%s' is no e-mail address.".formatted(sender));
    }
    return Optional.of(new MailTerms(host, port, security, user, sender));
  }

  private static void address(Typed typed, ChannelKind kind, String address, boolean forPeople) {
    switch (kind) {
      case SMTP -> {
        if (address.isEmpty() && !forPeople) {
          typed.wrong("address", "This is missing. Name those it goes to, with commas between.");
        }
        List<String> all = address.isEmpty() ? List.of() : List.of(address.split("\\s*,\\s*"));
        all.stream()
            .filter(one -> !isAddress(one))
            .limit(5)
            .forEach(one -> typed.wrong("address", "'%s' is no e-mail address.".formatted(one)));
        if (all.size() > MOST_ADDRESSES) {
          typed.wrong(
              "address",
              "These are %d addresses; %d fit. Make a list on the mail server, and name that."
                  .formatted(all.size(), MOST_ADDRESSES));
        }
      }
      case WEBHOOK -> {
        if (!isHttp(address)) {
          typed.wrong("address", "Write it as https://host/path, without a user in it.");
        } else {
          NoReceiver.why(URI.create(address)).ifPresent(why -> typed.wrong("address", why));
        }
      }
      default -> {
        if (!address.isEmpty()) {
          typed.wrong(
              "address",
              "Leave it empty: the address of a %s webhook is a secret, and named below."
                  .formatted(kind.title()));
        }
      }
    }
  }

  private static boolean isAddress(String text) {
    try {
      new InternetAddress(text, true).validate();
      return text.contains("@") && text.chars().noneMatch(Character::isISOControl);
    } catch (AddressException unfit) {
      return false;
    }
  }

  private static boolean isHttp(String text) {
    try {
      URI place = URI.create(text);
      return place.getHost() != null
          && place.getUserInfo() == null
          && List.of("http", "https").contains(String.valueOf(place.getScheme()));
    } catch (IllegalArgumentException unfit) {
      return false;
    }
  }
}
