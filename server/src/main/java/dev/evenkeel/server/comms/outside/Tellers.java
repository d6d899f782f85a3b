package dev.evenkeel.server.comms.outside;

import dev.evenkeel.server.secrets.SecretStore;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Knows how each kind of place is told, and opens the secret for it. */
@Component
class Tellers {
  private final Map<PlaceKind, Teller> tellers;
  private final SecretStore secrets;

  Tellers(List<Teller> tellers, SecretStore secrets) {
    this.tellers = tellers.stream().collect(Collectors.toMap(Teller::kind, Function.identity()));
    this.secrets = secrets;
  }

  Teller of(PlaceKind kind) {
    return Optional.ofNullable(tellers.get(kind))
        .orElseThrow(() -> new IllegalStateException("nobody tells places of kind " + kind));
  }

  PlaceCall call(PlaceTerms terms) throws NotTold {
    Optional<String> secret;
    try {
      secret = terms.secret().flatMap(secrets::open);
    } catch (Refused sealed) {
      throw new NotTold(String.valueOf(sealed.getMessage()));
    }
    if (terms.secret().isPresent() && secret.isEmpty()) {
      throw new NotTold(
          "There is no secret '%s', which '%s' names. Keep one under Settings."
              .formatted(terms.secret().get(), terms.name()));
    }
    return new PlaceCall(terms, secret);
  }
}
