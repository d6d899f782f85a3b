package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.BacklogItem;
import dev.evenkeel.estate.backlog.Standing;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SupportWarnings(
      LifecycleDesk desk, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.desk = desk;
    this.jdbc = jdbc;
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

  /** Tells what was not told yet. Everything that ends within a year is in the backlog. */
  public void look() {
    LocalDate today = desk.today();
    Instant now = clock.instant();
    for (BacklogItem item : desk.backlog()) {
      item.standing()
          .end()
          .flatMap(end -> warning(item.system(), end, today, now))
          .filter(this::isNew)
          .ifPresent(events::publishEvent);
    }
  }

  private static Optional<SupportWarning> warning(
      EstateSystem system, Standing.End end, LocalDate today, Instant now) {
    long left = ChronoUnit.DAYS.between(today, end.day());
    String title = system.shownAs();
    if (left < 0) {
      return Optional.of(
          new SupportWarning(
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
                now,
                system.name(),
                end.what(),
                end.day(),
                days,
                "%s: %s ends on %s, in %d days"
                    .formatted(title, end.what().words(), end.day(), left)));
  }

  private boolean isNew(SupportWarning warning) {
    return jdbc.sql(
                """
                insert into inventory_warning (at, system, what, ends, days, says)
                values (:at, :system, :what, :ends, :days, :says)
                on conflict (system, what, ends, days) do nothing
                """)
            .param("at", warning.at().atOffset(ZoneOffset.UTC))
            .param("system", warning.system())
            .param("what", warning.what().name())
            .param("ends", Date.valueOf(warning.ends()))
            .param("days", warning.days())
            .param("says", warning.says())
            .update()
        == 1;
  }

  /** The newest first. */
  public List<SupportWarning> newest(int limit) {
    return jdbc.sql("select * from inventory_warning order by id desc limit :limit")
        .param("limit", limit)
        .query((rs, n) ->
            new SupportWarning(
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("system"),
                Standing.What.valueOf(rs.getString("what")),
                rs.getObject("ends", LocalDate.class),
                rs.getInt("days"),
                rs.getString("says")))
        .list();
  }
}
