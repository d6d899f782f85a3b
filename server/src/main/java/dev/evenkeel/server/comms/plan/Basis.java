package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.execution.RunReport;
import java.util.Locale;

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
    return this == RUN_STARTED ? run.isUnderWay() : isMet(run.status());
  }

  /** Whether a run that stands so is what it waits for. */
  boolean isMet(String status) {
    return switch (this) {
      case WINDOW_START, WINDOW_END, BY_HAND -> false;
      case RUN_STARTED -> true; // whatever came since: it is told that it began
      case RUN_WAITS -> status.equals("PAUSED") || status.equals("HELD");
      case RUN_GOES_BACK -> status.equals("ROLLING_BACK");
      case RUN_WENT_BACK -> status.equals("ROLLED_BACK");
      case RUN_ENDED_WELL -> status.equals("SUCCEEDED");
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
