package dev.evenkeel.cli.server;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;

/** The server does not answer, or cannot just now. Asking again may help. */
public final class ServerAway extends Trouble {
  private final boolean answerLost;

  ServerAway(String message) {
    super(ExitCode.FAILED, message);
    this.answerLost = false;
  }

  ServerAway(String message, Throwable cause) {
    this(message, cause, false);
  }

  /**
   * @param answerLost whether the server may have done what it was asked for
   */
  ServerAway(String message, Throwable cause, boolean answerLost) {
    super(ExitCode.FAILED, message, cause);
    this.answerLost = answerLost;
  }

  /** Whether the server may have done what it was asked for, although it did not say so. */
  boolean answerLost() {
    return answerLost;
  }
}
