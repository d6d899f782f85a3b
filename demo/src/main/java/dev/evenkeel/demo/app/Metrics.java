package dev.evenkeel.demo.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counters of the page in the Prometheus text format. Written out by hand because the application
 * brings no libraries along.
 */
final class Metrics {

  private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

  private final LongAdder failures = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];

  Metrics() {
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new LongAdder();
    }
  }

  void count(long tookNanos, boolean well) {
    int bucket = 0;
    while (bucket < BOUNDS.length && tookNanos > BOUNDS[bucket] * 1e9) {
      bucket++;
    }
    buckets[bucket].increment();
    nanos.add(tookNanos);
    if (!well) {
      failures.increment();
    }
  }

  String text() {
    var histogram = new StringBuilder();
    long all = 0;
    for (int i = 0; i < buckets.length; i++) {
      all += buckets[i].sum();
      String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
      histogram.append("app_response_seconds_bucket{le=\"%s\"} %d\n".formatted(bound, all));
    }
    return String.format(
        Locale.ROOT,
        """
        # HELP app_requests_total Pages asked for.
        # TYPE app_requests_total counter
        app_requests_total %d
        # HELP app_failures_total Pages answered with an error.
        # TYPE app_failures_total counter
        app_failures_total %d
        # HELP app_response_seconds Time to make a page.
        # TYPE app_response_seconds histogram
        %sapp_response_seconds_sum %.6f
        app_response_seconds_count %d
        # HELP app_memory_kept_bytes Memory in objects that have lived long.
        # TYPE app_memory_kept_bytes gauge
        app_memory_kept_bytes %d
        """,
        all,
        failures.sum(),
        histogram,
        nanos.sum() / 1e9,
        all,
        keptBytes());
  }

  /** The old generation: young garbage would hide a leak for as long as there is room for it. */
  private static long keptBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
