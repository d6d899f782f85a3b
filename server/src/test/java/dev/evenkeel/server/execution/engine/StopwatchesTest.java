package dev.evenkeel.server.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.AttemptId;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.Effect.Caution;
import dev.evenkeel.server.execution.machine.StepKey;
import dev.evenkeel.server.execution.store.StoredAttempt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopwatchesTest {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private final AtomicLong nanos = new AtomicLong(42);

  @Test
  void time_already_used_before_the_server_saw_the_attempt_counts() {
    Stopwatches watches = at(TEN.plusSeconds(20));
    assertThat(watches.left(begunAt(TEN), MINUTE)).isEqualTo(Duration.ofSeconds(40));
    nanos.addAndGet(Duration.ofSeconds(15).toNanos());
    assertThat(watches.left(begunAt(TEN), MINUTE)).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void a_wall_clock_that_jumps_meanwhile_changes_nothing() {
    Stopwatches watches = at(TEN);
    watches.left(begunAt(TEN), MINUTE);
    assertThat(watches.left(begunAt(TEN.minusSeconds(7_200)), MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void an_attempt_whose_time_passed_while_no_server_was_there_gets_a_last_look() {
    assertThat(at(TEN.plusSeconds(7_200)).left(begunAt(TEN), MINUTE)).isEqualTo(Stopwatches.LEAST);
  }

  @Test
  void time_is_over_at_zero_and_not_below() {
    Stopwatches watches = at(TEN);
    watches.left(begunAt(TEN), MINUTE);
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(watches.left(begunAt(TEN), MINUTE)).isZero();
  }

  private Stopwatches at(Instant now) {
    return new Stopwatches(Clock.fixed(now, ZoneOffset.UTC), nanos::get);
  }

  private static StoredAttempt begunAt(Instant started) {
    return new StoredAttempt(
        "r-a-f1",
        new RunId("r"),
        new AttemptId(new StepKey("a"), Direction.FORWARD, 1),
        "a",
        "",
        Caution.FIRST,
        StoredAttempt.State.WAITING,
        "",
        "",
        false,
        started,
        Optional.of(started),
        Optional.of("here"),
        Optional.empty(),
        Optional.empty(),
        "",
        Map.of(),
        0);
  }
}
