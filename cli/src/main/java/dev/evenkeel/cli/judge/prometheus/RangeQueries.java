package dev.evenkeel.cli.judge.prometheus;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.judge.prometheus.Archive.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks a Prometheus-compatible server what was, in pieces that it answers. */
public final class RangeQueries {
  /** Prometheus answers at most 11,000 points a series. */
  public static final int MOST_POINTS = 10_000;

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  /** As long as Prometheus itself works on a query by default. */
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

  private static final int SHOWN = 200;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_WITHIN)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Optional<String> authorization;

  /**
   * @param authorization the header, when the server wants one
   */
  public RangeQueries(Optional<String> authorization) {
    this.authorization = authorization;
  }

  /** The answer, with a value each step. */
  public Answer ask(Question question, Instant from, Instant to, Duration step) {
    List<Series> pieces = new ArrayList<>();
    Instant start = from;
    while (!start.isAfter(to)) {
      Instant last = start.plus(step.multipliedBy(MOST_POINTS - 1L));
      Instant end = last.isBefore(to) ? last : to;
      pieces.addAll(piece(question, start, end, step));
      start = end.plus(step);
    }
    return Answer.ofPieces(question, pieces);
  }

  private List<Series> piece(Question question, Instant from, Instant to, Duration step) {
    HttpResponse<String> response = send(request(question, from, to, step), question);
    try {
      return Matrix.read(response.body());
    } catch (Matrix.Unfit unfit) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s answered %d to %s (%s): %s. Check the address and the query; a larger --step asks for less."
              .formatted(
                  question.url(),
                  response.statusCode(),
                  question.place(),
                  shortened(question.query()),
                  unfit.why()));
    }
  }

  private HttpRequest request(Question question, Instant from, Instant to, Duration step) {
    String parameters =
        "query=%s&start=%s&end=%s&step=%s"
            .formatted(
                URLEncoder.encode(question.query(), StandardCharsets.UTF_8),
                seconds(from.toEpochMilli()),
                seconds(to.toEpochMilli()),
                seconds(step.toMillis()));
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create(question.url().replaceFirst("/+$", "") + "/api/v1/query_range"))
              .timeout(ANSWER_WITHIN)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Accept", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(parameters));
      authorization.ifPresent(value -> request.header("Authorization", value));
      return request.build();
    } catch (IllegalArgumentException e) {
      throw new Trouble(
          ExitCode.REFUSED,
          "'%s' is no address of a Prometheus: %s. Say --prometheus http://HOST:9090."
              .formatted(question.url(), e.getMessage()),
          e);
    }
  }

  private HttpResponse<String> send(HttpRequest request, Question question) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Trouble(
          ExitCode.FAILED,
          "%s does not answer to %s: %s. Check that Prometheus runs there, or name another with --prometheus."
              .formatted(
                  question.url(),
                  question.place(),
                  e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(ExitCode.FAILED, "Interrupted.", e);
    }
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
