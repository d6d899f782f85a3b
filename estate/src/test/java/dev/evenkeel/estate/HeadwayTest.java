package dev.evenkeel.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.estate.Headway.Point;
import dev.evenkeel.estate.Headway.Stage;
import dev.evenkeel.estate.imports.Imports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** How far long work is, and its end before its time. */
class HeadwayTest {
  private static final String TABLE = "name;version\na;1\nb\n;3\na;4\n";
  private final Headway headway = new Headway();

  private static int read() throws IOException {
    var in = new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8));
    return Imports.read(Imports.format("csv").orElseThrow(), "t.csv", in).rowsRead();
  }

  @Test
  void every_row_of_a_table_is_one_step_whether_it_is_taken_or_rejected() throws IOException {
    int rows =
        headway.during(() -> {
          Headway.begin(Stage.READING);
          return read();
        });
    assertThat(rows).isEqualTo(4);
    assertThat(headway.point()).isEqualTo(new Point(Stage.READING, 4, 4));
  }

  @Test
  void a_table_is_not_read_on_when_somebody_wants_it_stopped() {
    assertThatThrownBy(() ->
            headway.during(() -> {
              headway.stop();
              return read();
            }))
        .isInstanceOf(Headway.Stopped.class)
        .hasMessageContaining("Nothing was changed");
  }

  @Test
  void work_that_nobody_watches_is_done_all_the_same() throws IOException {
    headway.stop();
    assertThat(read()).isEqualTo(4);
    assertThat(headway.point()).isEqualTo(new Point(Stage.RECEIVED, 0, 0));
  }

  @Test
  void who_waits_for_a_turn_that_does_not_come_can_stop() throws Exception {
    var turn = new ReentrantLock();
    turn.lock();
    var waiting = new CompletableFuture<Throwable>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            headway.during(() -> {
              Headway.await(turn);
              return turn;
            });
          } catch (Headway.Stopped stopped) {
            waiting.complete(stopped);
          }
        });
    headway.stop();
    assertThat(waiting.get(30, TimeUnit.SECONDS)).isInstanceOf(Headway.Stopped.class);
  }
}
