package dev.evenkeel.optimiser.problem;

import java.time.Instant;
import java.util.List;

/**
 * All that a timetable must keep to, and what it costs.
 *
 * @param start of the first slot
 * @param slotMinutes length of a slot; a divisor of a day
 * @param horizonSlots how far is planned
 */
public record Problem(
    String format,
    String name,
    Instant start,
    int slotMinutes,
    int horizonSlots,
    Weights weights,
    List<Calendar> calendars,
    List<Freeze> freezes,
    List<Profile> profiles,
    List<PlannedSystem> systems,
    List<Resource> resources,
    List<Budget> budgets,
    List<Group> groups,
    List<Upgrade> upgrades,
    List<Precedence> precedences) {
  public static final String FORMAT = "upgrade-planning/1";
  private static final int MINUTES_OF_A_DAY = 1_440;
  private static final int MINUTES_OF_AN_HOUR = 60;

  public Problem {
    calendars = List.copyOf(calendars);
    freezes = List.copyOf(freezes);
    profiles = List.copyOf(profiles);
    systems = List.copyOf(systems);
    resources = List.copyOf(resources);
    budgets = List.copyOf(budgets);
    groups = List.copyOf(groups);
    upgrades = List.copyOf(upgrades);
    precedences = List.copyOf(precedences);
  }

  /** The same with other precedences. */
  public Problem with(List<Precedence> precedences) {
    return new Problem(
        format,
        name,
        start,
        slotMinutes,
        horizonSlots,
        weights,
        calendars,
        freezes,
        profiles,
        systems,
        resources,
        budgets,
        groups,
        upgrades,
        precedences);
  }

  public int slotsOfADay() {
    return MINUTES_OF_A_DAY / slotMinutes;
  }

  /** The hour of the horizon in which a slot lies. */
  public int hour(int slot) {
    return slot * slotMinutes / MINUTES_OF_AN_HOUR;
  }

  /** When a slot begins. */
  public Instant at(int slot) {
    return start.plusSeconds(60L * slotMinutes * slot);
  }
}
