package dev.evenkeel.server.comms.outside;

import dev.evenkeel.server.comms.courier.NoReceiver;
import dev.evenkeel.server.secrets.Masking;
import dev.evenkeel.server.shared.TlsTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks one place over HTTP with JSON. Follows nobody elsewhere, and tells no secret. */
final class PlaceCall {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ALL = Duration.ofSeconds(15);
  private static final int MOST = 8_000_000;
  private static final int QUOTED = 160;

  private final String base;
  private final Optional<String> authorization;
  private final Masking masking;

  PlaceCall(PlaceTerms terms, Optional<String> secret) {
    this.base = terms.address().replaceAll("/+$", "");
    this.masking = Masking.of(secret.stream().toList());
    this.authorization =
        secret.map(value ->
            terms
                .username()
                .map(user ->
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString((user + ":" + value).getBytes(StandardCharsets.UTF_8)))
                .orElse("Bearer " + value));
  }

  /** What was answered; the body is missing where it is no JSON. */
  record Answer(int status, JsonNode body) {}

  /**
   * @param body written as JSON
   * @throws NotTold unless the answer is one of success or 404
   */
  Answer ask(String method, String path, Optional<Object> body) throws NotTold {
    URI place = URI.create(base + path);
    try {
      Optional<String> forbidden = NoReceiver.whyOfName(place);
      if (forbidden.isPresent()) {
        throw new NotTold(forbidden.get());
      }
    } catch (UnknownHostException unknown) {
      throw new NotTold("%s is not known to the name service.".formatted(place.getHost()));
    }
    var request =
        HttpRequest.newBuilder(place)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("User-Agent", "Evenkeel")
            .method(
                method,
                body.map(JSON::writeValueAsString)
                    .map(BodyPublishers::ofString)
                    .orElseGet(BodyPublishers::noBody));
    authorization.ifPresent(value -> request.header("Authorization", value));
    return judged(place.getHost(), sent(request.build()));
  }

  private record Raw(int status, String text) {}

  private Raw sent(HttpRequest request) throws NotTold {
    String host = request.uri().getHost();
    // Not closed but shut down: closing would wait for an answer nobody wants any more.
    @SuppressWarnings("resource")
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      return client
          .sendAsync(request, BodyHandlers.ofInputStream())
          .thenApply(answer -> new Raw(answer.statusCode(), text(answer.body())))
          .get(ALL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new NotTold("%s did not answer within %d s.".formatted(host, ALL.toSeconds()));
    } catch (ExecutionException broken) {
      throw new NotTold(
          broken(host, Optional.<Throwable>ofNullable(broken.getCause()).orElse(broken)));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new NotTold("The server was stopped before %s answered.".formatted(host));
    } finally {
      client.shutdownNow();
    }
  }

  private static String text(InputStream body) {
    try (body) {
      return new String(body.readNBytes(MOST), StandardCharsets.UTF_8);
    } catch (IOException cutOff) {
      return ""; // said below, where it is missed
    }
  }

  private String broken(String host, Throwable cause) {
    if (TlsTrouble.is(cause)) {
      return "No encrypted connection: %s.".formatted(TlsTrouble.says(host, cause));
    }
    String why = Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    return cause instanceof ConnectException
        ? "%s cannot be reached. Check its address, and the way there, such as a firewall."
            .formatted(host)
        : masking.mask("The connection to %s broke (%s).".formatted(host, why));
  }

  private Answer judged(String host, Raw raw) throws NotTold {
    String quoted = quoted(raw.text());
    if (raw.status() / 100 == 2 || raw.status() == 404) {
      return new Answer(raw.status(), read(raw.text()));
    }
    throw new NotTold(
        switch (raw.status()) {
          case 401, 403 ->
              "%s does not let Evenkeel in (%d%s). Check the user and the secret."
                  .formatted(host, raw.status(), quoted);
          case 301, 302, 303, 307, 308 ->
              "%s answered %d: it is elsewhere, or wants people to sign in. Name the address that answers itself."
                  .formatted(host, raw.status());
          default -> "%s answered %d%s.".formatted(host, raw.status(), quoted);
        });
  }

  private static JsonNode read(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JacksonException none) {
      return MissingNode.getInstance();
    }
  }

  private String quoted(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.isEmpty() || line.startsWith("<")
        ? ""
        : ": '%s'".formatted(masking.mask(line.substring(0, Math.min(QUOTED, line.length()))));
  }
}
