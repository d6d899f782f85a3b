package dev.evenkeel.server.execution.action.notify;

import dev.evenkeel.runbook.words.Notify;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.shared.WebhookSignature;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts the message as JSON. The id of the attempt goes along as {@code webhook-id}, so that a
 * receiver who gets it twice tells people once.
 */
@Component
class Webhook {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Clock clock;

  Webhook(Clock clock) {
    this.clock = clock;
  }

  /** What a receiver gets. Its names are promised to receivers and never change. */
  record Body(String text, String run, String step, String target, String attempt) {}

  Outcome post(String address, Notify words, Attempt attempt) {
    try {
      return send(request(URI.create(address.strip()), words, attempt), limit(attempt));
    } catch (IllegalArgumentException unfit) {
      // The whole address stays out of it: many are a secret in themselves.
      String why =
          unfit.getCause() instanceof URISyntaxException syntax
              ? syntax.getReason()
              : unfit.getMessage();
      return new Outcome.Failed(
          "the webhook cannot be called: %s; correct `webhook` or `secret` of this step"
              .formatted(why));
    }
  }

  private HttpRequest request(URI address, Notify words, Attempt attempt) {
    // A full stop separates the parts of what is signed, so the id must have none.
    String id = attempt.id().replace('.', '/');
    long now = clock.instant().getEpochSecond();
    String body =
        JSON.writeValueAsString(
            new Body(words.text(), attempt.run(), attempt.step(), attempt.target(), attempt.id()));
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(now))
            .POST(BodyPublishers.ofString(body));
    words
        .secret()
        .map(secret -> WebhookSignature.of(secret, id, now, body))
        .ifPresent(signature -> request.header("webhook-signature", signature));
    return request.build();
  }

  private static Outcome send(HttpRequest request, Duration within) {
    // Not closed but shut down: closing would wait for an answer nobody wants any more.
    @SuppressWarnings("resource")
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String receiver = "the webhook at " + request.uri().getHost();
    try {
      int status =
          client
              .sendAsync(request, BodyHandlers.discarding())
              .get(within.toMillis(), TimeUnit.MILLISECONDS)
              .statusCode();
      return status / 100 == 2
          ? Outcome.Done.withoutOutput()
          : new Outcome.Failed(
              "%s did not take the message: it answered %d%s"
                  .formatted(receiver, status, wayOut(status)));
    } catch (TimeoutException late) {
      return new Outcome.Failed(
          "%s did not answer within %d ms; the message may have arrived all the same. See whether the receiver is well, then try again"
              .formatted(receiver, within.toMillis()));
    } catch (ExecutionException broken) {
      return new Outcome.Failed(
          broken(receiver, Optional.<Throwable>ofNullable(broken.getCause()).orElse(broken)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown("the server was stopped before %s answered".formatted(receiver));
    } finally {
      client.shutdownNow();
    }
  }

  private static String wayOut(int status) {
    return switch (status / 100) {
      case 3 -> "; set `webhook` to the address it has moved to";
      case 4 -> "; look whether `webhook` and `secret` are still what the receiver expects";
      default -> "; see what is wrong there, then try again";
    };
  }

  private static String broken(String receiver, Throwable cause) {
    String why = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
        ? "%s cannot be reached (%s); nothing was sent. Check the address and the way there, such as a firewall"
            .formatted(receiver, why)
        : "the connection to %s broke (%s); the message may have arrived all the same"
            .formatted(receiver, why);
  }

  private static Duration limit(Attempt attempt) {
    Duration left = attempt.remaining().compareTo(LONGEST) < 0 ? attempt.remaining() : LONGEST;
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
  }
}
