package dev.evenkeel.demo.proxy;

import io.undertow.server.handlers.proxy.ProxyConnectionPool;
import java.util.concurrent.atomic.AtomicInteger;

/** A node as the proxy sees it. */
final class Backend {

  private final String name;
  private final ProxyConnectionPool connections;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile Share share = Share.FULL;

  Backend(String name, ProxyConnectionPool connections) {
    this.name = name;
    this.connections = connections;
  }

  String name() {
    return name;
  }

  ProxyConnectionPool connections() {
    return connections;
  }

  Share share() {
    return share;
  }

  void share(Share wanted) {
    share = wanted;
  }

  /** Requests chosen for this node and not answered yet. */
  int inFlight() {
    return inFlight.get();
  }

  void arrive() {
    inFlight.incrementAndGet();
  }

  void leave() {
    inFlight.decrementAndGet();
  }
}
