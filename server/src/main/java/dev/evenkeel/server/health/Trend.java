package dev.evenkeel.server.health;

import dev.evenkeel.judge.sequential.Opinion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the comparison of one metric went, for a chart. Its course has at most {@value Series#POINTS}
 * moments.
 *
 * @param opinion of the judge, with the course of both versions and of how much worse the new one
 *     can be
 * @param old the level of the old version, in finer steps than the course; empty where it has none
 * @param now the same of the new version
 * @param changeBegan the first change of the watch
 * @param decided when there was enough evidence that the new version is worse in this metric
 */
public record Trend(
    Opinion opinion,
    List<Series.Point> old,
    List<Series.Point> now,
    Optional<Instant> changeBegan,
    Optional<Instant> decided) {
  public Trend {
    old = List.copyOf(old);
    now = List.copyOf(now);
  }
}
