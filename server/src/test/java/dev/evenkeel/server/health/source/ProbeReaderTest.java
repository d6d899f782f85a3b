package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.runbook.words.ProbeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeReaderTest extends MetricSourceContract<ProbeSource> {
  private final Site well = Site.saying("Welcome, release 11");
  private final Site silent = Site.silent();
  private final String nowhere = Site.nowhere();

  @AfterEach
  void close() {
    well.close();
    silent.close();
  }

  @Test
  void counts_and_times_several_requests() throws Exception {
    var facts = look(probe(well.url(), 5), LONG);
    var tried = (Fact.Tried) facts.getFirst();
    assertThat(tried.tried()).isEqualTo(5);
    assertThat(tried.failed()).isZero();
    assertThat(tried.millis()).hasSize(5).allMatch(millis -> millis > 0);
  }

  @Test
  void a_refused_connection_is_a_failure_and_never_fast() throws Exception {
    var facts = look(probe(nowhere, 3), LONG);
    assertThat(facts)
        .contains(new Fact.Tried(3, 3, List.of()))
        .contains(new Fact.Well(false, nowhere + ": connection refused"));
  }

  @Test
  void no_answer_in_time_is_a_failure_that_took_the_limit() throws Exception {
    var words = new ProbeSource(silent.url(), 200, Optional.empty(), Duration.ofMillis(200), 2);
    assertThat(look(words, LONG)).contains(new Fact.Tried(2, 2, List.of(200.0, 200.0)));
  }

  @Test
  void an_answer_that_never_ends_is_a_failure_that_took_the_limit() throws Exception {
    try (var node = new Node(0)) {
      node.turns(Node.Mood.TRICKLES);
      var words =
          new ProbeSource(
              "http://127.0.0.1:" + node.port(), 200, Optional.empty(), Duration.ofMillis(300), 1);
      assertThat(look(words, LONG)).contains(new Fact.Tried(1, 1, List.of(300.0)));
    }
  }

  @Test
  void a_quick_500_is_a_failure_and_never_fast() throws Exception {
    try (var broken = Site.saying(500, "oops")) {
      assertThat(look(probe(broken.url(), 2), LONG))
          .contains(new Fact.Tried(2, 2, List.of()))
          .contains(new Fact.Well(false, broken.url() + " answered 500 instead of 200"));
    }
  }

  @Test
  void judges_the_content_when_asked_to() throws Exception {
    assertThat(look(containing("release 11"), LONG)).contains(new Fact.Well(true, ""));
    assertThat(look(containing("release 12"), LONG))
        .contains(new Fact.Well(false, well.url() + " answered without 'release 12'"));
  }

  @Test
  void a_connection_closed_without_an_answer_is_a_failure() throws Exception {
    try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> closeAll(socket));
      var facts = look(probe("http://127.0.0.1:" + socket.getLocalPort(), 2), LONG);
      assertThat(facts).contains(new Fact.Tried(2, 2, List.of()));
    }
  }

  @Test
  void repeats_no_password_and_no_query() throws Exception {
    var secret = "http://me:pass%40word@127.0.0.1:1/path?token=secret";
    assertThat(look(probe(secret, 1), LONG).toString())
        .contains("http://127.0.0.1:1/path")
        .doesNotContain("pass")
        .doesNotContain("secret");
    assertThat(look(probe("htp://me:password@host/", 1), LONG).toString())
        .contains("is no address")
        .doesNotContain("password");
  }

  private static void closeAll(ServerSocket socket) {
    while (true) {
      try {
        socket.accept().close();
      } catch (IOException e) {
        return;
      }
    }
  }

  private ProbeSource containing(String text) {
    return new ProbeSource(well.url(), 200, Optional.of(text), LONG, 1);
  }

  private static ProbeSource probe(String url, int times) {
    return new ProbeSource(url, 200, Optional.empty(), LONG, times);
  }

  @Override
  MetricSource<ProbeSource> source() {
    return new ProbeReader();
  }

  @Override
  ProbeSource answering() {
    return probe(well.url(), 1);
  }

  @Override
  ProbeSource hanging() {
    return new ProbeSource(silent.url(), 200, Optional.empty(), Duration.ofMillis(300), 1);
  }

  @Override
  ProbeSource gone() {
    return probe(nowhere, 1);
  }

  @Override
  ProbeSource garbage() {
    return containing("release 12");
  }

  @Override
  String address() {
    return nowhere;
  }
}
