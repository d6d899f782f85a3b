package dev.evenkeel.demo.proxy;

import static dev.evenkeel.demo.proxy.RawServer.Manner.ANSWERS;
import static dev.evenkeel.demo.proxy.RawServer.Manner.BREAKS_OFF;
import static dev.evenkeel.demo.proxy.RawServer.Manner.CLOSES;
import static dev.evenkeel.demo.proxy.RawServer.Manner.FAILS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyTest {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Proxy proxy;

  @AfterEach
  void stops_the_proxy() {
    proxy.close();
  }

  @Test
  void a_node_that_refuses_costs_no_user_anything() throws Exception {
    RawServer gone = RawServer.that(ANSWERS);
    gone.close();
    try (RawServer well = RawServer.that(ANSWERS)) {
      start(gone.address(), well.address());
      for (int i = 0; i < 4; i++) {
        assertThat(ask().statusCode()).isEqualTo(200);
      }
    }
    assertThat(metrics())
        .contains(
            "proxy_requests_total{node=\"n1\"} 2.0",
            "proxy_failures_total{node=\"n1\"} 2.0",
            "proxy_requests_total{node=\"n2\"} 4.0",
            "proxy_failures_total{node=\"n2\"} 0.0");
  }

  @Test
  void a_node_that_closes_without_an_answer_has_failed_and_another_one_answers() throws Exception {
    try (RawServer bad = RawServer.that(CLOSES);
        RawServer well = RawServer.that(ANSWERS)) {
      start(bad.address(), well.address());
      for (int i = 0; i < 4; i++) {
        assertThat(ask().statusCode()).isEqualTo(200);
      }
      assertThat(bad.requests()).isEqualTo(2);
    }
    assertThat(metrics()).contains("proxy_failures_total{node=\"n1\"} 2.0");
    assertThat(admin("GET", "n1", "").body()).contains("\"inFlight\":0");
  }

  @Test
  void what_may_not_be_repeated_is_not() throws Exception {
    try (RawServer bad = RawServer.that(CLOSES);
        RawServer well = RawServer.that(ANSWERS)) {
      start(bad.address(), well.address());
      var post = HttpRequest.newBuilder(proxy.address()).POST(BodyPublishers.ofString("x")).build();
      assertThat(http.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
      assertThat(well.requests()).isZero();
    }
  }

  @Test
  void an_answer_that_breaks_off_is_a_failure_and_not_in_flight_for_ever() throws Exception {
    try (RawServer bad = RawServer.that(BREAKS_OFF)) {
      start(bad.address());
      assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
      assertThat(admin("PUT", "n1", "{\"settleSeconds\":5}").body()).contains("\"inFlight\":0");
    }
    assertThat(metrics()).contains("proxy_failures_total{node=\"n1\"} 1.0");
  }

  @Test
  void a_user_who_hangs_up_is_not_in_flight_for_ever() throws Exception {
    try (RawServer slow = RawServer.behindAGate()) {
      start(slow.address());
      try (var socket = new Socket("127.0.0.1", proxy.address().getPort())) {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
        awaitInFlight("n1", 1);
      }
      slow.open();
      assertThat(admin("PUT", "n1", "{\"settleSeconds\":5}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void errors_of_a_node_reach_the_user_and_are_counted() throws Exception {
    try (RawServer bad = RawServer.that(FAILS)) {
      start(bad.address());
      assertThat(ask().statusCode()).isEqualTo(500);
    }
    assertThat(metrics())
        .contains(
            "proxy_failures_total{node=\"n1\"} 1.0", "proxy_response_seconds_count{node=\"n1\"} 1");
  }

  @Test
  void a_drained_node_gets_nothing_new_and_finishes_what_it_has() throws Exception {
    try (RawServer slow = RawServer.behindAGate();
        RawServer well = RawServer.that(ANSWERS)) {
      start(slow.address(), well.address());
      admin("PUT", "n2", "{\"state\":\"drain\"}");
      CompletableFuture<Integer> underWay =
          http.sendAsync(HttpRequest.newBuilder(proxy.address()).build(), BodyHandlers.ofString())
              .thenApply(HttpResponse::statusCode);
      awaitInFlight("n1", 1);
      admin("PUT", "n2", "{\"state\":\"ready\"}");
      HttpResponse<String> unsettled =
          admin("PUT", "n1", "{\"state\":\"drain\",\"settleSeconds\":0.1}");
      assertThat(unsettled.statusCode()).isEqualTo(409);
      assertThat(unsettled.body()).contains("n1 still has 1 requests in flight");
      for (int i = 0; i < 5; i++) {
        assertThat(ask().statusCode()).isEqualTo(200);
      }
      assertThat(slow.requests()).isEqualTo(1);
      slow.open();
      assertThat(underWay.get()).isEqualTo(200);
      assertThat(admin("PUT", "n1", "{\"settleSeconds\":5}").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void with_every_node_out_users_are_told_to_come_back() throws Exception {
    try (RawServer well = RawServer.that(ANSWERS)) {
      start(well.address());
      admin("PUT", "n1", "{\"state\":\"out\"}");
      assertThat(ask().statusCode()).isEqualTo(503);
    }
  }

  @Test
  void a_wrong_change_is_refused_with_the_reason() throws Exception {
    start(URI.create("http://127.0.0.1:9"));
    assertThat(admin("PUT", "n7", "{}").body()).contains("there is no node n7; there are [n1]");
    HttpResponse<String> heavy = admin("PUT", "n1", "{\"weight\":300}");
    assertThat(heavy.statusCode()).isEqualTo(400);
    assertThat(heavy.body()).contains("300", "from 0 to 100");
    assertThat(admin("PUT", "n1", "{\"wieght\":3}").body()).contains("wieght");
    assertThat(admin("GET", "n1", "").body())
        .contains("{\"name\":\"n1\",\"state\":\"ready\",\"weight\":100.0,\"inFlight\":0}");
  }

  private void start(URI... nodes) {
    Map<String, URI> named = new LinkedHashMap<>();
    for (int i = 0; i < nodes.length; i++) {
      named.put("n" + (i + 1), nodes[i]);
    }
    proxy = Proxy.start(named, 0, 0);
  }

  private HttpResponse<String> ask() throws Exception {
    return http.send(HttpRequest.newBuilder(proxy.address()).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> admin(String method, String node, String body) throws Exception {
    var uri = URI.create(proxy.admin() + "/admin/nodes/" + node);
    return http.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private void awaitInFlight(String node, int count) throws Exception {
    while (!admin("GET", node, "").body().contains("\"inFlight\":" + count)) {
      Thread.onSpinWait();
    }
  }

  private String metrics() throws Exception {
    var request = HttpRequest.newBuilder(URI.create(proxy.admin() + "/metrics")).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
