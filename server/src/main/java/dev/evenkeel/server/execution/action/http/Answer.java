package dev.evenkeel.server.execution.action.http;

/** What came of a request. */
sealed interface Answer {

  /**
   * The other side has answered.
   *
   * @param body its text, or the beginning of a very long one
   */
  record Given(int status, String body) implements Answer {}

  /**
   * It is certain that the request did not reach anybody who could act on it.
   *
   * @param refused whether that is because nothing listens there
   */
  record NotSent(String why, boolean refused) implements Answer {}

  /** The request may have arrived, but no whole answer came back. */
  record Lost(String why) implements Answer {}
}
