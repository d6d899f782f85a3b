package dev.evenkeel.server.comms.plan;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.CarriedOut;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Sends what is due of the plans of messages. One server does it; each message has its key. */
@Component
public class MessageClock {
  private static final Logger LOG = LoggerFactory.getLogger(MessageClock.class);

  private final PlanStore store;
  private final MessageDesk desk;
  private final UpgradeBook book;
  private final UpgradeWindows windows;
  private final RunReports reports;
  private final CarriedOut carried;
  private final Clock clock;

  MessageClock(
      PlanStore store,
      MessageDesk desk,
      UpgradeBook book,
      UpgradeWindows windows,
      RunReports reports,
      CarriedOut carried,
      Clock clock) {
    this.store = store;
    this.desk = desk;
    this.book = book;
    this.windows = windows;
    this.reports = reports;
    this.carried = carried;
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Ticking {
    /** The name is stored, so it never changes. */
    @Bean
    Task<Void> plannedMessagesTask(MessageClock messages) {
      return Tasks.recurring("planned-messages", Schedules.fixedDelay(Duration.ofSeconds(15)))
          .execute((instance, context) -> messages.tick());
    }
  }

  /** Without what announces an upgrade that is not to come any more. */
  private MessagePlan current(Upgrade upgrade, Optional<Span> begun) {
    MessagePlan plan = desk.of(upgrade);
    if ((begun.isEmpty() && !upgrade.isOver())
        || plan.messages().stream().noneMatch(Planned::announces)) {
      return plan;
    }
    desk.overtake(
        upgrade,
        plan,
        begun
            .map(run ->
                "overtaken: it began on %s"
                    .formatted(
                        Spoken.day(
                            LocalDate.ofInstant(run.from(), windows.zone(upgrade)), Language.EN)))
            .orElse("overtaken: the upgrade is over"));
    return desk.of(upgrade);
  }

  public void tick() {
    Instant now = clock.instant();
    List<RunReport> runs = reports.underWayOrEndedSince(now.minus(Due.NEWS));
    Map<UpgradeId, Span> begun = carried.begun();
    for (UpgradeId id : store.waiting()) {
      Upgrade upgrade = book.get(id);
      MessagePlan plan = current(upgrade, Optional.ofNullable(begun.get(id)));
      List<RunReport> its = runs.stream().filter(run -> reports.carriesOut(run, upgrade)).toList();
      for (Due due : Due.of(plan, windows.of(upgrade), its, now)) {
        if (store.isTold(due.key())) {
          continue;
        }
        try {
          desk.send(upgrade, plan, due);
        } catch (RuntimeException failed) {
          // One that cannot be written must not hold up the others; it is tried again.
          LOG.atError()
              .setCause(failed)
              .log("message {} of upgrade {} was not sent", due.message().number(), id);
        }
      }
    }
  }
}
