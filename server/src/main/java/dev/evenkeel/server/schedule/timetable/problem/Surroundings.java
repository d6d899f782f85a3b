package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What upgrades must keep to.
 *
 * @param open when a system may be changed, over the whole range
 * @param teams how many people of each team are there when; a team that is not named has nobody
 *     counted
 * @param budgets money by period
 * @param peers systems that stand in for each other, by group
 * @param begun what has begun by the plan, by the number of its upgrade: it is not planned again,
 *     and what comes after it waits for its end
 * @param mostOfAWorkflow how many upgrades that block the same core workflow may be at work at once
 */
public record Surroundings(
    Function<String, OpenTimes> open,
    Map<String, List<People>> teams,
    Map<String, List<Money>> budgets,
    Map<String, List<String>> peers,
    Map<Long, Span> begun,
    int mostOfAWorkflow) {

  /** How many people there are for a time. */
  public record People(Span when, long people) {}

  /** How much money there is for a time. */
  public record Money(Span when, long amount) {}
}
