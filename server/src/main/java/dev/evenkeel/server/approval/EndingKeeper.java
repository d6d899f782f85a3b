package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.store.DutyStore;
import dev.evenkeel.server.approval.store.LapseStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells a day ahead that an approval ends, once, when no run began on it. Of those that were asked
 * for less than a day before their end everybody knows.
 */
@Component
public class EndingKeeper {
  private static final Logger log = LoggerFactory.getLogger(EndingKeeper.class);
  private static final Duration AHEAD = Duration.ofDays(1);

  private final ApprovalBook book;
  private final LapseStore lapses;
  private final DutyStore duties;
  private final UpgradeBook upgrades;
  private final Concerned concerned;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transactions;

  EndingKeeper(
      ApprovalBook book,
      LapseStore lapses,
      DutyStore duties,
      UpgradeBook upgrades,
      Concerned concerned,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.book = book;
    this.lapses = lapses;
    this.duties = duties;
    this.upgrades = upgrades;
    this.concerned = concerned;
    this.events = events;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  public void sweep() {
    Instant now = clock.instant();
    for (long request : lapses.ending(now, AHEAD)) {
      try {
        look(request, now);
      } catch (RuntimeException failed) {
        log.warn("Could not tell that request {} for approval ends", request, failed);
      }
    }
  }

  private void look(long request, Instant now) {
    Standing standing = book.get(request);
    boolean began =
        duties.began(standing.request().upgrade()).stream()
            .anyMatch(run -> run.at().isAfter(standing.request().at()));
    if (standing.state() == Standing.State.APPROVED && !began) {
      transactions.executeWithoutResult(_ -> {
        if (lapses.told(request, now)) {
          Upgrade upgrade = upgrades.get(standing.request().upgrade());
          events.publishEvent(new ApprovalEnds(upgrade, standing, concerned.by(upgrade, standing)));
        }
      });
    }
  }
}
