package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.courier.Handover.InDoubt;
import dev.evenkeel.server.comms.courier.Handover.Later;
import dev.evenkeel.server.comms.courier.Handover.Partly;
import dev.evenkeel.server.comms.courier.Handover.Taken;
import dev.evenkeel.server.comms.courier.Handover.TurnedDown;
import dev.evenkeel.server.secrets.Masking;
import dev.evenkeel.server.secrets.SecretStore;
import dev.evenkeel.server.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gives each message to the courier of its channel, with the secret it needs; whatever comes back
 * is without that secret.
 */
@Component
public class Couriers {
  private final Map<ChannelKind, Courier> couriers;
  private final SecretStore secrets;

  Couriers(List<Courier> couriers, SecretStore secrets) {
    this.couriers = couriers.stream().collect(Collectors.toMap(Courier::kind, Function.identity()));
    this.secrets = secrets;
  }

  public Handover deliver(ChannelTerms terms, Posted posted, Runnable handingOver) {
    Optional<String> secret;
    try {
      secret = terms.secret().flatMap(secrets::open);
    } catch (Refused sealed) {
      return new TurnedDown(String.valueOf(sealed.getMessage()));
    }
    if (secret.isEmpty() && (terms.secret().isPresent() || terms.kind().isSecretAddress())) {
      return new TurnedDown(
          "There is no secret '%s', which channel '%s' names. Keep one under Settings, then send this again."
              .formatted(terms.secret().orElse(""), terms.name()));
    }
    var parcel =
        new Parcel(
            terms,
            posted.message(),
            posted.wire(),
            posted.postedAt(),
            recipients(terms, posted),
            secret);
    Masking masking = Masking.of(secret.stream().toList());
    var handed = new AtomicBoolean();
    try {
      Courier courier = couriers.get(terms.kind());
      if (courier == null) {
        throw new IllegalStateException("nobody takes messages of kind " + terms.kind());
      }
      return masked(
          courier.deliver(
              parcel,
              () -> {
                handingOver.run();
                handed.set(true);
              }),
          masking);
    } catch (RuntimeException broken) {
      String says = masking.mask("It broke: " + broken);
      return handed.get() ? new InDoubt(says) : Later.thisOne(says);
    }
  }

  private static List<String> recipients(ChannelTerms terms, Posted posted) {
    if (terms.kind() != ChannelKind.SMTP) {
      return List.of();
    }
    return posted.remaining().isEmpty()
        ? posted
            .message()
            .to()
            .map(List::of)
            .orElseGet(() -> Arrays.asList(terms.address().strip().split("\\s*,\\s*")))
        : posted.remaining();
  }

  private static Handover masked(Handover handover, Masking masking) {
    String says = masking.mask(handover.says());
    return switch (handover) {
      case Taken taken -> new Taken(says);
      case Partly(var remaining, var refused, var ignored) -> new Partly(remaining, refused, says);
      case Later(var ignored, var everything, var after) -> new Later(says, everything, after);
      case TurnedDown turned -> new TurnedDown(says);
      case InDoubt doubt -> new InDoubt(says);
    };
  }
}
