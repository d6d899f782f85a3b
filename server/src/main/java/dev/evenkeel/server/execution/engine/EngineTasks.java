package dev.evenkeel.server.execution.engine;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tasks the scheduler knows. Their names are stored, so they never change. */
@Configuration(proxyBeanMethods = false)
class EngineTasks {
  static final TaskDescriptor<Void> ATTEMPT = TaskDescriptor.of("attempt");
  static final TaskDescriptor<Void> PULSE = TaskDescriptor.of("pulse");
  static final TaskDescriptor<Void> APPOINTMENT = TaskDescriptor.of("appointment");

  /**
   * After an exception, such as a database that is away for a moment, a task is tried again soon.
   */
  private static final Duration AFTER_EXCEPTION = Duration.ofSeconds(1);

  @Bean
  Task<Void> attemptTask(AttemptWorker worker, EffectQueue effects, Clock clock) {
    return task(
        ATTEMPT,
        worker::work,
        (attempt, pause) -> effects.wakeIfToldToStop(attempt, pause, clock.instant()),
        clock);
  }

  @Bean
  Task<Void> pulseTask(Pulse pulse, Clock clock) {
    return task(PULSE, pulse::beat, (run, pause) -> {}, clock);
  }

  @Bean
  Task<Void> appointmentTask(AppointmentKeeper keeper, Clock clock) {
    return task(APPOINTMENT, keeper::keep, (run, pause) -> {}, clock);
  }

  /** Takes up runs whose pulse or appointment was lost, whatever the reason. */
  @Bean
  Task<Void> caretakerTask(Pulse pulse, AppointmentKeeper keeper) {
    return Tasks.recurring("caretaker", Schedules.fixedDelay(Duration.ofSeconds(15)))
        .execute((instance, context) -> {
          pulse.takeUp();
          keeper.takeUp();
        });
  }

  /**
   * @param laidDown told the pause after which the work is taken up again, once that is written
   *     down
   */
  private static Task<Void> task(
      TaskDescriptor<Void> descriptor,
      Function<String, Next> work,
      BiConsumer<String, Duration> laidDown,
      Clock clock) {
    return Tasks.custom(descriptor)
        .onFailure((complete, operations) ->
            operations.reschedule(complete, clock.instant().plus(AFTER_EXCEPTION)))
        .execute((instance, context) ->
            switch (work.apply(instance.getId())) {
              case Next.Over over -> new CompletionHandler.OnCompleteRemove<>();
              case Next.Again(var after) ->
                  (complete, operations) -> {
                    operations.reschedule(complete, clock.instant().plus(after));
                    laidDown.accept(instance.getId(), after);
                  };
            });
  }
}
