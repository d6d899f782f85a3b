package dev.evenkeel.server.execution.action.http;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Attempts.elsewhere;
import static dev.evenkeel.server.execution.action.Attempts.with;
import static dev.evenkeel.server.execution.action.http.Requests.containing;
import static dev.evenkeel.server.execution.action.http.Requests.get;
import static dev.evenkeel.server.execution.action.http.Requests.request;
import static dev.evenkeel.server.execution.action.http.Requests.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.FreePort;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Playing;
import dev.evenkeel.server.execution.action.Recovery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of answers, and of their absence. */
class HttpAnswersTest {
  private final Action<Http> action = Requests.action();
  private final LinkedBlockingQueue<Map<String, List<String>>> headers =
      new LinkedBlockingQueue<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private HttpServer server;
  private int status = 200;
  private byte[] body = {};

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          headers.add(exchange.getRequestHeaders());
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    never.countDown();
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:%d/x".formatted(server.getAddress().getPort());
  }

  private void answers(int code, String text) {
    status = code;
    body = text.getBytes(StandardCharsets.UTF_8);
  }

  private Outcome sent(Http words) {
    return sent(words, anAttempt());
  }

  private Outcome sent(Http words, Attempt attempt) {
    return Playing.carryOut(action, words, attempt);
  }

  private String failure(Http words) {
    return ((Outcome.Failed) sent(words)).reason();
  }

  @Test
  void status_body_and_version_come_out() {
    answers(200, "11.0.2\n");
    assertThat(sent(get(url())))
        .isEqualTo(
            new Outcome.Done(Map.of("status", "200", "body", "11.0.2", "version", "11.0.2")));
  }

  @Test
  void the_attempt_goes_along_as_key_so_that_the_receiver_does_nothing_twice() throws Exception {
    var attempt = anAttempt();
    sent(request("POST", url()), attempt);
    assertThat(headers.take().get("Idempotency-key")).containsExactly(attempt.id());
  }

  @Test
  void an_unwanted_status_fails_with_what_the_other_side_says() {
    answers(409, "\n  release 11 is frozen \nmore");
    assertThat(failure(request("PUT", url())))
        .contains(url(), "409 instead of 200, 201, 202, 204", "release 11 is frozen")
        .doesNotContain("more");
  }

  @Test
  void a_missing_text_fails() {
    answers(200, "version 10");
    assertThat(failure(containing("version 11", get(url())))).contains("without 'version 11'");
  }

  @Test
  void a_redirect_is_an_answer_and_not_followed() {
    answers(302, "");
    assertThat(failure(get(url()))).contains("302");
  }

  @Test
  void an_endless_answer_is_cut() {
    answers(200, "x".repeat(5_000_000));
    assertThat(((Outcome.Done) sent(get(url()))).outputs()).isEqualTo(Map.of("status", "200"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ftp://127.0.0.1/x", "127.0.0.1:80/x", "http://", "http://a b/", "/x"})
  void an_address_that_is_none_is_refused(String url) {
    assertThat(failure(get(url))).contains("No request can be made of", "Correct `url`");
  }

  @Test
  void a_header_that_is_none_is_refused() {
    var words =
        new Http(
            url(),
            "GET",
            Map.of("a b", "c"),
            Optional.empty(),
            List.of(200),
            Optional.empty(),
            false,
            Duration.ofSeconds(1));
    assertThat(failure(words)).contains("a b", "`headers`");
  }

  @Test
  void says_that_nothing_listens() {
    int port = FreePort.any();
    assertThat(failure(request("POST", "http://127.0.0.1:%d/".formatted(port))))
        .isEqualTo("connection refused by 127.0.0.1:%d".formatted(port));
  }

  @Test
  void says_that_a_name_is_unknown() {
    assertThat(failure(get("http://no-such-host.invalid/")))
        .contains("'no-such-host.invalid' cannot be resolved");
  }

  @Test
  void says_that_the_other_side_does_not_speak_tls() throws IOException {
    try (var plain = rude("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertThat(failure(get("https://127.0.0.1:%d/".formatted(plain.getLocalPort()))))
          .contains("does not speak TLS", "http://");
    }
  }

  @Test
  void no_answer_in_time_fails_what_may_be_sent_again_and_leaves_the_rest_unknown()
      throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var url = "http://127.0.0.1:%d/".formatted(silent.getLocalPort());
      var brief = Duration.ofMillis(300);

      assertThat(failure(within(brief, get(url)))).contains("no answer from 127.0.0.1", "300 ms");
      assertThat(sent(within(brief, request("POST", url)))).isInstanceOf(Outcome.Unknown.class);
      assertThat(sent(request("POST", url), with(anAttempt(), brief)))
          .isInstanceOf(Outcome.Unknown.class);
      assertThat(action.observe(within(brief, get(url)), anAttempt()))
          .isInstanceOf(Observation.Unknown.class);
    }
  }

  @Test
  void what_may_be_sent_again_is_given_up_at_once_and_the_rest_only_when_its_time_is_over()
      throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:%d/".formatted(silent.getLocalPort());
      Attempt put = anAttempt();
      action.start(request("PUT", url), put);
      assertThat(action.stop(request("PUT", url), put)).isEmpty();

      Http words = request("POST", url);
      Attempt post = anAttempt();
      action.start(words, post);
      assertThat(action.stop(words, post))
          .hasValueSatisfying(
              why -> assertThat(why).contains("the POST cannot be called back", url));
      assertThat(action.poll(words, post)).isInstanceOf(Outcome.NotYet.class);

      Attempt late = with(post, Duration.ZERO);
      assertThat(action.stop(words, late)).isEmpty();
      assertThat(action.poll(words, late))
          .isInstanceOfSatisfying(
              Outcome.Unknown.class,
              unknown -> {
                assertThat(unknown.over()).isFalse();
                assertThat(unknown.why()).contains("given up", "took effect is not known");
              });
    }
  }

  @Test
  void an_answer_that_does_not_end_is_not_waited_for() throws IOException {
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    assertThat(failure(within(Duration.ofMillis(300), get(url().replace("/x", "/slow")))))
        .contains("no answer");
  }

  @Test
  void a_connection_that_breaks_is_unknown_for_a_post() throws Exception {
    try (var rude = rude("")) {
      assertThat(sent(request("POST", "http://127.0.0.1:%d/".formatted(rude.getLocalPort()))))
          .isInstanceOf(Outcome.Unknown.class);
    }
  }

  /** Says its line to whoever has begun to speak, and hangs up. */
  private static ServerSocket rude(String line) throws IOException {
    var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(() -> {
      while (!socket.isClosed()) {
        try (var guest = socket.accept()) {
          guest.getInputStream().read();
          guest.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
          // the next one, unless closed
        }
      }
    });
    return socket;
  }

  @Test
  void looking_takes_trouble_for_unknown_and_never_for_an_answer() {
    var refused = "http://127.0.0.1:%d/".formatted(FreePort.any());
    var asNotDone =
        new Http(
            refused,
            "GET",
            Map.of(),
            Optional.empty(),
            List.of(200),
            Optional.empty(),
            true,
            Duration.ofSeconds(1));

    answers(503, "starting");
    assertThat(action.observe(get(url()), anAttempt())).isInstanceOf(Observation.Unknown.class);
    answers(401, "who are you");
    assertThat(action.observe(get(url()), anAttempt())).isInstanceOf(Observation.Unknown.class);
    answers(404, "not here");
    assertThat(action.observe(get(url()), anAttempt())).isInstanceOf(Observation.HoldsNot.class);
    answers(503, "as wished");
    assertThat(action.observe(request("GET", url(), 503), anAttempt()))
        .isInstanceOf(Observation.Holds.class);
    assertThat(action.observe(get(refused), anAttempt())).isInstanceOf(Observation.Unknown.class);
    assertThat(action.observe(asNotDone, anAttempt())).isInstanceOf(Observation.HoldsNot.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "head", "PUT", "DELETE", "OPTIONS"})
  void what_may_be_sent_twice_is_sent_again_after_a_crash(String method) {
    assertThat(action.recover(request(method, url()), anAttempt()))
        .isInstanceOf(Recovery.StartAgain.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH", "PURGE"})
  void what_may_not_is_unknown_after_a_crash(String method) {
    assertThat(action.recover(request(method, url()), anAttempt()))
        .isEqualTo(
            new Recovery.Unknown(
                "the server stopped while a %s to %s was on its way".formatted(method, url())));
    assertThat(action.recover(request(method, url()), elsewhere(anAttempt())))
        .isInstanceOfSatisfying(
            Recovery.Known.class,
            known -> assertThat(known.outcome()).isInstanceOf(Outcome.NotYet.class));
    assertThat(action.staysWhereItBegan()).as("which server is missing is said").isTrue();
  }
}
