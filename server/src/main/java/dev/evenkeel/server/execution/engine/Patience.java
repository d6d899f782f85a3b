package dev.evenkeel.server.execution.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes down what must not be lost, also when the database is away for some minutes. */
@Component
class Patience {
  private static final Logger log = LoggerFactory.getLogger(Patience.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int TRIES = 1_800;

  /**
   * Tries until it is written, for a quarter of an hour; then gives up with the last exception, and
   * the attempt is found as after a crash.
   */
  void untilWritten(Runnable write) {
    for (int tries = 1; ; tries++) {
      try {
        write.run();
        return;
      } catch (DataAccessException | TransactionException away) {
        if (refuses(away)) {
          throw away;
        }
        if (tries == 1) {
          log.warn(
              "The database does not answer; what happened is kept in memory and written when it is back: {}",
              away.getMessage());
        }
        if (tries == TRIES || !paused()) {
          throw away;
        }
      }
    }
  }

  /**
   * Whether the database is there and will not have what it was given, today or tomorrow. Anything
   * else passes: it is away, has no room, was taken over by its standby.
   */
  static boolean refuses(RuntimeException thrown) {
    return thrown instanceof DataIntegrityViolationException
        || thrown instanceof BadSqlGrammarException
        || thrown instanceof InvalidDataAccessApiUsageException
        || thrown instanceof IncorrectResultSizeDataAccessException;
  }

  private static boolean paused() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
