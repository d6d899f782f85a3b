package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.UnreadableJson;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.springframework.beans.TypeMismatchException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is said about failures that are nobody's doing. */
final class Broken {
  static final String DATABASE_AWAY =
      "The database cannot be used: it does not answer, or its disk is full. Runs wait until it can;"
          + " nothing is lost. Try again in a moment, and see docs/operations.md, section 'When'.";

  private Broken() {}

  /** A word in an address that cannot be what is wanted there. */
  static String unfit(TypeMismatchException unfit) {
    return unfit instanceof MethodArgumentTypeMismatchException argument
        ? "%s: '%s' does not fit; it must be %s."
            .formatted(
                argument.getName(),
                unfit.getValue(),
                UnreadableJson.words(
                    argument.getParameter().nestedIfOptional().getNestedParameterType()))
        : "'%s' does not fit; it must be %s."
            .formatted(unfit.getValue(), UnreadableJson.words(unfit.getRequiredType()));
  }

  /** Writes the failure into the log and says under which id it is there. */
  static String logged(Logger log, Throwable failure) {
    var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    log.error("Unexpected failure {}", id, failure);
    return "An unexpected failure. The server's log has it under id %s.".formatted(id);
  }
}
