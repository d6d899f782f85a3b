package dev.evenkeel.server.execution.machine;

/**
 * A command that the run does not take in its state; the message says why and what it takes
 * instead.
 */
public final class NotOffered extends RuntimeException {
  NotOffered(String message) {
    super(message);
  }
}
