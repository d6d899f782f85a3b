package dev.evenkeel.server.inventory.imports;

import java.io.IOException;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does all of something or nothing of it, also when a stream fails in between. */
@Component
class OneTransaction {
  private final TransactionTemplate transaction;

  OneTransaction(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What is done in it. */
  interface Work<T> {
    T inside() throws IOException;
  }

  private static final class Broken extends RuntimeException {
    Broken(IOException cause) {
      super(cause);
    }
  }

  <T> T of(Work<T> work) throws IOException {
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> {
            try {
              return work.inside();
            } catch (IOException e) {
              throw new Broken(e);
            }
          }));
    } catch (Broken broken) {
      throw new IOException(broken.getCause());
    }
  }
}
