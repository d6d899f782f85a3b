package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.Direction;
import dev.evenkeel.server.execution.machine.NotOffered;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.machine.Signal;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.store.StoredRun;
import dev.evenkeel.server.shared.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Pauses a production run under way when an item of the go-live checklist of its upgrade turns to
 * no, or its approval is taken back. What was overridden at the start pauses nothing, nor does what
 * is going back.
 */
@Component
class AgreementWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(AgreementWatch.class);
  private static final long EVERY_SECONDS = 10;

  private final RunStore runs;
  private final Agreed agreed;
  private final Decider decider;
  private final Clock clock;
  private Optional<ScheduledExecutorService> timer = Optional.empty();

  AgreementWatch(RunStore runs, Agreed agreed, Decider decider, Clock clock) {
    this.runs = runs;
    this.agreed = agreed;
    this.decider = decider;
    this.clock = clock;
  }

  void look() {
    runs.underWay().forEach(this::look);
  }

  /** One run that cannot be looked at keeps no other from it. */
  private void look(RunId id) {
    try {
      StoredRun run = runs.get(id);
      if (run.kind() == RunKind.PRODUCTION
          && run.upgrade().isPresent()
          && run.state().status() == RunStatus.RUNNING
          && run.state().direction() == Direction.FORWARD) {
        List<String> against = agreed.against(run, clock.instant());
        if (!against.isEmpty()) {
          decider.signal(
              id,
              new Signal.Commanded(RunCommand.PAUSE, Optional.empty(), String.join(" ", against)),
              Actor.EVENKEEL.name());
        }
      }
    } catch (NotOffered pausedMeanwhile) {
      log.debug("Run {} is paused already", id);
    } catch (RuntimeException away) {
      log.warn("Could not look whether run {} may go on: {}", id, away.getMessage());
    }
  }

  @Override
  public void start() {
    ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor();
    started.scheduleWithFixedDelay(
        this::lookSafely, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    timer = Optional.of(started);
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException databaseAway) {
      log.warn("Could not look which runs may go on: {}", databaseAway.getMessage());
    }
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
