package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookContractTest extends HttpChannelContract {
  @Override
  Courier courier() {
    return new WebhookCourier(Clock.fixed(Instant.parse("2026-03-01T02:00:07Z"), ZoneOffset.UTC));
  }

  @Override
  Got got() {
    var call = receiver.calls().getLast();
    return new Got(
        call.headers().getOrDefault("webhook-id", ""),
        body().path("data").path("subject").asString()
            + body().path("data").path("text").asString());
  }

  @Override
  void assertHarmless() {
    assertThat(body().path("data").path("text").asString())
        .as("a program gets it as it was said")
        .isEqualTo(HOSTILE);
  }

  /** As docs/messages.md tells receivers to verify it. */
  @Test
  void the_signature_is_that_of_the_standard() throws Exception {
    deliver(parcel(Parcels.message("It begins", "now")));
    var call = receiver.calls().getLast();
    assertThat(call.headers().get("webhook-id")).isEqualTo("msg_" + Parcels.WIRE);
    assertThat(call.headers().get("webhook-timestamp")).isEqualTo("1772330407");
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), "HmacSHA256"));
    byte[] signed =
        mac.doFinal(
            "%s.%s.%s"
                .formatted(
                    call.headers().get("webhook-id"),
                    call.headers().get("webhook-timestamp"),
                    call.body())
                .getBytes(StandardCharsets.UTF_8));
    assertThat(call.headers().get("webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(signed));
  }

  @Test
  void what_is_no_key_is_told_without_it() {
    var parcel =
        Parcels.http(
            courier().kind(), receiver.address(), "whsec_*s3cr3t*", Parcels.message("a", "b"));
    assertThat(deliver(parcel))
        .isInstanceOfSatisfying(
            Handover.TurnedDown.class,
            it -> assertThat(it.says()).contains("not base64").doesNotContain("s3cr3t"));
    assertThat(received()).isZero();
  }
}
