package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReport.Came;
import dev.evenkeel.server.plan.Stated;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a message waits for. Names are stored, so they never change. */
public enum Basis {
  WINDOW_START("the window begins"),
  WINDOW_END("the window ends"),
  RUN_STARTED("a run begins"),
  RUN_WAITS("a run is paused or held"),
  RUN_GOES_BACK("a run goes back"),
  RUN_WENT_BACK("a run went back"),
  RUN_ENDED_WELL("a run ended well"),
  BY_HAND("somebody sends it");

  private final String says;

  Basis(String says) {
    this.says = says;
  }

  public String says() {
    return says;
  }

  /** Whether the calendar tells when it is due. */
  public boolean isTime() {
    return this == WINDOW_START || this == WINDOW_END;
  }

  /** Whether it tells of what a run does. */
  boolean isRun() {
    return !isTime() && this != BY_HAND;
  }

  /** Whether it is true of a run now, for whoever tells of it by hand. */
  boolean isNow(RunReport run) {
    return this == RUN_STARTED ? run.isUnderWay() : came(run).isPresent();
  }

  /** Whether it is true of an upgrade that was taken over, by what was stated of it last. */
  boolean isStated(Stated.Kind last) {
    return switch (last) {
      case STARTED, RESUMED -> this == RUN_STARTED;
      case PAUSED -> this == RUN_WAITS;
      case ROLLED_BACK -> this == RUN_GOES_BACK || this == RUN_WENT_BACK;
      case FINISHED -> this == RUN_ENDED_WELL;
      case DONE -> false;
    };
  }

  /** When a run came to what it waits for, as long as that may still be told. */
  Optional<Came> came(RunReport run) {
    String status = run.status();
    return switch (this) {
      case WINDOW_START, WINDOW_END, BY_HAND -> Optional.empty();
      // Whatever came since: it is told that it began.
      case RUN_STARTED -> Optional.of(new Came(run.began().orElse(run.since()), run.mark()));
      case RUN_WAITS -> only(run, status.equals("PAUSED") || status.equals("HELD"));
      // The way back may be quicker than the next look, and those who read only this must hear of
      // it.
      case RUN_GOES_BACK ->
          run.cameTo("ROLLING_BACK")
              .filter(_ -> !status.equals("RUNNING") && !status.equals("SUCCEEDED"));
      case RUN_WENT_BACK -> only(run, status.equals("ROLLED_BACK"));
      case RUN_ENDED_WELL -> only(run, status.equals("SUCCEEDED"));
    };
  }

  /** The same, also of what is over. */
  Optional<Came> lastCame(RunReport run) {
    return switch (this) {
      case RUN_WAITS ->
          Stream.of("PAUSED", "HELD")
              .flatMap(status -> run.cameTo(status).stream())
              .max(Comparator.comparing(Came::mark));
      case RUN_GOES_BACK -> run.cameTo("ROLLING_BACK");
      default -> came(run);
    };
  }

  private static Optional<Came> only(RunReport run, boolean met) {
    return met ? Optional.of(run.came()) : Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
