package dev.evenkeel.server.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is so of an upgrade, or happened to it.
 *
 * @param kind a word that never changes, such as {@code run-started}
 * @param at empty when it is so now, and nobody noted since when
 * @param by who did it; empty when it follows from something else
 * @param says a sentence
 * @param path of the page that shows it
 * @param good whether it brings the upgrade on
 */
public record Fact(
    String kind,
    Optional<Instant> at,
    Optional<String> by,
    String says,
    String path,
    boolean good) {
  public static final String GO_LIVE_SET = "go-live-set";
  public static final String RUN_PLANNED = "run-planned";
  public static final String RUN_STARTED = "run-started";

  /** Stated only: what a run of Evenkeel does meanwhile stands on its own page. */
  public static final String RUN_PAUSED = "run-paused";

  /** Stated only. */
  public static final String RUN_RESUMED = "run-resumed";

  /** On whose agreement a run began. */
  public static final String RUN_AGREED = "run-agreed";

  public static final String RUN_FINISHED = "run-finished";
  public static final String RUN_ROLLED_BACK = "run-rolled-back";
  public static final String RUN_ABORTED = "run-aborted";

  /** What it is about. */
  public FactSort sort() {
    return FactSort.ofKind(kind);
  }
}
