package dev.evenkeel.cli.judge.cases;

import java.util.StringJoiner;
import java.util.function.IntFunction;

/** Writes small cases: a sample every 10 s from 30 s before the start on, one endpoint. */
final class ACase {
  private static final int SAMPLES = 9;

  private final String id;
  private IntFunction<String> requests = i -> Integer.toString(100 * (i + 1));

  private ACase(String id) {
    this.id = id;
  }

  static ACase called(String id) {
    return new ACase(id);
  }

  /** What the candidate counted up to each sample. */
  ACase with(IntFunction<String> requestsOfCandidate) {
    requests = requestsOfCandidate;
    return this;
  }

  String line() {
    return """
    {"id": "%s", "step_s": 10, "t0_s": -30, "n": 9, "warmup_s": 120, "share": 0.5, "in_place": true,
     "bounds_ms": [50, 100], "endpoints": ["browse", "checkout"], "core": "checkout", "series": [%s, %s]}
    """
        .formatted(
            id,
            target("canary", "canary-1", requests),
            target("control", "control-1", i -> "" + 1000 * i))
        .replace("\n", "");
  }

  private static String target(String arm, String name, IntFunction<String> requests) {
    return """
    {"arm": "%s", "instance": "%s", "hosts": 1, "requests": {"browse": %s, "checkout": %s},
     "errors": {"browse": %s, "checkout": %s}, "latency_le": [%s, %s], "cpu_pct": %s, "memory_mb": %s}
    """
        .formatted(
            arm,
            name,
            list(requests),
            list(i -> "" + 10 * i),
            list(i -> "" + i),
            list(i -> "0"),
            list(i -> "" + 5 * i),
            list(i -> "" + 8 * i),
            list(i -> "" + (40 + i)),
            list(i -> i == 4 ? "null" : "" + (500 + i)));
  }

  private static String list(IntFunction<String> value) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    for (int i = 0; i < SAMPLES; i++) {
      list.add(value.apply(i));
    }
    return list.toString();
  }
}
