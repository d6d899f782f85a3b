package dev.evenkeel.server.execution.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.AttemptId;
import dev.evenkeel.server.execution.machine.Effect;
import dev.evenkeel.server.execution.machine.Plan;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.ScheduledTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Turns effects into tasks, inside the transaction that decided them. */
@Component
class EffectQueue {
  private final AttemptStore attempts;
  private final ScheduledTasks scheduled;
  // asked for late: the scheduler needs its tasks, which need this
  private final ObjectProvider<Scheduler> scheduler;

  EffectQueue(
      AttemptStore attempts, ScheduledTasks scheduled, ObjectProvider<Scheduler> scheduler) {
    this.attempts = attempts;
    this.scheduled = scheduled;
    this.scheduler = scheduler;
  }

  void add(RunId run, Plan plan, List<Effect> effects, Instant now) {
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Begin(var attempt, var caution, var after) -> {
          attempts.intend(run, attempt, plan.step(attempt.step()), caution, now);
          carryOut(attempt.in(run.value()), now.plus(after));
        }
        case Effect.Stop(var attempt) -> stop(run, attempt, now);
        case Effect.KeepWatching ignored -> keepWatching(run, now);
      }
    }
    if (!effects.isEmpty()) {
      wakeAfterCommit();
    }
  }

  /** Makes sure that a run is looked at from time to time. */
  void keepWatching(RunId run, Instant now) {
    scheduler.getObject().scheduleIfNotExists(EngineTasks.PULSE.instance(run.value()).build(), now);
  }

  /** Wakes whoever starts a run at its time, and not at the time said before. */
  void startBy(RunId run, Instant at) {
    try {
      scheduler.getObject().schedule(appointment(run), at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceException atWork) {
      // somebody just looks whether it is the time, and looks at the appointment itself
    }
    wakeAfterCommit();
  }

  void startByIfNobodyDoes(RunId run, Instant at) {
    scheduler.getObject().scheduleIfNotExists(appointment(run), at);
  }

  private static TaskInstance<Void> appointment(RunId run) {
    return EngineTasks.APPOINTMENT.instance(run.value()).build();
  }

  /**
   * After a jump back nothing sleeps longer than it was to. A jump forward needs nothing: what
   * sleeps wakes early, and looking once too often does no harm.
   */
  void clockJumped(Duration by, Instant now) {
    if (by.isNegative()) {
      scheduled.jumpBack(by.abs(), now);
      scheduler.getObject().triggerCheckForDueExecutions();
    }
  }

  private void carryOut(String attempt, Instant at) {
    scheduler.getObject().schedule(EngineTasks.ATTEMPT.instance(attempt).build(), at);
  }

  private void stop(RunId run, AttemptId attempt, Instant now) {
    String id = attempt.in(run.value());
    attempts.requestStop(id);
    wake(id, now);
  }

  /**
   * An attempt that was ordered to stop while a worker had it in hand is not left to the pause the
   * worker then asked for.
   */
  void wakeIfToldToStop(String attempt, Duration pause, Instant now) {
    if (pause.compareTo(IN_OTHER_HANDS) > 0 && attempts.toldToStop(attempt)) {
      wake(attempt, now);
      scheduler.getObject().triggerCheckForDueExecutions();
    }
  }

  private void wake(String attempt, Instant now) {
    try {
      scheduler
          .getObject()
          .reschedule(TaskInstanceId.of(EngineTasks.ATTEMPT.getTaskName(), attempt), now);
    } catch (TaskInstanceException atWork) {
      // a worker has it in hand and asks for orders when it lays it down, or it has just ended
    }
  }

  private void wakeAfterCommit() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              scheduler.getObject().triggerCheckForDueExecutions();
            }
          });
    }
  }

  /** How long a worker waits before it takes up what somebody else has in hand. */
  static final Duration IN_OTHER_HANDS = Duration.ofSeconds(1);
}
