package dev.evenkeel.server.audit;

import dev.evenkeel.audit.ChainCheck;
import dev.evenkeel.audit.EntryLine;
import dev.evenkeel.server.audit.store.EntryStores;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the trail costs, for docs/measurements.md; it measures and asserts nothing, so only on
 * request.
 */
@EnabledIfSystemProperty(
    named = "evenkeel.measure",
    matches = "true",
    disabledReason = "a measurement: -Devenkeel.measure=true")
class AuditMeasureTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();
  private static final int WRITES = 1_000;
  private static final int ROUNDS = 5;
  private static final int ROWS = 200_000;

  private final JdbcTransactionManager transactions =
      new JdbcTransactionManager(database.dataSource());
  private final TransactionTemplate transaction = new TransactionTemplate(transactions);
  private final AuditTrail trail =
      new AuditTrail(
          EntryStores.of(database.dataSource()),
          () -> Actor.EVENKEEL,
          transactions,
          Clock.systemUTC());

  @Test
  void what_a_write_costs_with_and_without_the_trail() {
    database.jdbc().sql("create table noted (at timestamptz, says text)").update();
    for (int lines : List.of(1, 10)) {
      for (int threads : List.of(1, 8)) {
        double[] plain = new double[ROUNDS];
        double[] audited = new double[ROUNDS];
        writes(threads, lines, true); // warm
        for (int round = 0; round < ROUNDS; round++) {
          plain[round] = writes(threads, lines, false);
          audited[round] = writes(threads, lines, true);
        }
        System.out.printf(
            "%d lines a transaction, %d at once: %.3f ms without, %.3f ms with the trail (medians of %d times %d)%n",
            lines, threads, median(plain), median(audited), ROUNDS, WRITES);
      }
    }
  }

  private static double median(double[] all) {
    Arrays.sort(all);
    return all[all.length / 2];
  }

  /** Milliseconds of the clock a transaction, as one thread sees them. */
  private double writes(int threads, int lines, boolean audited) {
    long began = System.nanoTime();
    try (var crowd = Executors.newFixedThreadPool(threads)) {
      IntStream.range(0, threads)
          .forEach(_ ->
              crowd.execute(() -> {
                for (int i = 0; i < WRITES / threads; i++) {
                  transaction.executeWithoutResult(_ -> {
                    for (int line = 0; line < lines; line++) {
                      database
                          .jdbc()
                          .sql("insert into noted values (now(), :says)")
                          .param("says", "w1/n2/stop was done after 3 seconds")
                          .update();
                      if (audited) {
                        trail.hear(
                            Auditable.by(Actor.EVENKEEL, "run step-done", "/runs/k3x9")
                                .with("step", "w1/n2/stop")
                                .with("says", "done after 3 seconds"));
                      }
                    }
                  });
                }
              }));
    }
    return (System.nanoTime() - began) / 1e6 / WRITES * threads;
  }

  @Test
  void how_fast_a_trail_is_verified() {
    for (int i = 0; i < ROWS / 1_000; i++) {
      transaction.executeWithoutResult(_ -> {
        for (int k = 0; k < 1_000; k++) {
          trail.hear(
              Auditable.by(Actor.EVENKEEL, "run step-done", "/runs/k3x9")
                  .with("step", "w1/n2/stop")
                  .with("says", "done after 3 seconds"));
        }
      });
    }
    long last = trail.head().orElseThrow().seq();
    ChainCheck check = new ChainCheck(List.of());
    long began = System.nanoTime();
    long reading = 0;
    for (long at = 0; at < last; at = check.rows()) {
      long asked = System.nanoTime();
      var lines = trail.after(at, 5_000).stream().map(EntryLine::write).toList();
      reading += System.nanoTime() - asked;
      lines.forEach(check::line);
    }
    double all = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%,d rows: read from the database in %.2f s, verified in %.2f s, %,.0f rows a second; %s%n",
        check.rows(),
        reading / 1e9,
        all - reading / 1e9,
        check.rows() / (all - reading / 1e9),
        check.end());
  }
}
