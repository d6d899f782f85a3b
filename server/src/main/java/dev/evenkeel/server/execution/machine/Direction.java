package dev.evenkeel.server.execution.machine;

/** Which way a run or an attempt goes. */
public enum Direction {
  FORWARD,
  BACK
}
