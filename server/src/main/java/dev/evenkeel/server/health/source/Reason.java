package dev.evenkeel.server.health.source;

/** Why something did not work, in words. */
final class Reason {
  private Reason() {}

  static String of(Throwable trouble) {
    var message = trouble.getMessage();
    return message == null || message.isBlank() ? trouble.getClass().getSimpleName() : message;
  }
}
