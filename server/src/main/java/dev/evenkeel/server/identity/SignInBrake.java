package dev.evenkeel.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing. After a number of wrong passwords the next try has to wait, twice as long
 * each time, up to a quarter of an hour; an hour without a try forgets it.
 */
final class SignInBrake {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGETS_AFTER = Duration.ofHours(1);
  private static final int REMEMBERED = 10_000;

  private final int free;

  /**
   * @param lastButOne when the one before the last was; the same as the last when there was none
   */
  private record Failures(int count, Instant last, Instant lastButOne) {}

  /** The one that failed longest ago is forgotten first. */
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param free wrong passwords that cost nothing
   */
  SignInBrake(int free) {
    this.free = free;
  }

  /** How long this one still has to wait; zero when not at all. */
  synchronized Duration wait(String who, Instant now) {
    var failed = failures.get(who);
    if (failed == null || failed.count() < free) {
      return Duration.ZERO;
    }
    var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failed.count() - free, 20));
    var wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    var left = Duration.between(now, failed.last().plus(wait));
    return left.isPositive() ? left : Duration.ZERO;
  }

  synchronized void failed(String who, Instant now) {
    var before = failures.remove(who); // put back at the end
    var count =
        before == null || before.last().plus(FORGETS_AFTER).isBefore(now) ? 0 : before.count();
    failures.put(who, new Failures(count + 1, now, before == null ? now : before.last()));
  }

  /** What was counted as failed had not failed. */
  synchronized void takeBack(String who) {
    failures.computeIfPresent(
        who,
        (_, counted) ->
            counted.count() > 1
                ? new Failures(counted.count() - 1, counted.lastButOne(), counted.lastButOne())
                : null);
  }

  synchronized void succeeded(String who) {
    failures.remove(who);
  }
}
