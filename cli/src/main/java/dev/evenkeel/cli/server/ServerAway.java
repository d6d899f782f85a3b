package dev.evenkeel.cli.server;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;

/** The server does not answer, or cannot just now. Asking again may help. */
public final class ServerAway extends Trouble {
  ServerAway(String message) {
    super(ExitCode.FAILED, message);
  }

  ServerAway(String message, Throwable cause) {
    super(ExitCode.FAILED, message, cause);
  }
}
