package dev.evenkeel.cli.server;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.time.Duration;

/** Waits before a server is asked again. */
public final class Pause {
  private Pause() {}

  /**
   * @param interrupted what to say when the process is told to leave meanwhile
   */
  public static void of(Duration length, String interrupted) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      throw new Trouble(ExitCode.FAILED, interrupted, leaving);
    }
  }
}
