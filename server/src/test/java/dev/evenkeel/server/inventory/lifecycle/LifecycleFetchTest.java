package dev.evenkeel.server.inventory.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lifecycle data from the network. */
@ServerTest
@Tag("C07")
class LifecycleFetchTest {
  @Autowired LifecycleDesk desk;
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
    vendor.start();
  }

  @AfterEach
  void stop() {
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
  void an_address_that_is_none_stops_the_start() {
    assertThatThrownBy(() -> new LifecycleSettings("endoflife.date"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("EVENKEEL_LIFECYCLE_URL is 'endoflife.date'");
    assertThat(new LifecycleSettings(" ").address()).isEmpty();
  }
}
