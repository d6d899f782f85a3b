package dev.evenkeel.server.comms.remind;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.evenkeel.estate.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks every minute whose hour it is. One server does it; each message has its key. */
@Component
public class ReminderClock {
  private static final Logger LOG = LoggerFactory.getLogger(ReminderClock.class);

  private final ReminderDesk desk;
  private final OwnTasks tasks;
  private final Clock clock;

  ReminderClock(ReminderDesk desk, OwnTasks tasks, Clock clock) {
    this.desk = desk;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Ticking {
    /** The name is stored, so it never changes. */
    @Bean
    Task<Void> taskRemindersTask(ReminderClock reminders) {
      return Tasks.recurring("task-reminders", Schedules.fixedDelay(Duration.ofMinutes(1)))
          .execute((instance, context) -> reminders.tick());
    }
  }

  public void tick() {
    Instant now = clock.instant();
    for (Person person : desk.due(now)) {
      try {
        desk.remind(person, now);
      } catch (RuntimeException failed) {
        // One that cannot be written must not hold up the others; it is tried again.
        LOG.atError().setCause(failed).log("{} was not reminded", person.name());
      }
    }
    List<OwnTasks.Near> near = tasks.near(now);
    for (Person person : near.isEmpty() ? List.<Person>of() : desk.reached()) {
      try {
        desk.urge(person, near, now);
      } catch (RuntimeException failed) {
        LOG.atError().setCause(failed).log("{} was not urged", person.name());
      }
    }
  }
}
