package dev.evenkeel.server.inventory.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Download;
import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** Lifecycle data from the network. */
@ServerTest
@Tag("C07")
class LifecycleFetchTest {
  @Autowired LifecycleDesk desk;
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer vendor;
  private volatile int status = 200;
  private volatile String text = "";

  @BeforeEach
  void serve() throws IOException {
    vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    vendor.createContext(
        "/",
        exchange -> {
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    vendor.createContext(
        "/drips",
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
    vendor.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    vendor.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    vendor.stop(0);
  }

  private LifecycleFetch fetch() {
    return new LifecycleFetch(
        new LifecycleSettings("http://127.0.0.1:%d/all".formatted(vendor.getAddress().getPort())),
        desk);
  }

  @Test
  void what_is_fetched_is_loaded_and_the_same_again_is_known() {
    String product = "p" + UUID.randomUUID().toString().substring(0, 8);
    text = "{\"%s\": [{\"cycle\": \"1\", \"eol\": \"2030-01-01\"}]}".formatted(product);
    assertThat(fetch().fetch(Actor.EVENKEEL).isNew()).isTrue();
    assertThat(desk.catalogue().product(product)).isPresent();
    assertThat(fetch().fetch(Actor.EVENKEEL).isNew()).isFalse();
  }

  @Test
  void an_answer_that_is_none_and_no_answer_at_all_change_nothing_and_say_why() {
    int feeds = desk.feeds().size();
    status = 503;
    assertThatThrownBy(() -> fetch().fetch(Actor.EVENKEEL)).hasMessageContaining("it answered 503");
    status = 200;
    text = "<html>sign in</html>";
    assertThatThrownBy(() -> fetch().fetch(Actor.EVENKEEL))
        .hasMessageContaining("no lifecycle data");
    LifecycleFetch late = fetch();
    vendor.stop(0);
    assertThatThrownBy(() -> late.fetch(Actor.EVENKEEL))
        .hasMessageContaining("could not be fetched from http://127.0.0.1");
    assertThat(desk.feeds()).hasSize(feeds);
  }

  @Test
  @Timeout(60)
  void what_comes_in_drops_is_given_up_and_who_signs_in_there_is_shown_to_nobody() {
    String secret =
        "http://me:secret@127.0.0.1:%d/drips?key=secret".formatted(vendor.getAddress().getPort());
    var fetch =
        new LifecycleFetch(
            new LifecycleSettings(secret), desk, new Download(Duration.ofMillis(300), 1 << 20));
    String shown = "http://127.0.0.1:%d/drips?key=***".formatted(vendor.getAddress().getPort());
    assertThat(fetch.address()).contains(shown);
    assertThatThrownBy(() -> fetch.fetch(Actor.EVENKEEL))
        .hasMessage(
            "Lifecycle data could not be fetched from %s: it was not there whole after 300 milliseconds. Nothing was changed."
                .formatted(shown));
  }

  @Test
  void an_address_that_is_none_stops_the_start() {
    assertThatThrownBy(() -> new LifecycleSettings("endoflife.date"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("EVENKEEL_LIFECYCLE_URL is 'endoflife.date'");
    assertThat(new LifecycleSettings(" ").address()).isEmpty();
  }
}
