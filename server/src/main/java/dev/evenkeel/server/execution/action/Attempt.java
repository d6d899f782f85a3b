package dev.evenkeel.server.execution.action;

import java.time.Duration;

/**
 * One attempt at one action call, as an action sees it.
 *
 * @param id unique for ever; an action that talks to others hands it on as a token against doing
 *     things twice
 * @param run id of the run
 * @param step key of the step inside the run, such as {@code w1/n1/stop}
 * @param target name of the target, or empty when the step is about the whole
 * @param remaining how much time the attempt has left
 * @param memo what the action left in its last {@link Outcome.NotYet}; empty before
 * @param output takes what the work prints, as it comes; masked and kept by the engine
 */
public record Attempt(
    String id,
    String run,
    String step,
    String target,
    Duration remaining,
    String memo,
    Output output) {

  /** Takes text a person may want to see live. */
  public interface Output {
    void append(String text);

    /** How many characters were appended so far, over all calls of this attempt. */
    long length();
  }
}
