package dev.evenkeel.judge.backtest;

import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Pair;
import dev.evenkeel.judge.sequential.SequentialJudge;
import dev.evenkeel.judge.sequential.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sequential judge on all metrics together. In the past no target waited for an upgrade, so
 * what it compares with are the same hours of earlier days, moved forward, where nothing was wrong.
 *
 * @param marks days with one of them in these hours are left out
 */
public record SequentialAlarms(
    List<Watched> watched, List<Mark> marks, Duration before, Duration warmUp, double falseAlarms)
    implements Alarms {
  private static final int DAYS = 7;

  public SequentialAlarms {
    watched = List.copyOf(watched);
    marks = List.copyOf(marks);
  }

  /** One metric. */
  public record Watched(String name, Kind kind, double margin, Recorded recorded) {}

  @Override
  public Optional<Instant> first(Replay replay) {
    Finding finding = SequentialJudge.judge(trial(replay), replay.end());
    return finding.kind() == Verdict.Kind.BREACH
        ? Optional.of(finding.decided().orElse(replay.end()))
        : Optional.empty();
  }

  Trial trial(Replay replay) {
    Instant start = replay.began().minus(before);
    return new Trial(
        replay.began(),
        warmUp,
        falseAlarms,
        watched.stream()
            .map(one ->
                new Pair(
                    one.name(),
                    one.kind(),
                    one.margin(),
                    one.recorded().between(start, replay.end()),
                    List.of(),
                    history(one, start, replay.end())))
            .toList());
  }

  private List<Track> history(Watched one, Instant start, Instant end) {
    List<Track> history = new ArrayList<>();
    for (int day = 1; day <= DAYS; day++) {
      Duration back = Duration.ofDays(day);
      Instant from = start.minus(back);
      Instant to = end.minus(back);
      if (marks.stream().noneMatch(mark -> mark.touches(from, to))) {
        history.addAll(one.recorded().moved(from, to, back, " %d days before".formatted(day)));
      }
    }
    return history;
  }
}
