package dev.evenkeel.estate.callers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up calls by who called whom; of too many parties only those that came first. */
final class Tally {
  /** Callers from the internet have no end; systems do. */
  static final int MOST = 50_000;

  private static final int LONGEST_EXAMPLE = 200;

  private record Pair(List<Mark> caller, List<Mark> callee) {}

  private final Map<Pair, SeenCall> calls = new LinkedHashMap<>();
  private long counted;
  private long leftOut;

  void add(List<Mark> caller, List<Mark> callee, Instant at, String example) {
    counted++;
    Pair pair = new Pair(caller, callee);
    SeenCall known = calls.get(pair);
    if (known == null && calls.size() == MOST) {
      leftOut++;
      return;
    }
    String shown =
        example.length() <= LONGEST_EXAMPLE ? example : example.substring(0, LONGEST_EXAMPLE) + "…";
    SeenCall one = new SeenCall(caller, callee, 1, at, at, shown);
    calls.put(pair, known == null ? one : known.and(one));
  }

  List<SeenCall> calls() {
    return new ArrayList<>(calls.values());
  }

  long counted() {
    return counted;
  }

  long leftOut() {
    return leftOut;
  }
}
