package dev.evenkeel.server.inventory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has the estate and its map ready before somebody waits for them: a large one takes seconds. What
 * another server of the cluster changed is noticed within two seconds.
 */
@Component
class ReadAhead {
  private final EstateBook book;
  private final Aside reading;

  ReadAhead(EstateBook book) {
    this.book = book;
    this.reading = new Aside("estate", () -> book.snapshot().map());
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    reading.ask();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void changed(EstateChanged changed) {
    reading.ask();
  }

  @Scheduled(fixedDelayString = "PT2S")
  void byOthers() {
    try {
      if (!reading.isBusy() && book.isBehind()) {
        reading.ask();
      }
    } catch (DataAccessException | CannotCreateTransactionException notNow) {
      // the database is away; the next look is in two seconds
    }
  }
}
