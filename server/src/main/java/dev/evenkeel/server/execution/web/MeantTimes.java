package dev.evenkeel.server.execution.web;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.plan.ToldTimes;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.plan.UpgradeZones;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import dev.evenkeel.server.schedule.timetable.Placement;
import dev.evenkeel.server.shared.Moments;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * When a run of an upgrade is meant to be: as people were told, else as the timetable has it, else
 * on its day of go-live.
 */
@Component
class MeantTimes {
  private final UpgradeBook book;
  private final AgreedPlan agreed;
  private final UpgradeZones zones;
  private final ObjectProvider<ToldTimes> told;
  private final Clock clock;

  MeantTimes(
      UpgradeBook book,
      AgreedPlan agreed,
      UpgradeZones zones,
      ObjectProvider<ToldTimes> told,
      Clock clock) {
    this.book = book;
    this.agreed = agreed;
    this.zones = zones;
    this.told = told;
    this.clock = clock;
  }

  /**
   * @param says who says so, and when it is, as a sentence
   * @param within what is said of a time in it
   * @param outside what is said of any other
   */
  record Meant(Span span, String says, String within, String outside) {
    String mark(Instant at) {
      return has(at) ? within : outside;
    }

    boolean has(Instant at) {
      return !at.isBefore(span.from()) && at.isBefore(span.to());
    }
  }

  /** Its place in the timetable that was agreed on. */
  Optional<Instant> planned(UpgradeId upgrade) {
    return agreed.of(upgrade).map(Placement::start);
  }

  Optional<Meant> of(UpgradeId id) {
    Upgrade upgrade = book.get(id);
    return told.orderedStream()
        .flatMap(one -> one.of(upgrade).stream())
        .findFirst()
        .map(span ->
            new Meant(
                span,
                "People were told of %s.".formatted(Moments.span(span.from(), span.to())),
                "as people were told",
                "people were told of another time, and it does not begin before they hear of this one"))
        .or(() ->
            upgrade
                .terms()
                .goLive()
                .map(day -> {
                  ZoneId zone = zones.of(upgrade);
                  return new Meant(
                      new Span(
                          day.atStartOfDay(zone).toInstant(),
                          day.plusDays(1).atStartOfDay(zone).toInstant()),
                      "Its day of go-live is %s.".formatted(day),
                      "on the day of go-live",
                      "on another day than its day of go-live");
                }))
        .filter(meant -> meant.span().to().isAfter(clock.instant()));
  }
}
