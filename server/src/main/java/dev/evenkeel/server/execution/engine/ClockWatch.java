package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.machine.Spoken;
import dev.evenkeel.server.execution.store.RunStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sees when the clock of this server jumps: every run under way pauses and says so, and no task
 * sleeps until a time that has become far away.
 */
@Component
class ClockWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
  private static final Duration JUMP = Duration.ofSeconds(5);
  private static final long EVERY_MILLIS = 2_000;

  private final Clock clock;
  private final LongSupplier nanos;
  private final RunStore runs;
  private final Decider decider;
  private final EffectQueue effects;
  private Optional<ScheduledExecutorService> timer = Optional.empty();
  private Instant wall;
  private long monotonic;

  ClockWatch(Clock clock, LongSupplier nanos, RunStore runs, Decider decider, EffectQueue effects) {
    this.clock = clock;
    this.nanos = nanos;
    this.runs = runs;
    this.decider = decider;
    this.effects = effects;
    this.wall = clock.instant();
    this.monotonic = nanos.getAsLong();
  }

  /** Compares the two clocks, and acts when they have come apart since the last time. */
  synchronized void look() {
    Instant wallNow = clock.instant();
    long monotonicNow = nanos.getAsLong();
    Duration jump =
        Duration.between(wall, wallNow).minus(Duration.ofNanos(monotonicNow - monotonic));
    wall = wallNow;
    monotonic = monotonicNow;
    if (jump.abs().compareTo(JUMP) > 0) {
      String says =
          "The clock of the server jumped %s by %s. See that it is right now, then resume."
              .formatted(jump.isNegative() ? "back" : "forward", Spoken.of(jump.abs()));
      log.warn(says);
      effects.wakeAll(wallNow);
      runs.underWay().forEach(run -> decider.signal(run, new Signal.ClockMoved(says), "evenkeel"));
    }
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException databaseAway) {
      log.warn("Could not tell the runs about the clock: {}", databaseAway.getMessage());
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor();
    started.scheduleWithFixedDelay(
        this::lookSafely, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    timer = Optional.of(started);
  }

  @Override
  public void stop() {
    timer.ifPresent(ScheduledExecutorService::shutdownNow);
    timer = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return timer.isPresent();
  }
}
