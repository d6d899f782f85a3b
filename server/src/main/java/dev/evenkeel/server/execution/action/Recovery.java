package dev.evenkeel.server.execution.action;

/** What became of a start whose answer was lost in a crash. */
public sealed interface Recovery {

  /** It can be told: the work is in this state; {@link Outcome.NotYet} re-attaches to it. */
  record Known(Outcome outcome) implements Recovery {}

  /**
   * It is certain that nothing has happened, or that starting again does the same: {@code start}
   * may be called again.
   */
  record StartAgain() implements Recovery {}

  /**
   * It cannot be told.
   *
   * @param over whether it is certain that nothing of it goes on any more
   */
  record Unknown(String why, boolean over) implements Recovery {

    /** Something of it may still go on. */
    public Unknown(String why) {
      this(why, false);
    }
  }
}
