package dev.evenkeel.server.comms.outside;

import dev.evenkeel.server.comms.courier.NoReceiver;
import dev.evenkeel.server.shared.Typed;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A place as it is typed, or sent as JSON. */
final class PlaceForm {
  private static final int NAME = 60;
  private static final int LINE = 300;
  private static final int LABELS = 2_000;
  private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

  private PlaceForm() {}

  static Typed of(Place place) {
    PlaceTerms terms = place.terms();
    Map<String, String> form = new HashMap<>();
    form.put("name", terms.name());
    form.put("kind", terms.kind().word());
    form.put("address", terms.address());
    form.put("username", terms.username().orElse(""));
    form.put("secret", terms.secret().orElse(""));
    form.put("labels", terms.labels());
    form.put("minutes", Integer.toString(terms.minutes()));
    return Typed.of(form);
  }

  /**
   * @param there the one that is changed; its name and kind stay
   */
  static PlaceTerms read(Typed typed, Optional<Place> there) {
    String name =
        there
            .map(one -> one.terms().name())
            .orElseGet(() -> typed.needed("name", NAME, "People know it by that."));
    if (!name.isEmpty() && !name.matches("[a-z0-9][a-z0-9._-]{0,59}")) {
      typed.wrong(
          "name",
          "'%s' cannot be a name: small letters, digits, '.', '_' and '-', at most 60, the first a letter or digit."
              .formatted(name));
    }
    if (there.isEmpty() && typed.text("kind").isEmpty()) {
      typed.wrong("kind", "This is missing. Say alertmanager or grafana.");
    }
    Optional<PlaceKind> said = typed.choice("kind", PlaceKind.class);
    PlaceKind kind =
        there.map(one -> one.terms().kind()).or(() -> said).orElse(PlaceKind.ALERTMANAGER);
    if (said.isPresent() && said.get() != kind) {
      typed.wrong("kind", "It stays %s. Make another one instead.".formatted(kind.word()));
    }
    String address =
        typed.needed("address", LINE, "Say where it answers, such as http://alertmanager:9093.");
    Optional<String> user = typed.words("username", LINE);
    Optional<String> secret = typed.words("secret", 100);
    address(typed, address, secret.isPresent());
    if (user.isPresent() && secret.isEmpty()) {
      typed.wrong(
          "secret",
          "This is missing. Keep the password of %s as a secret, and name that here."
              .formatted(user.get()));
    }
    String labels = typed.words("labels", LABELS).orElse("");
    if (kind == PlaceKind.ALERTMANAGER && !labels.isBlank()) {
      try {
        Matcher.of(labels);
      } catch (IllegalArgumentException none) {
        typed.wrong("labels", String.valueOf(none.getMessage()));
      }
    }
    return new PlaceTerms(
        name,
        kind,
        address,
        user,
        secret,
        labels,
        typed.whole("minutes", 5, 240).orElse(PlaceTerms.USUAL_MINUTES));
  }

  private static void address(Typed typed, String address, boolean secret) {
    if (address.isEmpty()) {
      return;
    }
    URI place;
    try {
      place = URI.create(address);
    } catch (IllegalArgumentException unfit) {
      typed.wrong("address", "Write it as https://host:port, without a user in it.");
      return;
    }
    String scheme = String.valueOf(place.getScheme());
    if (place.getHost() == null
        || place.getUserInfo() != null
        || place.getQuery() != null
        || place.getFragment() != null
        || !List.of("http", "https").contains(scheme)) {
      typed.wrong("address", "Write it as https://host:port, without a user in it.");
      return;
    }
    NoReceiver.why(place).ifPresent(why -> typed.wrong("address", why));
    if (secret && scheme.equals("http") && !HERE.contains(place.getHost())) {
      typed.wrong("address", "A secret does not go over an open wire. Write https://.");
    }
  }
}
