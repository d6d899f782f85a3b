package dev.evenkeel.server.comms.outside;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides what is to be done about a sign. No clock and no database: the same state gives the same
 * deed.
 *
 * <ol>
 *   <li>While the run is under way, its sign is opened, and a silence prolonged before it ends.
 *   <li>When the run is over and it is proven that all is well, the sign is closed.
 *   <li>When it is over and nothing proves that, the sign is left: a silence ends by itself, an
 *       annotation stays open and says so.
 *   <li>What was never tried needs nothing then.
 * </ol>
 */
final class Signing {
  /** After a run is over, how long is it tried to tell the place so. */
  static final Duration TRIED_FOR = Duration.ofDays(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private Signing() {}

  /** What is to be done at the place. */
  enum Deed {
    NOTHING,
    OPEN,
    PROLONG,
    CLOSE,
    LEAVE,
    /** It was never tried and is not wanted any more. */
    FORGET,
    GIVE_UP
  }

  /** How the run of a sign stands. */
  sealed interface RunNow {
    record UnderWay() implements RunNow {}

    /**
     * @param says why all is proven well, or what is missing
     */
    record Over(Instant at, boolean well, String says) implements RunNow {}
  }

  static Deed deed(Sign sign, RunNow run, int minutes, Instant now) {
    return switch (run) {
      case RunNow.UnderWay _ -> underWay(sign, minutes, now);
      case RunNow.Over over -> {
        if (!now.isBefore(over.at().plus(TRIED_FOR)) && sign.tries() > 0) {
          yield Deed.GIVE_UP;
        }
        if (sign.state() == Sign.State.WANTED && sign.tries() == 0) {
          yield Deed.FORGET;
        }
        yield over.well() ? Deed.CLOSE : Deed.LEAVE;
      }
    };
  }

  private static Deed underWay(Sign sign, int minutes, Instant now) {
    if (sign.state() == Sign.State.WANTED) {
      return Deed.OPEN;
    }
    boolean ends =
        sign.until()
            .filter(until -> until.isBefore(now.plus(Duration.ofMinutes(minutes).dividedBy(2))))
            .isPresent();
    return ends ? Deed.PROLONG : Deed.NOTHING;
  }

  /** Until the next attempt, after some that failed in a row. */
  static Duration pause(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
