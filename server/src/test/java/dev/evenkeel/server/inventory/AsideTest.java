package dev.evenkeel.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Work in the background that many changes ask for. */
@Timeout(120)
class AsideTest {
  private final AtomicInteger done = new AtomicInteger();
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch held = new CountDownLatch(1);

  @Test
  void what_is_asked_for_many_times_while_it_is_done_is_done_once_more() throws Exception {
    var aside =
        new Aside(
            "test",
            () -> {
              begun.release();
              await(held);
              done.incrementAndGet();
            });
    aside.ask();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    for (int n = 0; n < 100; n++) {
      aside.ask();
    }
    held.countDown();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    while (aside.isBusy()) {
      Thread.onSpinWait();
    }
    assertThat(done).hasValue(2);
  }

  @Test
  void what_failed_is_done_when_it_is_asked_for_again() throws Exception {
    held.countDown();
    var aside =
        new Aside(
            "test",
            () -> {
              begun.release();
              if (done.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
              }
            });
    aside.ask();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    while (aside.isBusy()) {
      Thread.onSpinWait();
    }
    aside.ask();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("errors")
  void what_broke_with_an_error_goes_on_when_it_is_asked_for_again(Error error) throws Exception {
    var aside =
        new Aside(
            "test",
            () -> {
              begun.release();
              if (done.incrementAndGet() == 1) {
                await(held);
                throw error;
              }
            });
    aside.ask();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    aside.ask();
    held.countDown();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).as("asked for while it broke").isTrue();
    while (aside.isBusy()) {
      Thread.onSpinWait();
    }
    aside.ask();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).as("asked for afterwards").isTrue();
  }

  static List<Error> errors() {
    return List.of(new StackOverflowError(), new OutOfMemoryError(), new AssertionError("bug"));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
