package dev.evenkeel.server.execution.action.haproxy;

/** HAProxy could not be asked; the message says why and what to do. It may answer next time. */
final class NoAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  NoAnswer(String message, Throwable cause) {
    super(message, cause);
  }
}
