package dev.evenkeel.server.execution.action.notify;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Attempts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.shared.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** What a receiver gets, and what is said when it does not take it. */
class WebhookTest {
  private final NotifyAction action = Messages.withoutMail();
  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void end() {
    receiver.close();
  }

  @Test
  void says_what_it_is_about() {
    var attempt = anAttempt();

    action.start(Messages.webhook(receiver.at("taken"), "Half of the \"nodes\" – done"), attempt);

    var body = JsonMapper.shared().readTree(receiver.calls().getFirst().body());
    assertThat(body.propertyNames())
        .containsExactlyInAnyOrder("text", "run", "step", "target", "attempt");
    assertThat(body.get("text").asString()).isEqualTo("Half of the \"nodes\" – done");
    assertThat(body.get("step").asString()).isEqualTo("w1/n1/switch");
    assertThat(body.get("attempt").asString()).isEqualTo(attempt.id());
  }

  /** The example of the specification's own libraries. */
  @Test
  void signs_as_standard_webhooks_has_it() {
    assertThat(
            WebhookSignature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void signs_only_with_a_secret_and_over_what_is_sent() {
    action.start(Messages.webhook(receiver.at("taken"), "x"), anAttempt());
    action.start(Messages.signedWebhook(receiver.at("taken"), "hush", "x"), anAttempt());

    var calls = receiver.calls();
    assertThat(calls.getFirst().headers()).doesNotContainKey("Webhook-signature");
    var signed = calls.getLast();
    assertThat(signed.header("webhook-timestamp"))
        .isEqualTo(Long.toString(Messages.NOW.getEpochSecond()));
    assertThat(signed.header("webhook-id")).doesNotContain(".");
    assertThat(signed.header("webhook-signature"))
        .isEqualTo(
            WebhookSignature.of(
                "hush", signed.header("webhook-id"), Messages.NOW.getEpochSecond(), signed.body()));
  }

  @Test
  void says_why_the_receiver_does_not_take_it() throws IOException {
    int nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }

    assertThat(failure(receiver.at("gone"), "s")).contains("410", "`webhook`");
    assertThat(failure(receiver.at("broken"), "s")).contains("503", "try again");
    assertThat(failure("http://127.0.0.1:%d/x".formatted(nobody), "s"))
        .contains("nothing was sent");
    assertThat(failure("no address", "s")).contains("`webhook`");
    assertThat(failure("ftp://127.0.0.1/x", "s")).contains("scheme");
  }

  @Test
  void tells_no_secret_in_what_it_says() {
    assertThat(failure(receiver.at("gone/T0K3N"), "s")).doesNotContain("T0K3N");
    assertThat(failure("http://127.0.0.1/T0K3N with blanks", "s")).doesNotContain("T0K3N");
    assertThat(failure(receiver.at("taken"), "whsec_n%t b@se64"))
        .contains("base64")
        .doesNotContain("b@se64");
  }

  @Test
  @Timeout(30)
  void gives_up_a_receiver_that_is_silent() {
    var attempt = with(anAttempt(), Duration.ofMillis(300));

    assertThat(failure(receiver.at("silent"), "s", attempt)).contains("did not answer");
  }

  private String failure(String address, String secret) {
    return failure(address, secret, anAttempt());
  }

  private String failure(String address, String secret, Attempt attempt) {
    var outcome = action.start(Messages.signedWebhook(address, secret, "x"), attempt);
    return outcome instanceof Outcome.Failed(var reason) ? reason : outcome.toString();
  }
}
