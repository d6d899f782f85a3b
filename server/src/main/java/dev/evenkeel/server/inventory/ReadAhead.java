package dev.evenkeel.server.inventory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the estate and its map ready before somebody waits for them: a large one takes seconds. */
@Component
class ReadAhead {
  private static final Logger log = LoggerFactory.getLogger(ReadAhead.class);

  private final EstateBook book;

  ReadAhead(EstateBook book) {
    this.book = book;
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    read();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void changed(EstateChanged changed) {
    read();
  }

  private void read() {
    Thread.ofVirtual()
        .name("estate")
        .start(() -> {
          try {
            book.snapshot().map();
          } catch (RuntimeException notNow) {
            // whoever asks next reads it, and hears what is wrong
            log.debug("The estate could not be read ahead", notNow);
          }
        });
  }
}
