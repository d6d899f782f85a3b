package dev.evenkeel.server.execution.action.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.evenkeel.runbook.words.Wait;
import dev.evenkeel.runbook.words.Wait.MetricLimit;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** C89: what waits for what. */
class WaitActionTest {
  private Instant now = Instant.parse("2026-03-01T22:00:00Z");
  private final WaitAction action =
      new WaitAction(
          new Conditions(
              new DefaultListableBeanFactory()
                  .getBeanProvider(dev.evenkeel.server.execution.action.Actions.class),
              new MetricLook(JsonMapper.builder().build())),
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void lets_a_time_pass_however_often_it_is_asked() {
    Wait words =
        waiting(Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(30)), 1);
    Outcome.NotYet first = (Outcome.NotYet) action.start(words, attempt(""));
    now = now.plusSeconds(29);
    assertThat(action.poll(words, attempt(first.memo()))).isInstanceOf(Outcome.NotYet.class);
    now = now.plusSeconds(1);
    assertThat(action.poll(words, attempt(first.memo()))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_condition_must_hold_as_often_in_a_row_as_asked() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Wait words = tcp("127.0.0.1:" + server.getLocalPort(), 2);
      Outcome.NotYet once = (Outcome.NotYet) action.start(words, attempt(""));
      assertThat(once.waitingFor()).isEqualTo("held 1 of 2 times in a row");
      assertThat(action.poll(words, attempt(once.memo()))).isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void a_miss_begins_the_count_anew_and_says_why() throws IOException {
    int closed;
    try (ServerSocket server = new ServerSocket(0)) {
      closed = server.getLocalPort();
    }
    Outcome.NotYet missed =
        (Outcome.NotYet) action.poll(tcp("127.0.0.1:" + closed, 5), attempt("4"));
    assertThat(missed.memo()).isEqualTo("0");
    assertThat(missed.waitingFor()).contains("127.0.0.1:" + closed).contains("refused");
  }

  @ParameterizedTest
  @CsvSource({"3,true", "5,true", "6,false", "NaN,false"})
  void a_number_must_be_inside_its_limits(String value, boolean holds) throws IOException {
    AtomicReference<String> asked = new AtomicReference<>();
    HttpServer prometheus =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    prometheus.createContext(
        "/api/v1/query",
        exchange -> {
          asked.set(exchange.getRequestURI().getQuery());
          byte[] body =
              """
              {"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"%s"]}]}}
              """
                  .formatted(value)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    prometheus.start();
    try {
      var limit =
          new MetricLimit(
              "http://127.0.0.1:" + prometheus.getAddress().getPort(),
              "sum(queue{a=\"b\"})",
              Optional.of(5.0),
              Optional.empty());
      Observation seen =
          action.observe(
              waiting(Optional.empty(), Optional.of(limit), Optional.empty(), 1), attempt(""));
      assertThat(seen instanceof Observation.Holds).isEqualTo(holds);
      assertThat(seen).isNotInstanceOf(Observation.Unknown.class);
      assertThat(asked.get()).isEqualTo("query=sum(queue{a=\"b\"})");
    } finally {
      prometheus.stop(0);
    }
  }

  @Test
  void an_address_without_a_port_is_never_guessed() {
    assertThat(action.observe(tcp("localhost", 1), attempt("")))
        .isEqualTo(
            new Observation.Unknown(
                "'localhost' is no address: write host:port, such as 127.0.0.1:5432"));
  }

  private static Wait tcp(String address, int times) {
    return waiting(Optional.of(address), Optional.empty(), Optional.empty(), times);
  }

  private static Wait waiting(
      Optional<String> tcp, Optional<MetricLimit> metric, Optional<Duration> time, int times) {
    return new Wait(
        Optional.empty(),
        tcp,
        Optional.empty(),
        Optional.empty(),
        metric,
        time,
        times,
        Duration.ofMillis(100));
  }

  private static Attempt attempt(String memo) {
    return new Attempt("a", "r", "w1/n1/a", "n1", true, Duration.ofSeconds(30), memo, null);
  }
}
