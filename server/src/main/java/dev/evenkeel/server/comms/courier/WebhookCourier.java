package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.courier.Handover.TurnedDown;
import dev.evenkeel.server.shared.WebhookSignature;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Any receiver, by the Standard Webhooks: an id, a time, and a signature when there is a key. */
@Component
class WebhookCourier implements Courier {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Clock clock;

  WebhookCourier(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  /** What a receiver gets. Its names are promised to receivers and never change. */
  record Body(String type, String timestamp, Told data) {}

  record Told(
      String key, String channel, String subject, String text, String about, String language) {}

  @Override
  public Handover deliver(Parcel parcel, Runnable handingOver) {
    var message = parcel.message();
    // The time is that of the message, so that the body is the same at every attempt.
    String body =
        JSON.writeValueAsString(
            new Body(
                "evenkeel.message",
                parcel.postedAt().toString(),
                new Told(
                    message.key(),
                    parcel.terms().name(),
                    Clip.line(message.subject()),
                    message.text(),
                    message.about(),
                    message.language())));
    String id = "msg_" + parcel.wire();
    long now = clock.instant().getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now));
    try {
      parcel
          .secret()
          .ifPresent(secret ->
              headers.put("webhook-signature", WebhookSignature.of(secret, id, now, body)));
    } catch (IllegalArgumentException noKey) {
      return new TurnedDown("It cannot be signed: %s.".formatted(noKey.getMessage()));
    }
    return Post.to(parcel.terms().address(), body, headers, handingOver);
  }
}
