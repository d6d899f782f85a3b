package dev.evenkeel.server.execution.action.haproxy;

/** HAProxy was asked and does not do it; the message says why and what to do. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
