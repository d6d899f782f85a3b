package dev.evenkeel.server.comms.remind;

import dev.evenkeel.estate.Person.Absence;
import dev.evenkeel.server.comms.remind.ReminderTerms.Mode;
import dev.evenkeel.server.shared.Wait;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody is told of their tasks, and of what else waits for them, on a day. No clock and no
 * database: the same tasks and the same moment give the same.
 *
 * <ol>
 *   <li>It is looked once a day, at the hour the person chose or up to eight hours later, on a
 *       working day, and not while the person is away.
 *   <li>What is overdue or due on that day is told every day; what is due soon once; what is newly
 *       theirs once.
 *   <li>What has a message of its own when it begins is not told as new.
 *   <li>When there is none of these nothing is told.
 * </ol>
 */
public record Digest(Map<Part, List<Line>> parts) {
  /** What keys of tasks begin with. */
  static final String TASK = "task/";

  /** A server that was down in the morning still tells at noon, and wakes nobody in the night. */
  static final Duration LATE = Duration.ofHours(8);

  public Digest {
    parts = Collections.unmodifiableMap(new EnumMap<>(parts));
  }

  /** What there is to say of a task, the most urgent first; each task stands in one. */
  public enum Part {
    OVERDUE,
    TODAY,
    SOON,
    NEW
  }

  /**
   * An open task of somebody, or something else that waits for them.
   *
   * @param task 0 when it is no task
   * @param practice whether its upgrade is only practised
   * @param other what it is when it is no task
   */
  public record Item(
      long task,
      String title,
      String upgrade,
      Optional<Instant> due,
      boolean practice,
      Optional<Wait> other) {
    Item(long task, String title, String upgrade, Optional<Instant> due, boolean practice) {
      this(task, title, upgrade, due, practice, Optional.empty());
    }

    static Item of(Wait wait) {
      return new Item(0, wait.detail(), wait.upgrade(), wait.by(), false, Optional.of(wait));
    }

    /** The same as long as it is the same thing. */
    String key() {
      return other.map(Wait::key).orElse(TASK + task);
    }

    String path() {
      return other.map(Wait::path).orElse("/tasks/" + task);
    }

    boolean isToldAtOnce() {
      return other.filter(one -> one.kind().isToldAtOnce()).isPresent();
    }
  }

  /**
   * A line of the message.
   *
   * @param isNew whether it was not theirs the last time
   */
  public record Line(Item item, boolean isNew) {}

  /** What the person had when it was looked last, and what of it was told to be soon. */
  public record Told(Set<String> known, Set<String> soon) {
    public Told {
      known = Set.copyOf(known);
      soon = Set.copyOf(soon);
    }
  }

  /** Whether now is when somebody is told. */
  static boolean isTime(
      ReminderTerms terms,
      ZoneId zone,
      Collection<Absence> absences,
      Optional<LocalDate> last,
      Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    if (terms.mode() != Mode.DAILY
        || last.filter(one -> !one.isBefore(day)).isPresent()
        || (isWeekend(day) && !terms.weekends())
        || absences.stream().anyMatch(one -> one.meets(day, day))) {
      return false;
    }
    // An hour that a clock leaps over is the one after it; of one that comes twice it is the first.
    Instant at = day.atTime(terms.at()).atZone(zone).toInstant();
    return !now.isBefore(at) && now.isBefore(at.plus(LATE));
  }

  /** When somebody is told next, if there is something to say. */
  static Optional<ZonedDateTime> next(
      ReminderTerms terms,
      ZoneId zone,
      Collection<Absence> absences,
      Optional<LocalDate> last,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    for (LocalDate day = today; day.isBefore(today.plusDays(366)); day = day.plusDays(1)) {
      ZonedDateTime at = day.atTime(terms.at()).atZone(zone);
      Instant moment = at.toInstant().isBefore(now) ? now : at.toInstant();
      if (isTime(terms, zone, absences, last, moment)) {
        return Optional.of(moment.atZone(zone));
      }
    }
    return Optional.empty();
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /**
   * @return empty when there is nothing to say
   */
  static Optional<Digest> of(List<Item> open, Told before, ZoneId zone, int soonDays, Instant now) {
    Map<Part, List<Line>> parts = new EnumMap<>(Part.class);
    boolean says = false;
    for (Item item : open) {
      boolean isNew = !item.isToldAtOnce() && !before.known().contains(item.key());
      Optional<Part> part = part(item, isNew, zone, soonDays, now);
      part.ifPresent(
          it -> parts.computeIfAbsent(it, _ -> new ArrayList<>()).add(new Line(item, isNew)));
      says |=
          isNew
              || part.filter(it -> it != Part.SOON || !before.soon().contains(item.key()))
                  .isPresent();
    }
    return says ? Optional.of(new Digest(parts)) : Optional.empty();
  }

  private static Optional<Part> part(
      Item item, boolean isNew, ZoneId zone, int soonDays, Instant now) {
    Optional<Part> byDay =
        item.due()
            .flatMap(due -> {
              long days =
                  LocalDate.ofInstant(due, zone).toEpochDay()
                      - LocalDate.ofInstant(now, zone).toEpochDay();
              return due.isBefore(now)
                  ? Optional.of(Part.OVERDUE)
                  : days <= 0
                      ? Optional.of(Part.TODAY)
                      : days <= soonDays ? Optional.of(Part.SOON) : Optional.empty();
            });
    return byDay.or(() -> isNew ? Optional.of(Part.NEW) : Optional.empty());
  }

  /** What is remembered of these for the next time. */
  static Told told(List<Item> open, ZoneId zone, int soonDays, Instant now) {
    return new Told(
        open.stream().map(Item::key).collect(Collectors.toSet()),
        open.stream()
            .filter(item -> part(item, false, zone, soonDays, now).isPresent())
            .map(Item::key)
            .collect(Collectors.toSet()));
  }

  boolean isOfTasksOnly() {
    return parts.values().stream()
        .flatMap(List::stream)
        .allMatch(line -> line.item().other().isEmpty());
  }

  public List<Line> of(Part part) {
    return parts.getOrDefault(part, List.of());
  }
}
