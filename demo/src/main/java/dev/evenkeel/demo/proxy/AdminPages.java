package dev.evenkeel.demo.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RoutingHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages a runbook works with.
 *
 * <pre>
 * GET /admin/nodes         every node
 * GET /admin/nodes/n1      {"name":"n1","state":"ready","weight":100.0,"inFlight":3}
 * PUT /admin/nodes/n1      {"state":"drain","weight":15,"settleSeconds":10}; what is left out stays as it is
 * GET /metrics             per node, in the Prometheus text format
 * </pre>
 *
 * With {@code settleSeconds} the answer comes once nothing is in flight on the node; 409 when that
 * takes longer.
 */
final class AdminPages {

  record NodeView(String name, String state, double weight, int inFlight) {
    static NodeView of(Backend backend) {
      Share share = backend.share();
      return new NodeView(backend.name(), share.state().word(), share.weight(), backend.inFlight());
    }
  }

  record Change(
      @Nullable NodeState state, @Nullable Double weight, @Nullable Double settleSeconds) {}

  private record Problem(String problem) {}

  private static final long LOOK_AGAIN_MILLIS = 20;

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();
  private final List<Backend> backends;
  private final Turns<Backend> turns;
  private final ProxyMetrics metrics;

  AdminPages(List<Backend> backends, Turns<Backend> turns, ProxyMetrics metrics) {
    this.backends = List.copyOf(backends);
    this.turns = turns;
    this.metrics = metrics;
  }

  HttpHandler handler() {
    return new RoutingHandler()
        .get("/admin/nodes", exchange -> send(exchange, StatusCodes.OK, views()))
        .get("/admin/nodes/{node}", exchange -> named(exchange).ifPresent(b -> show(exchange, b)))
        .put("/admin/nodes/{node}", new BlockingHandler(this::change))
        .get("/metrics", this::metrics)
        .setFallbackHandler(exchange -> problem(exchange, StatusCodes.NOT_FOUND, "no such page"));
  }

  private List<NodeView> views() {
    return backends.stream().map(NodeView::of).toList();
  }

  private void change(HttpServerExchange exchange) throws IOException, InterruptedException {
    var backend = named(exchange);
    if (backend.isEmpty()) {
      return;
    }
    Change change;
    try {
      change = json.readValue(exchange.getInputStream(), Change.class);
      apply(change, backend.get());
    } catch (JacksonException | IllegalArgumentException e) {
      problem(exchange, StatusCodes.BAD_REQUEST, String.valueOf(e.getMessage()));
      return;
    }
    if (change.settleSeconds() == null || settles(backend.get(), change.settleSeconds())) {
      show(exchange, backend.get());
    } else {
      problem(
          exchange,
          StatusCodes.CONFLICT,
          "%s still has %d requests in flight after %s s"
              .formatted(backend.get().name(), backend.get().inFlight(), change.settleSeconds()));
    }
  }

  private void apply(Change change, Backend backend) {
    Share now = backend.share();
    backend.share(
        new Share(
            change.state() == null ? now.state() : change.state(),
            change.weight() == null ? now.weight() : change.weight()));
    turns.restart();
  }

  private static boolean settles(Backend backend, double seconds) throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    do {
      // Before the first look too: a request that chose this node just before is let in meanwhile.
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      if (backend.inFlight() == 0) {
        return true;
      }
    } while (System.nanoTime() - end < 0);
    return false;
  }

  private Optional<Backend> named(HttpServerExchange exchange) {
    Deque<String> inPath = exchange.getQueryParameters().get("node");
    String name = inPath == null ? "" : inPath.getFirst();
    var found = backends.stream().filter(backend -> backend.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      problem(
          exchange,
          StatusCodes.NOT_FOUND,
          "there is no node %s; there are %s"
              .formatted(name, backends.stream().map(Backend::name).toList()));
    }
    return found;
  }

  private void show(HttpServerExchange exchange, Backend backend) {
    send(exchange, StatusCodes.OK, NodeView.of(backend));
  }

  private void problem(HttpServerExchange exchange, int status, String what) {
    send(exchange, status, new Problem(what));
  }

  private void metrics(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; version=0.0.4");
    exchange.getResponseSender().send(metrics.text());
  }

  private void send(HttpServerExchange exchange, int status, Object body) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(json.writeValueAsString(body) + "\n");
  }
}
