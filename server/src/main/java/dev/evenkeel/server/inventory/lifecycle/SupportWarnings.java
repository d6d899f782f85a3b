package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Ranking;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Warns early: looks every hour what ends within 365, 180, 90 or 30 days or is over, and tells each
 * once. Each server looks; the database keeps one warning of the same.
 */
@Component
public class SupportWarnings {
  private static final Logger log = LoggerFactory.getLogger(SupportWarnings.class);
  private static final List<Integer> DISTANCES = List.of(30, 90, 180, 365);

  private final LifecycleDesk desk;
  private final WarningStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private volatile @Nullable Ranking lookedAt;

  SupportWarnings(
      LifecycleDesk desk, WarningStore store, ApplicationEventPublisher events, Clock clock) {
    this.desk = desk;
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void regularly() {
    try {
      look();
    } catch (RuntimeException notNow) {
      log.warn("What ends soon could not be looked at; it is tried again in an hour", notNow);
    }
  }

  /**
   * Tells what was not told yet, of all that ends within a year. Where nothing was changed since
   * the last look of the same day there is nothing to tell.
   */
  public void look() {
    Optional<Ranking> now = desk.backlog().map(Rankings.View::ranking);
    if (now.isEmpty() || now.get() == lookedAt) {
      return;
    }
    Ranking ranking = now.get();
    LocalDate today = ranking.standings().today();
    Instant at = clock.instant();
    List<SupportWarning> due = new ArrayList<>();
    for (int node = 0; node < ranking.map().size(); node++) {
      Optional<Standing.End> end = ranking.end(node);
      if (end.isPresent()) {
        EstateSystem system = ranking.map().node(node).system().orElseThrow();
        (end.get().isDated()
                ? warning(system, end.get(), today, at)
                : Optional.of(over(system, end.get(), at)))
            .ifPresent(due::add);
      }
    }
    for (int from = 0; from < due.size(); from += WarningStore.AT_ONCE) {
      store
          .tell(due.subList(from, Math.min(due.size(), from + WarningStore.AT_ONCE)))
          .forEach(events::publishEvent);
    }
    lookedAt = ranking;
  }

  private static SupportWarning over(EstateSystem system, Standing.End end, Instant now) {
    return new SupportWarning(
        0,
        now,
        system.name(),
        end.what(),
        end.day(),
        0,
        "%s: %s %s".formatted(system.shownAs(), end.what().words(), Standing.End.UNDATED));
  }

  private static Optional<SupportWarning> warning(
      EstateSystem system, Standing.End end, LocalDate today, Instant now) {
    long left = ChronoUnit.DAYS.between(today, end.day());
    String title = system.shownAs();
    if (left < 0) {
      return Optional.of(
          new SupportWarning(
              0,
              now,
              system.name(),
              end.what(),
              end.day(),
              0,
              "%s: %s ended on %s".formatted(title, end.what().words(), end.day())));
    }
    return DISTANCES.stream()
        .filter(days -> left <= days)
        .findFirst()
        .map(days ->
            new SupportWarning(
                0,
                now,
                system.name(),
                end.what(),
                end.day(),
                days,
                "%s: %s ends on %s, in %d %s"
                    .formatted(
                        title, end.what().words(), end.day(), left, left == 1 ? "day" : "days")));
  }

  /** Those told last, the newest first, that are wanted. */
  public List<SupportWarning> newest(WarningFilter wanted) {
    wanted
        .days()
        .filter(days -> days != 0 && !DISTANCES.contains(days))
        .ifPresent(days -> {
          throw new Refused(
              Refused.Kind.INVALID,
              "days: nothing is told %d days ahead. Give 365, 180, 90, 30, or 0 for what is over."
                  .formatted(days));
        });
    return store.newest(wanted);
  }
}
