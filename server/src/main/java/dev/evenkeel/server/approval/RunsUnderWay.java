package dev.evenkeel.server.approval;

/** Whoever carries runs out tells here which of them are not over. */
public interface RunsUnderWay {
  /**
   * @param run its id
   */
  boolean isUnderWay(String run);
}
