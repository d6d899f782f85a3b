package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.RunStore;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every run under way hears when the clock of this server jumps, pauses and says
 * so, and that no task sleeps until a time that has become far away. What could not be told, such
 * as because the database was away, is told at the next look.
 */
@Component
class ClockWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
  private static final long EVERY_MILLIS = 2_000;

  private final ClockJumps jumps;
  private final RunStore runs;
  private final Decider decider;
  private final EffectQueue effects;
  private final AppointmentKeeper keeper;
  private Optional<ScheduledExecutorService> timer = Optional.empty();

  ClockWatch(
      ClockJumps jumps,
      RunStore runs,
      Decider decider,
      EffectQueue effects,
      AppointmentKeeper keeper) {
    this.jumps = jumps;
    this.runs = runs;
    this.decider = decider;
    this.effects = effects;
    this.keeper = keeper;
  }

  void look() {
    Instant now = jumps.now();
    jumps
        .fresh()
        .ifPresent(jump -> {
          effects.clockJumped(jump.by(), now);
          keeper.clockJumped(jump.says());
          jumps.isNewsFor(runs.underWay(), jump);
        });
    jumps.stillToHear().forEach(this::tell);
  }

  /** One run that cannot be told keeps it from no other. */
  private void tell(RunId run) {
    try {
      decider.tellOfClock(run);
    } catch (RuntimeException untold) {
      log.warn("Could not tell run {} about the clock; trying again: {}", run, untold.getMessage());
    }
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException databaseAway) {
      log.warn(
          "Could not tell the runs about the clock; trying again: {}", databaseAway.getMessage());
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
