package dev.evenkeel.judge.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An upgrade that might have been: as if it had begun at a moment of the past, on all targets at
 * once, and had been watched from then on.
 *
 * @param began when it might have begun
 * @param end how long it is watched
 * @param mark what really was wrong from then on; nothing when all was well
 */
public record Replay(Instant began, Instant end, Optional<Mark> mark) {

  /**
   * How the past is cut into upgrades that might have been.
   *
   * @param from where what was recorded begins
   * @param to where it ends
   * @param before how much of the time before an upgrade it is held against
   * @param watch how long an upgrade is watched
   * @param every from the begin of one to the begin of the next; not less than {@code watch}, so
   *     that nothing is counted twice
   */
  public record Cut(Instant from, Instant to, Duration before, Duration watch, Duration every) {
    public Cut {
      if (!before.isPositive() || !watch.isPositive() || every.compareTo(watch) < 0) {
        throw new IllegalArgumentException(
            "Before and watch are longer than nothing, and every is not less than watch");
      }
    }
  }

  /** Of times at which all was well: those that no mark touches. */
  public static List<Replay> healthy(Cut cut, List<Mark> marks) {
    List<Replay> replays = new ArrayList<>();
    for (Instant began = cut.from().plus(cut.before());
        !began.plus(cut.watch()).isAfter(cut.to());
        began = began.plus(cut.every())) {
      Instant start = began.minus(cut.before());
      Instant end = began.plus(cut.watch());
      if (marks.stream().noneMatch(mark -> mark.touches(start, end))) {
        replays.add(new Replay(began, end, Optional.empty()));
      }
    }
    return replays;
  }

  /** Of an incident: the upgrade that would have brought it, watched while it lasted. */
  public static Replay of(Mark mark, Duration watch) {
    Instant latest = mark.from().plus(watch);
    return new Replay(
        mark.from(), mark.until().isBefore(latest) ? mark.until() : latest, Optional.of(mark));
  }
}
