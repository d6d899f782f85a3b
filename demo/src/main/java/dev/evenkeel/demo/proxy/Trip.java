package dev.evenkeel.demo.proxy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request through the fleet: usually to one node, to a second one when the first did
 * not answer. Counts it wherever it has been, exactly once.
 */
final class Trip {

  private final ProxyMetrics metrics;
  private final List<Backend> tried = new ArrayList<>();
  private @Nullable Backend at;
  private long since;

  Trip(ProxyMetrics metrics) {
    this.metrics = metrics;
  }

  synchronized boolean hasTried(Backend backend) {
    return tried.contains(backend);
  }

  /** Goes to a node; the one before it has failed. */
  synchronized void goTo(Backend backend) {
    abandon();
    backend.arrive();
    tried.add(backend);
    at = backend;
    since = System.nanoTime();
  }

  /** The node has answered. */
  synchronized void answered(int status) {
    if (at == null) {
      return;
    }
    metrics.answered(at.name(), (System.nanoTime() - since) / 1e9, status < 500);
    at.leave();
    at = null;
  }

  /** The node gave no answer, or not all of it. Nothing happens after an end. */
  synchronized void abandon() {
    if (at == null) {
      return;
    }
    metrics.unanswered(at.name());
    at.leave();
    at = null;
  }
}
