package dev.evenkeel.demo.load;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Counts what users saw. Answers come in the order in which they end.
 *
 * <p>A gap is a time without one good answer to anybody. An interruption is what one user feels:
 * from the moment a request that failed was due until a later request of the same user is answered
 * well.
 */
final class Tally {

  private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(1);

  private final Histogram millis = new Histogram(LONGEST_MILLIS, 3);
  private final Map<String, LoadReport.Seen> releases = new TreeMap<>();
  private final Map<Integer, Long> interruptedSince = new HashMap<>();
  private final Map<String, Long> failures = new TreeMap<>();
  private long requests;
  private long failed;
  private long lastGood;
  private long longestGap;
  private long longestInterruption;

  /**
   * @param began when the load began; the first gap is counted from here
   */
  Tally(long began) {
    lastGood = began;
  }

  synchronized void add(Answer answer) {
    requests++;
    long took = TimeUnit.NANOSECONDS.toMillis(answer.ended() - answer.due());
    millis.recordValue(Math.clamp(took, 0, LONGEST_MILLIS));
    if (!answer.release().isEmpty()) {
      var first = LoadReport.Seen.first(answer);
      releases.merge(answer.release(), first, (seen, one) -> seen.and(answer));
    }
    if (answer.well()) {
      addGood(answer);
    } else {
      failed++;
      String kind = answer.status() == 0 ? "no answer" : Integer.toString(answer.status());
      failures.merge(kind, 1L, Long::sum);
      interruptedSince.merge(answer.user(), answer.due(), Math::min);
    }
  }

  private void addGood(Answer answer) {
    longestGap = Math.max(longestGap, answer.ended() - lastGood);
    lastGood = Math.max(lastGood, answer.ended());
    Long since = interruptedSince.get(answer.user());
    if (since != null && answer.due() >= since) {
      longestInterruption = Math.max(longestInterruption, answer.ended() - since);
      interruptedSince.remove(answer.user());
    }
  }

  /** What was seen up to {@code now}; what is interrupted still counts as far as it got. */
  synchronized LoadReport report(long now) {
    long gap = Math.max(longestGap, now - lastGood);
    long interruption =
        interruptedSince.values().stream()
            .mapToLong(since -> now - since)
            .reduce(longestInterruption, Math::max);
    return new LoadReport(
        requests,
        failed,
        Map.copyOf(failures),
        seconds(gap),
        seconds(interruption),
        millis.getValueAtPercentile(50),
        millis.getValueAtPercentile(99),
        Map.copyOf(releases));
  }

  private static double seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) / 1000.0;
  }
}
