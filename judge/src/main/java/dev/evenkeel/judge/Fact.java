package dev.evenkeel.judge;

import dev.evenkeel.judge.downstream.Look;
import dev.evenkeel.judge.journey.Act;
import dev.evenkeel.judge.novelty.Digest;
import java.util.List;

/** One thing a source said in one look. */
public sealed interface Fact {
  /** No count is larger; sums of such still can be reckoned with. */
  double MOST = 1e18;

  /** Whether it can be a fact at all: a count that is negative or not a number cannot. */
  boolean usable();

  /**
   * Counters of something that serves others, from when it started on. They only grow, until it
   * starts again at 0.
   */
  record Counted(double requests, double failed) implements Fact {
    @Override
    public boolean usable() {
      return isCount(requests) && isCount(failed);
    }
  }

  /**
   * A histogram of response times, from when what is measured started on.
   *
   * @param bounds upper bounds of its buckets in milliseconds, finite, ascending
   * @param cumulative requests up to each bound, and last all requests; one longer than {@code
   *     bounds}
   */
  record Timed(List<Double> bounds, List<Double> cumulative) implements Fact {
    public Timed {
      bounds = List.copyOf(bounds);
      cumulative = List.copyOf(cumulative);
    }

    @Override
    public boolean usable() {
      if (cumulative.size() != bounds.size() + 1 || !cumulative.stream().allMatch(Fact::isCount)) {
        return false;
      }
      for (int i = 0; i < bounds.size(); i++) {
        if (!Double.isFinite(bounds.get(i)) || (i > 0 && bounds.get(i) <= bounds.get(i - 1))) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Requests that the look itself made.
   *
   * @param failed how many of the {@code tried} got no good answer
   * @param millis how long the answers took that say something about speed: a refused connection
   *     does not; no answer within the limit counts as the limit
   */
  record Tried(long tried, long failed, List<Double> millis) implements Fact {
    public Tried {
      millis = List.copyOf(millis);
    }

    @Override
    public boolean usable() {
      return tried >= 0
          && failed >= 0
          && failed <= tried
          && millis.stream().allMatch(Fact::isCount);
    }
  }

  /** A plain number. */
  record Value(double value) implements Fact {
    @Override
    public boolean usable() {
      return Double.isFinite(value);
    }
  }

  /**
   * Whether the thing is up, told by somebody who knows without sending it a request.
   *
   * @param why what was seen; shown to people when it is not well
   */
  record Well(boolean well, String why) implements Fact {
    @Override
    public boolean usable() {
      return true;
    }
  }

  /** What users did since the look before. */
  record Acted(List<Act> acts) implements Fact {
    public Acted {
      acts = List.copyOf(acts);
    }

    @Override
    public boolean usable() {
      return true;
    }
  }

  /** What was logged since the look before. */
  record Logged(Digest digest) implements Fact {
    @Override
    public boolean usable() {
      return digest.usable();
    }
  }

  /** What was seen of somebody who takes the work that is given. */
  record Consumed(Look look) implements Fact {
    @Override
    public boolean usable() {
      return look.usable();
    }
  }

  /** The source did not say what it was asked for. Never read as 0, and never as well. */
  record Missing(String why) implements Fact {
    @Override
    public boolean usable() {
      return true;
    }
  }

  private static boolean isCount(double number) {
    return number >= 0 && number <= MOST;
  }
}
