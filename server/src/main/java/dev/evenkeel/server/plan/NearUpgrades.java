package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.StatedStore;
import dev.evenkeel.server.shared.Waiting;
import dev.evenkeel.server.tasks.WindowStarts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Upgrades that begin soon, or should have begun a day ago: by their place in the timetable, else
 * by their day of go-live. Those one only practises with are left out.
 */
@Component
public class NearUpgrades {
  private static final int MOST = 200;
  private static final Instant LONG_AGO = Instant.EPOCH;
  private static final Instant FAR_OFF = LONG_AGO.plus(Duration.ofDays(200 * 365));

  private final UpgradeBook book;
  private final UpgradeZones zones;
  private final StatedStore stated;
  private final ObjectProvider<WindowStarts> windows;
  private final Clock clock;

  NearUpgrades(
      UpgradeBook book,
      UpgradeZones zones,
      StatedStore stated,
      ObjectProvider<WindowStarts> windows,
      Clock clock) {
    this.book = book;
    this.zones = zones;
    this.stated = stated;
    this.windows = windows;
    this.clock = clock;
  }

  /**
   * One of them.
   *
   * @param start of its window; the first moment of its day of go-live while it has no place
   */
  public record Near(Upgrade upgrade, Instant start) {}

  /** Those that begin first, the first of them first. */
  public List<Near> all() {
    Instant now = clock.instant();
    Instant from = now.minus(Duration.ofDays(1));
    Instant until = now.plus(Waiting.NEAR);
    Map<Long, Instant> placed = new HashMap<>();
    windows.orderedStream().forEach(one -> placed.putAll(one.between(LONG_AGO, FAR_OFF)));
    List<UpgradeId> soon =
        placed.entrySet().stream()
            .filter(one -> one.getValue().isAfter(from) && one.getValue().isBefore(until))
            .map(one -> new UpgradeId(one.getKey()))
            .toList();
    // Wherever its clock is: the moment says exactly.
    LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
    LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC).plusDays(1);
    Set<UpgradeId> practices = stated.practices();
    return book.openAbout(first, last, soon).stream()
        .filter(one -> !practices.contains(one.id()))
        .map(one -> new Near(one, start(one, placed)))
        .filter(one -> one.start().isAfter(from) && one.start().isBefore(until))
        .sorted(Comparator.comparing(Near::start))
        .limit(MOST)
        .toList();
  }

  private Instant start(Upgrade upgrade, Map<Long, Instant> placed) {
    Instant at = placed.get(upgrade.id().value());
    return at != null
        ? at
        : upgrade
            .terms()
            .goLive()
            .map(day -> day.atStartOfDay(zones.of(upgrade)).toInstant())
            .orElse(Instant.MAX);
  }
}
