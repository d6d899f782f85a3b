package dev.evenkeel.server.health;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.evenkeel.server.health.store.Retention;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work of this module that comes round by itself. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
  private static final Duration EVERY = Duration.ofMinutes(5);

  /** One server of a cluster at a time does it. The name is stored, so it never changes. */
  @Bean
  Task<Void> readingRetentionTask(Retention retention, HealthSettings settings, Clock clock) {
    return Tasks.recurring("reading-retention", Schedules.fixedDelay(EVERY))
        .execute((instance, context) -> {
          var now = clock.instant();
          retention.thinOut(settings.detailed(), now);
          retention.forget(settings.keep(), now);
        });
  }
}
