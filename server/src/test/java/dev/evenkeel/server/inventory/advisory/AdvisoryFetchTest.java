package dev.evenkeel.server.inventory.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.advisory.Fetched.Outcome;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Download;
import dev.evenkeel.server.shared.PassingFiles;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Advisories from the network, of a real HTTP server (C117). */
@ServerTest
@Tag("C117")
@Timeout(60)
class AdvisoryFetchTest {
  @Autowired AdvisoryDesk desk;
  @Autowired AdvisoryWatch watch;
  @Autowired PassingFiles passing;
  @Autowired Clock clock;
  private final String own = "f" + UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer source;

  @BeforeEach
  void serve() throws IOException {
    source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    source.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    source.createContext("/osv.json", exchange -> versioned(exchange, osv()));
    source.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/osv.json");
          answer(exchange, 302, "");
        });
    source.createContext("/wrong", exchange -> answer(exchange, 200, "<html>sign in</html>"));
    source.createContext("/away", exchange -> answer(exchange, 503, "later"));
    source.createContext(
        "/hangs",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    source.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    source.stop(0);
  }

  private String osv() {
    return """
    {"id": "OWN-1", "modified": "2026-03-01T00:00:00Z", "summary": "s", "affected": [{"package":
     {"ecosystem": "Go", "name": "example.com/OWN"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}
    """
        .replace("OWN", own);
  }

  private void versioned(HttpExchange exchange, String body) throws IOException {
    asked.incrementAndGet();
    exchange.getResponseHeaders().add("ETag", "\"one\"");
    if ("\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      answer(exchange, 304, "");
    } else {
      sent.incrementAndGet();
      answer(exchange, 200, body);
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private AdvisoryFetch fetch(Duration patience, long longest, String... paths) {
    String urls =
        String.join(
            " ",
            List.of(paths).stream()
                .map(path -> "http://127.0.0.1:%d%s".formatted(source.getAddress().getPort(), path))
                .toList());
    return new AdvisoryFetch(
        new AdvisorySettings(urls), desk, passing, clock, new Download(patience, longest));
  }

  private AdvisoryFetch fetch(String... paths) {
    return fetch(Duration.ofSeconds(30), 1 << 20, paths);
  }

  @Test
  void what_is_fetched_is_taken_and_the_same_is_not_sent_again() {
    AdvisoryFetch fetch = fetch("/osv.json");
    assertThat(fetch.sources()).extracting(Fetched::outcome).containsExactly(Outcome.NEVER);
    assertThat(fetch.fetch(Actor.EVENKEEL))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.outcome()).isEqualTo(Outcome.TAKEN);
          assertThat(one.says()).isEqualTo("1 new, 0 changed, 0 known already");
        });
    assertThat(fetch.fetch(Actor.EVENKEEL))
        .extracting(Fetched::outcome)
        .containsExactly(Outcome.UNCHANGED);
    assertThat(asked).hasValue(2);
    assertThat(sent).hasValue(1);
    assertThat(fetch("/moved").fetch(Actor.EVENKEEL).getFirst().says())
        .isEqualTo("0 new, 0 changed, 1 known already");
  }

  @Test
  void an_address_that_fails_says_why_and_the_others_are_taken() {
    List<Fetched> all = fetch("/away", "/wrong", "/osv.json").fetch(Actor.EVENKEEL);
    assertThat(all)
        .extracting(Fetched::outcome)
        .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.TAKEN);
    assertThat(all.get(0).says()).contains("/away: it answered 503. Nothing of it was changed.");
    assertThat(all.get(1).says()).contains("/wrong: ", "no CycloneDX document");
  }

  @Test
  void who_signs_in_at_a_source_is_shown_to_nobody() {
    String secret = "http://me:secret@127.0.0.1:%d/away?token=secret&all".formatted(port());
    var fetch =
        new AdvisoryFetch(
            new AdvisorySettings(secret),
            desk,
            passing,
            clock,
            new Download(Duration.ofSeconds(30), 1 << 20));
    String shown = "http://127.0.0.1:%d/away?token=***&***".formatted(port());
    assertThat(fetch.sources()).extracting(Fetched::address).containsExactly(shown);
    Fetched one = fetch.fetch(Actor.EVENKEEL).getFirst();
    assertThat(one.address()).isEqualTo(shown);
    assertThat(one.says()).contains(shown).doesNotContain("secret");
    assertThatThrownBy(() -> new AdvisorySettings("ftp://me:secret@osv.example/a.zip"))
        .hasMessageContaining("'ftp://osv.example/a.zip'");
  }

  private int port() {
    return source.getAddress().getPort();
  }

  @Test
  void what_comes_in_drops_or_without_end_is_given_up() {
    assertThat(fetch(Duration.ofMillis(300), 1 << 20, "/hangs").fetch(Actor.EVENKEEL))
        .singleElement()
        .satisfies(
            one -> assertThat(one.says()).contains("not there whole after 300 milliseconds"));
    assertThat(fetch(Duration.ofSeconds(30), 50, "/osv.json").fetch(Actor.EVENKEEL))
        .singleElement()
        .satisfies(one -> assertThat(one.says()).contains("it is longer than 50 bytes"));
  }

  @Test
  void no_answer_at_all_is_told() {
    AdvisoryFetch late = fetch("/osv.json");
    source.stop(0);
    assertThat(late.fetch(Actor.EVENKEEL).getFirst().says())
        .startsWith("Advisories could not be fetched from http://127.0.0.1");
  }

  @Test
  void addresses_that_are_none_stop_the_start_and_without_any_one_is_told_what_to_set() {
    assertThatThrownBy(() -> new AdvisorySettings("https://osv.example/a.zip osv.dev"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("EVENKEEL_ADVISORY_URLS names 'osv.dev'");
    assertThatThrownBy(() -> fetch().fetch(Actor.EVENKEEL))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Set EVENKEEL_ADVISORY_URLS");
  }
}
