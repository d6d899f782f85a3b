package dev.evenkeel.server.execution.action;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where an exception comes from, for logs. What it says is left out: it may hold secrets. */
public final class Whence {
  private static final int FRAMES = 5;

  private Whence() {}

  public static String of(Throwable broken) {
    return broken.getClass().getName()
        + Arrays.stream(broken.getStackTrace())
            .limit(FRAMES)
            .map(frame -> " at " + frame)
            .collect(Collectors.joining());
  }
}
