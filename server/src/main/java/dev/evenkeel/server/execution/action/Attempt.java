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
 * @param startedHere whether it was this server, with its data folder, that called {@code start};
 *     false when it was another one, when that is not known, and before
 * @param remaining how much time the attempt has left; zero when its time is over
 * @param memo what the action left in its last {@link Outcome.NotYet}; empty before
 * @param output takes what the work prints, as it comes; masked and kept by the engine
 */
public record Attempt(
    String id,
    String run,
    String step,
    String target,
    boolean startedHere,
    Duration remaining,
    String memo,
    Output output) {

  private static final Duration SHORTEST_LOOK = Duration.ofSeconds(10);

  /**
   * How long {@code observe} may take: the time that remains, but never under ten seconds, because
   * after a long stop of the server people want to know what is so although time is over.
   */
  public Duration timeToLook() {
    return remaining.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : remaining;
  }

  /** Takes text a person may want to see live. */
  public interface Output {
    void append(String text);

    /** How many characters were appended so far, over all calls of this attempt. */
    long length();

    /**
     * How many characters of a text that goes on may be appended now, so that no secret is cut in
     * two where nobody would recognise it.
     */
    int wholeUpTo(String text);

    /**
     * From where on a text may be appended whose first part is left out: there, or behind the
     * secret that stands there.
     */
    int wholeFrom(String text, int place);
  }
}
