package dev.evenkeel.demo.proxy;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.util.AttachmentKey;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the node for a request, and another one when the first refuses the connection or, for a
 * request that may be repeated, closes it without an answer. Undertow asks again in both cases.
 */
final class Redispatch implements ProxyClient {

  private record Chosen(Backend backend) implements ProxyTarget {}

  private static final AttachmentKey<Trip> TRIP = AttachmentKey.create(Trip.class);

  private final List<Backend> backends;
  private final Turns<Backend> turns;
  private final ProxyMetrics metrics;

  Redispatch(List<Backend> backends, Turns<Backend> turns, ProxyMetrics metrics) {
    this.backends = List.copyOf(backends);
    this.turns = turns;
    this.metrics = metrics;
  }

  /**
   * Null when no node takes requests, or all that do have been tried; Undertow then answers 503.
   */
  @Override
  public @Nullable ProxyTarget findTarget(HttpServerExchange exchange) {
    Trip trip = tripOf(exchange);
    List<Backend> candidates =
        backends.stream()
            .filter(backend -> backend.share().takesRequests() && !trip.hasTried(backend))
            .toList();
    var next = turns.next(candidates);
    if (next.isEmpty()) {
      trip.abandon();
      return null;
    }
    trip.goTo(next.get());
    return new Chosen(next.get());
  }

  @Override
  public void getConnection(
      ProxyTarget target,
      HttpServerExchange exchange,
      ProxyCallback<ProxyConnection> callback,
      long timeout,
      TimeUnit unit) {
    Backend backend = ((Chosen) target).backend();
    backend.connections().connect(target, exchange, callback, timeout, unit, false);
  }

  private Trip tripOf(HttpServerExchange exchange) {
    Trip known = exchange.getAttachment(TRIP);
    if (known != null) {
      return known;
    }
    var trip = new Trip(metrics);
    exchange.putAttachment(TRIP, trip);
    exchange.addExchangeCompleteListener((done, next) -> {
      // When a node breaks off in the middle of an answer, its user's connection is closed.
      if (done.getConnection().isOpen()) {
        trip.answered(done.getStatusCode());
      } else {
        trip.abandon();
      }
      next.proceed();
    });
    return trip;
  }
}
