package dev.evenkeel.demo.server;

/** The server said no: a mistake of the demo, or of who changed it. */
public final class Refusal extends RuntimeException {
  Refusal(int status, String body) {
    super("The server answered %d: %s".formatted(status, body));
  }
}
