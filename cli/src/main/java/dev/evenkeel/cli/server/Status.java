package dev.evenkeel.cli.server;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.evenkeel.cli.ExitCode;

/** Where a run stands, as the server says. */
public enum Status {
  READY("ready to start"),
  RUNNING("running"),
  PAUSED("paused"),
  HELD("held, needs a person"),
  ROLLING_BACK("going back"),
  SUCCEEDED("succeeded"),
  ROLLED_BACK("rolled back"),
  REFUSED("refused"),
  ABORTED("aborted"),
  /** A word of a newer server. */
  @JsonEnumDefaultValue
  OTHER("in a state this evenkeel does not know; update it");

  private final String words;

  Status(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Nothing more happens unless a person asks for it. */
  public boolean over() {
    return switch (this) {
      case SUCCEEDED, ROLLED_BACK, REFUSED, ABORTED -> true;
      case READY, RUNNING, PAUSED, HELD, ROLLING_BACK, OTHER -> false;
    };
  }

  /** It goes on only when a person says so. */
  public boolean waitsForPerson() {
    return this == PAUSED || this == HELD;
  }

  /** How a command that watched the run ends. */
  public ExitCode exitCode() {
    return switch (this) {
      case SUCCEEDED -> ExitCode.SUCCEEDED;
      case ROLLED_BACK -> ExitCode.ROLLED_BACK;
      case REFUSED -> ExitCode.REFUSED;
      case ABORTED -> ExitCode.ABORTED;
      case HELD, PAUSED -> ExitCode.HELD;
      case READY, RUNNING, ROLLING_BACK, OTHER -> ExitCode.FAILED;
    };
  }
}
