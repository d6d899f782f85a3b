package dev.evenkeel.judge.backtest;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Judge;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule with its threshold, judged again at each look. In the past nobody waited for an upgrade,
 * so a part is held against what it was before.
 *
 * @param before how much of that counts
 * @param look from one look to the next
 */
public record LiteralAlarms(Rule rule, Recorded recorded, Duration before, Duration look)
    implements Alarms {

  @Override
  public Optional<Instant> first(Replay replay) {
    List<Track> was = recorded.between(replay.began().minus(before), replay.began());
    for (Instant now = replay.began().plus(look);
        !now.isAfter(replay.end());
        now = now.plus(look)) {
      Evidence evidence = new Evidence(recorded.between(replay.began(), now), List.of(), was);
      if (Judge.judge(rule, evidence, now).kind() == Verdict.Kind.BREACH) {
        return Optional.of(now);
      }
    }
    return Optional.empty();
  }
}
