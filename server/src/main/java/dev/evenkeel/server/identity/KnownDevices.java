package dev.evenkeel.server.identity;

import dev.evenkeel.server.secrets.Sealing;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Browsers in which somebody has signed in before. Guessing elsewhere does not slow them down, so
 * that nobody is locked out by others; guessing in them slows down only themselves. What they keep
 * is sealed and lets in nobody.
 */
@Component
class KnownDevices {
  static final Duration VALID_FOR = Duration.ofDays(90);
  private static final String SEALED_AS = "known device";

  private final Sealing sealing;
  private final Clock clock;

  KnownDevices(Sealing sealing, Clock clock) {
    this.sealing = sealing;
    this.clock = clock;
  }

  /** For the browser somebody has just signed in with. */
  String known(String person) {
    var until = clock.instant().plus(VALID_FOR).getEpochSecond();
    var text = "%s %d %s".formatted(person, until, Code.random("").text());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.close(SEALED_AS, text));
  }

  /** What tells this browser from others; empty when this person has not signed in with it. */
  Optional<String> of(String person, String cookie) {
    if (cookie.isEmpty()) {
      return Optional.empty();
    }
    try {
      var sealed = Base64.getUrlDecoder().decode(cookie);
      var parts = sealing.open(SEALED_AS, sealed, sealing.keyId()).split(" ");
      var until = Instant.ofEpochSecond(Long.parseLong(parts[1]));
      return parts[0].equals(person) && until.isAfter(clock.instant())
          ? Optional.of(parts[2])
          : Optional.empty();
    } catch (IllegalArgumentException
        | IllegalStateException
        | Refused
        | ArrayIndexOutOfBoundsException madeUp) {
      return Optional.empty();
    }
  }
}
