package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.courier.Handover.InDoubt;
import dev.evenkeel.server.comms.courier.Handover.Later;
import dev.evenkeel.server.comms.courier.Handover.Taken;
import dev.evenkeel.server.comms.courier.Handover.TurnedDown;
import dev.evenkeel.server.shared.TlsTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts JSON to a receiver and reads from its answer what became of it. Follows nobody elsewhere,
 * and never names more of an address than its host: the rest is often a secret.
 */
final class Post {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ALL = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int READ = 2_000;
  private static final int QUOTED = 120;

  private Post() {}

  static Handover to(String address, String body, Map<String, String> headers, Runnable sending) {
    URI place;
    try {
      place = Post.address(address);
    } catch (IllegalArgumentException unfit) {
      return new TurnedDown(String.valueOf(unfit.getMessage()));
    }
    Optional<Handover> stop = forbidden(place);
    if (stop.isPresent()) {
      return stop.get();
    }
    var request =
        HttpRequest.newBuilder(place)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Evenkeel")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    sending.run();
    return send(request.build());
  }

  /**
   * @throws IllegalArgumentException in words, without the address
   */
  static URI address(String text) {
    URI place;
    try {
      place = URI.create(text.strip());
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "The address of the channel is none. Write it as https://host/path.", unfit);
    }
    boolean http = "https".equals(place.getScheme()) || "http".equals(place.getScheme());
    if (!http || place.getHost() == null || place.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "The address of the channel is no http or https address with a host and without a user."
              + " Write it as https://host/path.");
    }
    return place;
  }

  private static Optional<Handover> forbidden(URI place) {
    try {
      return NoReceiver.whyOfName(place).map(TurnedDown::new);
    } catch (UnknownHostException unknown) {
      return Optional.of(
          Later.everything(
              "%s is not known to the name service; nothing was sent. Check the address of the channel."
                  .formatted(place.getHost())));
    }
  }

  private static Handover send(HttpRequest request) {
    String receiver = request.uri().getHost();
    // Not closed but shut down: closing would wait for an answer nobody wants any more.
    @SuppressWarnings("resource")
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      var answer =
          client
              .sendAsync(request, BodyHandlers.ofInputStream())
              .thenApply(Post::read)
              .get(ALL.toMillis(), TimeUnit.MILLISECONDS);
      return judged(receiver, answer);
    } catch (TimeoutException late) {
      return new InDoubt(
          "%s did not answer within %d s; the message may have arrived all the same."
              .formatted(receiver, ALL.toSeconds()));
    } catch (ExecutionException broken) {
      return broken(receiver, Optional.<Throwable>ofNullable(broken.getCause()).orElse(broken));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new InDoubt("The server was stopped before %s answered.".formatted(receiver));
    } finally {
      client.shutdownNow();
    }
  }

  private record Answer(int status, Optional<String> retryAfter, String text) {}

  private static Answer read(HttpResponse<InputStream> response) {
    String text;
    try (var body = response.body()) {
      text = new String(body.readNBytes(READ), StandardCharsets.UTF_8);
    } catch (IOException cutOff) {
      text = ""; // the status is what counts
    }
    return new Answer(response.statusCode(), response.headers().firstValue("Retry-After"), text);
  }

  private static Handover judged(String receiver, Answer answer) {
    String quoted = quoted(answer.text());
    return switch (answer.status() / 100) {
      case 2 ->
          // Connectors of Teams answer 200 when what is behind them did not take it.
          answer.text().contains("delivery failed with error")
              ? Later.thisOne("%s could not pass it on%s.".formatted(receiver, quoted))
              : new Taken("%s took it (%d).".formatted(receiver, answer.status()));
      case 3 ->
          new TurnedDown(
              "%s answered %d: it has moved. Set the channel to its new address."
                  .formatted(receiver, answer.status()));
      case 5 ->
          new Later(
              "%s answered %d%s.".formatted(receiver, answer.status(), quoted),
              false,
              pause(answer));
      default ->
          answer.status() == 429 || answer.status() == 408 || answer.status() == 425
              ? new Later(
                  "%s asks to wait (%d)%s.".formatted(receiver, answer.status(), quoted),
                  answer.status() == 429,
                  pause(answer))
              : new TurnedDown(
                  "%s answered %d%s. See whether the channel's address and secret are still what it expects."
                      .formatted(receiver, answer.status(), quoted));
    };
  }

  private static Optional<Duration> pause(Answer answer) {
    return answer
        .retryAfter()
        .filter(seconds -> seconds.matches("\\d{1,6}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  /** A word such as {@code channel_is_archived}; pages of HTML tell nothing. */
  private static String quoted(String text) {
    String line = Clip.line(text);
    return line.isEmpty() || line.startsWith("<")
        ? ""
        : ": '%s'".formatted(line.substring(0, Math.min(QUOTED, line.length())));
  }

  private static Handover broken(String receiver, Throwable cause) {
    String why = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    if (TlsTrouble.isOfCertificate(cause)) {
      return Later.everything("Nothing was sent: %s.".formatted(TlsTrouble.says(receiver, cause)));
    }
    boolean unreached =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof UnresolvedAddressException;
    return unreached
        ? Later.everything(
            "%s cannot be reached (%s); nothing was sent. Check the address and the way there, such as a firewall."
                .formatted(receiver, why))
        : new InDoubt(
            "The connection to %s broke (%s); the message may have arrived all the same."
                .formatted(receiver, why));
  }
}
