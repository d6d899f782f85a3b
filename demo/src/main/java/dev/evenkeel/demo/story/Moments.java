package dev.evenkeel.demo.story;

import dev.evenkeel.demo.load.LoadReport;
import dev.evenkeel.demo.server.Run;
import org.jspecify.annotations.Nullable;

/**
 * When things happened in a run, as seen from outside. Times are {@link System#nanoTime}, the clock
 * the load is timed by.
 */
final class Moments {

  private final long began = System.nanoTime();
  private @Nullable Long started;
  private @Nullable Long verdict;
  private long last = began;

  void see(Run run) {
    last = System.nanoTime();
    if (started == null && run.startsANode()) {
      started = last;
    }
    if (verdict == null && run.goesBack()) {
      verdict = last;
    }
  }

  double seconds() {
    return seconds(began, last);
  }

  /**
   * From the fault to the verdict.
   *
   * @param bad answers of the bad release; null when users got none, and the fault was that it did
   *     not start
   */
  @Nullable Double detectSeconds(LoadReport.@Nullable Seen bad) {
    Long fault = bad == null ? started : Long.valueOf(bad.first());
    return verdict == null || fault == null ? null : Math.max(0, seconds(fault, verdict));
  }

  /** From the verdict to the end of going back. */
  @Nullable Double backSeconds() {
    return verdict == null ? null : seconds(verdict, last);
  }

  private static double seconds(long from, long to) {
    return Math.round((to - from) / 1e8) / 10.0;
  }
}
