package dev.evenkeel.server.schedule.timetable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a timetable is asked for.
 *
 * @param days how far is planned, from the next full hour on
 * @param seconds how long to look for better ones
 * @param upgrades numbers of those that are planned; all when empty
 * @param mostOfAWorkflow how many that block the same core workflow may be at work at once
 * @param basedOn the timetable to stay near
 * @param pins what must stand exactly so
 * @param withoutFreezes freezes that are taken not to be, by name: what if
 * @param morePeople of teams, than there are: what if
 * @param moreMoney in each period of budgets, than there is: what if
 */
public record PlanningWish(
    String name,
    int days,
    int seconds,
    List<Long> upgrades,
    int mostOfAWorkflow,
    Optional<Long> basedOn,
    List<Pin> pins,
    List<String> withoutFreezes,
    Map<String, Long> morePeople,
    Map<String, Long> moreMoney) {
  public PlanningWish {
    upgrades = List.copyOf(upgrades);
    pins = List.copyOf(pins);
    withoutFreezes = List.copyOf(withoutFreezes);
    morePeople = Map.copyOf(morePeople);
    moreMoney = Map.copyOf(moreMoney);
  }

  /** A place that is not to be changed. */
  public record Pin(long upgrade, Instant start, String mode) {}

  /**
   * Whether it asks what would be if the world were otherwise; such a timetable is never the plan.
   */
  public boolean isWhatIf() {
    return !withoutFreezes.isEmpty() || !morePeople.isEmpty() || !moreMoney.isEmpty();
  }
}
