package dev.evenkeel.server.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;

/** What is said about failures that are nobody's doing. */
final class Broken {
  static final String DATABASE_AWAY =
      "The database does not answer. Runs hold until it is back; nothing is lost. Try again in a"
          + " moment, and see docs/operations.md, 'The database is away'.";

  private Broken() {}

  /** Writes the failure into the log and says under which id it is there. */
  static String logged(Logger log, Throwable failure) {
    var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    log.error("Unexpected failure {}", id, failure);
    return "An unexpected failure. The server's log has it under id %s.".formatted(id);
  }
}
