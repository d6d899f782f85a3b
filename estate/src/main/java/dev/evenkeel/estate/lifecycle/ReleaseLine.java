package dev.evenkeel.estate.lifecycle;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One release line of a product, such as 15 of PostgreSQL.
 *
 * @param name as the source names it: a text, not a number ({@code 10} and {@code 10.0} differ)
 * @param label for people
 * @param activeSupport until when it gets more than security fixes
 * @param endOfLife until when it gets security fixes
 * @param extendedSupport until when they can be bought
 * @param discontinued until when it was sold
 * @param latest the newest release of the line
 * @param custom what the source says besides, by its own names
 */
public record ReleaseLine(
    String name,
    String label,
    Optional<String> codename,
    Optional<LocalDate> released,
    Lts lts,
    SupportEnd activeSupport,
    SupportEnd endOfLife,
    SupportEnd extendedSupport,
    SupportEnd discontinued,
    Optional<Latest> latest,
    Map<String, String> custom) {
  public ReleaseLine {
    custom = Collections.unmodifiableMap(new TreeMap<>(custom));
  }

  /** A release, and when it came if that is said. */
  public record Latest(String version, Optional<LocalDate> date, Optional<String> link) {}

  /**
   * Whether the vendor promises long-term support.
   *
   * @param flagged as said without a date
   * @param from some lines become long-term only later
   */
  public record Lts(boolean flagged, Optional<LocalDate> from) {
    public boolean on(LocalDate day) {
      return from.map(start -> !day.isBefore(start)).orElse(flagged);
    }
  }

  /** Whether it had come out by that day, as far as the day is said. */
  boolean isOutOn(LocalDate day) {
    return released.map(date -> !date.isAfter(day)).orElse(true);
  }

  /** Whether anybody still makes fixes for it, against payment too. */
  public boolean maintainedOn(LocalDate day) {
    return activeSupport.runsOn(day) || endOfLife.runsOn(day) || extendedSupport.runsOn(day);
  }
}
