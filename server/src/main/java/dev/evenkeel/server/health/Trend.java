package dev.evenkeel.server.health;

import dev.evenkeel.judge.sequential.Opinion;
import java.time.Instant;
import java.util.Optional;

/**
 * How the comparison of one metric went, for a chart. Its course has at most {@value Series#POINTS}
 * moments.
 *
 * @param opinion of the judge, with the course of both versions and of how much worse the new one
 *     can be
 * @param changeBegan the first change of the watch
 * @param decided when there was enough evidence that the new version is worse in this metric
 */
public record Trend(Opinion opinion, Optional<Instant> changeBegan, Optional<Instant> decided) {}
