package dev.evenkeel.server.comms.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.evenkeel.server.comms.Outbox.SomethingWaits;
import dev.evenkeel.server.comms.store.LaneStore;
import dev.evenkeel.server.inventory.Aside;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A few tasks of the scheduler that deliver whatever is due. They are few, so that a flood of
 * messages leaves threads for runs; and the scheduler lets nobody else work a lane while whoever
 * does is alive, so that what is in hand in a lane that begins was left by somebody who died.
 */
@Configuration(proxyBeanMethods = false)
class Lanes {
  /** The name is stored, so it never changes. */
  static final TaskDescriptor<Void> MESSAGES = TaskDescriptor.of("messages");

  private static final int LANES = 6;

  /** Then the lane is given back, so that it is seen to be alive and may move elsewhere. */
  private static final Duration STRETCH = Duration.ofSeconds(20);

  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration AFTER_EXCEPTION = Duration.ofSeconds(1);

  private final LaneStore store;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;
  private final Aside waking = new Aside("outbox", this::wake);

  // the scheduler is asked for late: it needs its tasks
  Lanes(LaneStore store, ObjectProvider<Scheduler> scheduler, Clock clock) {
    this.store = store;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @Bean
  Task<Void> messagesTask(Deliverer deliverer, Digests digests) {
    return Tasks.custom(MESSAGES)
        .onFailure((complete, operations) ->
            operations.reschedule(complete, clock.instant().plus(AFTER_EXCEPTION)))
        .execute((instance, context) -> {
          work(deliverer, digests, Integer.parseInt(instance.getId()), context);
          return (complete, operations) -> {
            Instant now = clock.instant();
            operations.reschedule(complete, next(now));
            // What was posted while the lane was still in hand could not wake it.
            if (store.isDue(Deliverer.MOST_OF_A_CHANNEL, clock.instant())) {
              wake(Integer.parseInt(instance.getId()));
            }
          };
        });
  }

  private void work(Deliverer deliverer, Digests digests, int lane, ExecutionContext context) {
    deliverer.takeUp(lane);
    Instant until = clock.instant().plus(STRETCH);
    while (clock.instant().isBefore(until)
        && !context.getSchedulerState().isShuttingDown()
        && (digests.tellOne() | deliverer.deliverOne(lane))) {
      // the next one
    }
  }

  private Instant next(Instant now) {
    Instant idle = now.plus(IDLE);
    return store
        .nextDue()
        .map(due -> due.isBefore(now) ? now.plus(AFTER_EXCEPTION) : due)
        .filter(due -> due.isBefore(idle))
        .orElse(idle);
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    Instant now = clock.instant();
    IntStream.rangeClosed(1, LANES)
        .forEach(lane ->
            scheduler
                .getObject()
                .scheduleIfNotExists(MESSAGES.instance(Integer.toString(lane)).build(), now));
    waking.ask();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void posted(SomethingWaits posted) {
    waking.ask();
  }

  private void wake() {
    IntStream.rangeClosed(1, LANES).forEach(this::wake);
    scheduler.getObject().triggerCheckForDueExecutions();
  }

  private void wake(int lane) {
    try {
      scheduler
          .getObject()
          .reschedule(
              TaskInstanceId.of(MESSAGES.getTaskName(), Integer.toString(lane)), clock.instant());
    } catch (TaskInstanceException atWork) {
      // it is in somebody's hands, who looks whether something is due before it is laid down
    }
  }
}
