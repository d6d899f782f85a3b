package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.ChannelTerms.InDoubt;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.comms.ChannelTerms.Security;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages as couriers get them. */
final class Parcels {
  static final UUID WIRE = UUID.fromString("5d1f0c1e-0f1b-4c58-9e6e-2f43f5b8a001");

  private Parcels() {}

  static Message message(String subject, String text) {
    return Message.toChannel(
        "run/k3x9/done", "ops", subject, text, "/upgrades/12", "en", Actor.person("ann"));
  }

  static Parcel mail(int port, Message message, String... to) {
    return new Parcel(
        new ChannelTerms(
            "ops",
            ChannelKind.SMTP,
            String.join(", ", to),
            Optional.empty(),
            Optional.of(
                new MailTerms(
                    "127.0.0.1",
                    port,
                    Security.NONE,
                    Optional.empty(),
                    "Evenkeel <evenkeel@example.org>")),
            "en",
            "operations",
            false,
            false,
            InDoubt.HOLD),
        message,
        WIRE,
        Instant.parse("2026-03-01T02:00:00Z"),
        List.of(to),
        Optional.empty());
  }

  static Parcel http(ChannelKind kind, String address, String secret, Message message) {
    return new Parcel(
        new ChannelTerms(
            "ops",
            kind,
            kind.isSecretAddress() ? "" : address,
            Optional.of("ops-secret"),
            Optional.empty(),
            "en",
            "operations",
            false,
            false,
            InDoubt.HOLD),
        message,
        WIRE,
        Instant.parse("2026-03-01T02:00:00Z"),
        List.of(),
        Optional.of(kind.isSecretAddress() ? address : secret));
  }
}
