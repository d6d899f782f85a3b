package dev.evenkeel.server.execution.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

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
      } catch (CannotCreateTransactionException
          | TransactionSystemException
          | TransientDataAccessException
          | RecoverableDataAccessException
          | NonTransientDataAccessResourceException away) {
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
