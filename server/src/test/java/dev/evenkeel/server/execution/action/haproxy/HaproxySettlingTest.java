package dev.evenkeel.server.execution.action.haproxy;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Playing.carryOut;
import static dev.evenkeel.server.execution.action.Playing.toTheEnd;
import static dev.evenkeel.server.execution.action.Playing.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.words.Haproxy;
import dev.evenkeel.runbook.words.Haproxy.State;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is waited for, with real sessions and real health checks. */
class HaproxySettlingTest {
  @TempDir Path folder;
  private Proxy proxy;
  private final HaproxyAction action = new HaproxyAction();

  @BeforeEach
  void start() throws Exception {
    proxy = new Proxy(folder);
  }

  @AfterEach
  void end() throws Exception {
    if (proxy != null) {
      proxy.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DRAIN", "MAINT"})
  void waits_until_the_sessions_are_gone(State state) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.sendAsync(
              HttpRequest.newBuilder(URI.create(proxy.front())).build(), BodyHandlers.discarding());
      until("the request is at the server", () -> sessions() == 1);
      var words = words(state, true);

      var begun = action.start(words, anAttempt());

      assertThat(begun)
          .isInstanceOfSatisfying(
              Outcome.NotYet.class,
              notYet -> assertThat(notYet.waitingFor()).contains("app/n1", "1 session left"));
      assertThat(action.observe(words, anAttempt())).isInstanceOf(Observation.Unknown.class);
      assertThat(action.observe(words(state, false), anAttempt()))
          .isInstanceOf(Observation.Holds.class);
      proxy.application.finish();
      assertThat(toTheEnd(() -> action, words, anAttempt(), begun))
          .isInstanceOf(Outcome.Done.class);
      assertThat(answer.join().statusCode()).isEqualTo(200);
      assertThat(action.observe(words, anAttempt())).isInstanceOf(Observation.Holds.class);
    }
  }

  @Test
  void waits_until_the_health_check_passes() throws Exception {
    carryOut(action, words(State.MAINT, true));
    proxy.application.healthy(false);
    var words = words(State.READY, true);

    var begun = action.start(words, anAttempt());

    assertThat(begun)
        .isInstanceOfSatisfying(
            Outcome.NotYet.class,
            notYet -> assertThat(notYet.waitingFor()).contains("health check", "DOWN"));
    proxy.application.healthy(true);
    assertThat(toTheEnd(() -> action, words, anAttempt(), begun)).isInstanceOf(Outcome.Done.class);
    assertThat(proxy.look("app/n1").status()).isEqualTo("UP");
  }

  @Test
  void waits_for_no_check_where_there_is_none() throws Exception {
    var ready = new Haproxy(proxy.admin(), "app/unchecked", of(State.READY), of("50%"), true);

    assertThat(action.start(ready, anAttempt())).isInstanceOf(Outcome.Done.class);
    assertThat(proxy.look("app/unchecked").weight()).isEqualTo(32);
  }

  @Test
  void waits_for_nothing_when_told_so() {
    proxy.application.healthy(false);
    carryOut(action, words(State.MAINT, false));

    assertThat(action.start(words(State.READY, false), anAttempt()))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void notices_that_what_it_set_is_gone() throws Exception {
    var words = words(State.MAINT, true);
    action.start(words, anAttempt());
    proxy.say("set server app/n1 state ready");

    assertThat(action.poll(words, anAttempt()))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.reason()).contains("is gone"));
  }

  @ParameterizedTest
  @CsvSource({"16%, 16", "16, 16", "0%, 0", "100%, 100", "130%, 130", "300%, 256"})
  void knows_the_weight_that_haproxy_makes_of_it(String asked, int weight) throws Exception {
    var words = new Haproxy(proxy.overTcp(), "app/n1", Optional.empty(), of(asked), true);

    assertThat(carryOut(action, words)).isInstanceOf(Outcome.Done.class);

    assertThat(proxy.look("app/n1").weight()).isEqualTo(weight);
    assertThat(action.observe(words, anAttempt())).isInstanceOf(Observation.Holds.class);
  }

  private int sessions() {
    try {
      return proxy.look("app/n1").sessions();
    } catch (NoAnswer | Refusal e) {
      throw new IllegalStateException(e);
    }
  }

  private Haproxy words(State state, boolean settle) {
    return new Haproxy(proxy.admin(), "app/n1", of(state), Optional.empty(), settle);
  }

  private static <T> Optional<T> of(T value) {
    return Optional.of(value);
  }
}
