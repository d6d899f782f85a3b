package dev.evenkeel.server.comms.beat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether a word is due. One server does it; each word has its key. */
@Component
public class BeatClock {
  private static final Logger LOG = LoggerFactory.getLogger(BeatClock.class);

  /** A run may be over before the next look. */
  private static final Duration JUST_ENDED = Duration.ofMinutes(5);

  private final RunReports reports;
  private final UpgradeBook book;
  private final BeatDesk desk;
  private final Untold untold;
  private final Clock clock;

  BeatClock(RunReports reports, UpgradeBook book, BeatDesk desk, Untold untold, Clock clock) {
    this.reports = reports;
    this.book = book;
    this.desk = desk;
    this.untold = untold;
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Ticking {
    /** The name is stored, so it never changes. */
    @Bean
    Task<Void> beatsTask(BeatClock beats) {
      return Tasks.recurring("beats", Schedules.fixedDelay(Duration.ofSeconds(15)))
          .execute((instance, context) -> beats.tick());
    }
  }

  public void tick() {
    List<RunReport> runs = reports.underWayOrEndedSince(clock.instant().minus(JUST_ENDED));
    if (runs.isEmpty()) {
      return;
    }
    // Also those whose plan of messages nobody has touched: that nobody hears is an alarm.
    for (Upgrade upgrade : book.open()) {
      for (RunReport run : runs) {
        if (!reports.carriesOut(run, upgrade)) {
          continue;
        }
        try {
          untold.look(upgrade, run);
          if (run.isUnderWay()) {
            desk.beat(upgrade, run);
          }
        } catch (RuntimeException failed) {
          // One that cannot be written must not hold up the others; it is tried again.
          LOG.atError().setCause(failed).log("no word of run {} went out", run.id());
        }
      }
    }
  }
}
