package dev.evenkeel.server.web;

import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.springframework.beans.TypeMismatchException;

/** What is said about failures that are nobody's doing. */
final class Broken {
  static final String DATABASE_AWAY =
      "The database cannot be used: it does not answer, or its disk is full. Runs wait until it can;"
          + " nothing is lost. Try again in a moment, and see docs/operations.md, section 'When'.";

  private Broken() {}

  /** A word in an address that cannot be what is wanted there. */
  static String unfit(TypeMismatchException unfit) {
    var wanted = unfit.getRequiredType();
    return "'%s' is no %s."
        .formatted(
            unfit.getValue(),
            wanted == null
                ? "value that fits here"
                : wanted.getSimpleName().toLowerCase(Locale.ROOT));
  }

  /** Writes the failure into the log and says under which id it is there. */
  static String logged(Logger log, Throwable failure) {
    var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    log.error("Unexpected failure {}", id, failure);
    return "An unexpected failure. The server's log has it under id %s.".formatted(id);
  }
}
