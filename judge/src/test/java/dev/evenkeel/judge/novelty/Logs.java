package dev.evenkeel.judge.novelty;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Logs of n1, upgraded at second 0, and of n2, which waits; looked at every two seconds. */
final class Logs {
  static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");

  private final List<Reading> before = new ArrayList<>();
  private final List<Reading> upgraded = new ArrayList<>();
  private final List<Reading> waiting = new ArrayList<>();

  static Instant at(double second) {
    return CHANGE.plusMillis((long) (second * 1000));
  }

  /** So many entries a look without any failure, and these lines at the last look. */
  Logs before(double from, double to, int entries, String... lines) {
    return fill(before, from, to, entries, lines);
  }

  Logs upgraded(double from, double to, int entries, String... lines) {
    return fill(upgraded, from, to, entries, lines);
  }

  Logs waiting(double from, double to, int entries, String... lines) {
    return fill(waiting, from, to, entries, lines);
  }

  Evidence evidence() {
    return new Evidence(
        List.of(new Track("n1", upgraded)),
        waiting.isEmpty() ? List.of() : List.of(new Track("n2", waiting)),
        List.of(new Track("n1", before)));
  }

  Finding judgedAt(double second) {
    return NoveltyJudge.judge(NoveltyRule.of("log"), evidence(), at(second));
  }

  private Logs fill(List<Reading> readings, double from, double to, int entries, String... lines) {
    for (double second = from; second < to; second += 2) {
      readings.add(Reading.of(at(second), new Fact.Logged(new Digest(entries, 0, List.of(), 0))));
    }
    var last = new ArrayList<>(List.of(lines));
    for (int i = lines.length; i < entries; i++) {
      last.add("INFO all is well " + i);
    }
    readings.add(Reading.of(at(to), new Fact.Logged(Digest.of(last))));
    return this;
  }
}
