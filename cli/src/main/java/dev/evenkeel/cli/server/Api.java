package dev.evenkeel.cli.server;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks the server. Every answer that is not a yes becomes a {@link Trouble}. */
public final class Api {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration LONG_ANSWER = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int AGAIN = 120;

  private final Places places;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  public Api(Places places) {
    this.places = places;
  }

  public Place place() {
    return places.find();
  }

  /**
   * @param path below the address of the server, beginning with a slash
   * @throws ServerAway when nothing answers there
   */
  public JsonNode get(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  /** A table that is there, as the server wrote it. */
  public String text(String path) {
    return text(path, "text/csv");
  }

  /** What is there, as the server wrote it. */
  public String text(String path, String type) {
    Map<String, String> headers = Map.of("Accept", type + ", application/problem+json;q=0.9");
    Place place = places.find();
    return checked(ask(place, "GET", path, BodyPublishers.noBody(), headers), place).body();
  }

  /** What is there, line by line as it comes. Whoever asks closes it. */
  public Stream<String> lines(String path) {
    Place place = places.find();
    HttpResponse<Stream<String>> response =
        answer(
            place,
            request(place, "GET", path, BodyPublishers.noBody(), Map.of("Accept", "*/*")),
            BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      try (Stream<String> lines = response.body()) {
        throw Problem.trouble(
            response.statusCode(), lines.collect(Collectors.joining("\n")), place);
      }
    }
    return response.body();
  }

  /** What is there, as bytes. */
  public byte[] bytes(String path) {
    Place place = places.find();
    HttpResponse<byte[]> response =
        answer(
            place,
            request(place, "GET", path, BodyPublishers.noBody(), Map.of("Accept", "*/*")),
            BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw Problem.trouble(
          response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), place);
    }
    return response.body();
  }

  public JsonNode post(String path, Object body) {
    return send("POST", path, json(body), Map.of());
  }

  /**
   * Changes something, if it still is the version that was seen.
   *
   * @param seen the version
   */
  public JsonNode postAt(String path, Object body, long seen) {
    return postAt(path, body, Long.toString(seen));
  }

  /**
   * The same where versions are no numbers.
   *
   * @param seen the edition
   */
  public JsonNode postAt(String path, Object body, String seen) {
    return send("POST", path, json(body), Map.of("If-Match", "\"%s\"".formatted(seen)));
  }

  /**
   * Asks for something that must come to be once. When the answer is lost, for example because the
   * server was ended meanwhile, it is asked again under the same key, for up to two minutes.
   */
  public JsonNode postOnce(String path, Object body) {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    boolean asked = false;
    for (int again = 0; ; again++) {
      try {
        return send("POST", path, json(body), key);
      } catch (ServerAway away) {
        asked |= away.answerLost();
        if (!asked || again == AGAIN) {
          throw away;
        }
      }
      Pause.of(PAUSE, "Interrupted while asking " + places.find().url());
    }
  }

  /** Sends something that is no JSON, and waits as long as a large file takes. */
  public JsonNode send(String path, BodyPublisher body, String type) {
    return send("POST", path, body, Map.of("Content-Type", type));
  }

  public JsonNode put(String path, Object body) {
    return send("PUT", path, json(body), Map.of());
  }

  /**
   * Puts something in its place, if it still is the version that was seen.
   *
   * @param seen the version
   */
  public JsonNode putAt(String path, Object body, long seen) {
    return send("PUT", path, json(body), Map.of("If-Match", "\"%d\"".formatted(seen)));
  }

  /** Puts something that is no JSON in its place. */
  public JsonNode put(String path, BodyPublisher body, String type) {
    return send("PUT", path, body, Map.of("Content-Type", type));
  }

  public void delete(String path) {
    send("DELETE", path, BodyPublishers.noBody(), Map.of());
  }

  /** Ends something, if it still is the version that was seen. */
  public JsonNode deleteAt(String path, long seen) {
    return send(
        "DELETE", path, BodyPublishers.noBody(), Map.of("If-Match", "\"%d\"".formatted(seen)));
  }

  private static BodyPublisher json(Object body) {
    return BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body));
  }

  /** A part of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode send(
      String method, String path, BodyPublisher body, Map<String, String> headers) {
    Place place = places.find();
    return read(checked(ask(place, method, path, body, headers), place), place);
  }

  private HttpResponse<String> ask(
      Place place, String method, String path, BodyPublisher body, Map<String, String> headers) {
    return answer(place, request(place, method, path, body, headers), BodyHandlers.ofString());
  }

  private static HttpRequest request(
      Place place, String method, String path, BodyPublisher body, Map<String, String> headers) {
    if (place.gone()) {
      // Whoever listens there now is a stranger, and is not told the token.
      throw new ServerAway(gone(place));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(place.at(path))
            .method(method, body)
            .timeout(headers.containsKey("Content-Type") ? LONG_ANSWER : ANSWER)
            .header("Content-Type", "application/json")
            .setHeader("Accept", "application/json, application/problem+json");
    headers.forEach(request::setHeader);
    place.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.build();
  }

  private <T> HttpResponse<T> answer(
      Place place, HttpRequest request, HttpResponse.BodyHandler<T> into) {
    try {
      return http.send(request, into);
    } catch (IOException e) {
      boolean reached =
          !(e instanceof ConnectException) && !(e instanceof HttpConnectTimeoutException);
      throw new ServerAway(away(place, e), e, reached);
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      throw new Trouble(ExitCode.FAILED, "Interrupted while asking " + place.url(), leaving);
    }
  }

  private static String away(Place place, IOException e) {
    String how = e.getMessage() == null ? "no connection" : e.getMessage();
    return place.gone()
        ? gone(place)
        : "The server at %s (from %s) does not answer: %s. Start it with `evenkeel serve`, or name another one with --server or EVENKEEL_SERVER."
            .formatted(place.url(), place.from(), how);
  }

  private static String gone(Place place) {
    return "The server is not running: process %d, which wrote %s, is gone. Start it with `evenkeel serve`."
        .formatted(place.pid().orElse(0L), place.from());
  }

  private static HttpResponse<String> checked(HttpResponse<String> response, Place place) {
    int status = response.statusCode();
    if (status < 200 || status >= 300) {
      throw Problem.trouble(status, response.body(), place);
    }
    return response;
  }

  private static JsonNode read(HttpResponse<String> response, Place place) {
    if (response.body().isBlank()) {
      return Json.MAPPER.nullNode();
    }
    try {
      return Json.MAPPER.readTree(response.body());
    } catch (JacksonException notOurs) {
      throw new Trouble(
          ExitCode.FAILED,
          "What answers at %s is no Evenkeel: it does not speak JSON. Correct %s."
              .formatted(place.url(), place.from()),
          notOurs);
    }
  }
}
