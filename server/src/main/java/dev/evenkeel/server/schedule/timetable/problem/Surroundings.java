package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What upgrades must keep to.
 *
 * @param open when a system may be changed, over the whole range
 * @param teams how many people of each team are there when; a team that is not named has nobody
 *     counted
 * @param skills what people of each team can do, and when those are there
 * @param budgets money by period
 * @param peers systems that stand in for each other, by group
 * @param begun what has begun by the plan, by the number of its upgrade: it is not planned again,
 *     and what comes after it waits for its end
 * @param mostOfAWorkflow how many upgrades that block the same core workflow may be at work at once
 */
public record Surroundings(
    Function<String, OpenTimes> open,
    Map<String, List<People>> teams,
    Map<String, Skills> skills,
    Map<String, List<Money>> budgets,
    Map<String, List<String>> peers,
    Map<Long, Span> begun,
    int mostOfAWorkflow) {

  /** How many people there are for a time. */
  public record People(Span when, long people) {}

  /**
   * People of a team who have skills.
   *
   * @param hasUnnamed whether there are shifts of which nobody knows who they are
   */
  public record Skills(List<Skilled> people, boolean hasUnnamed) {
    static final Skills NONE = new Skills(List.of(), false);

    public Skills {
      people = List.copyOf(people);
    }

    /** How many with any of some skills there are when. */
    List<People> with(List<String> anyOf) {
      Headcount count = new Headcount();
      people.stream()
          .filter(one -> anyOf.stream().anyMatch(one.skills()::contains))
          .flatMap(one -> one.there().stream())
          .forEach(span -> count.add(span, 1));
      return count.sums();
    }
  }

  /**
   * Somebody who has skills.
   *
   * @param there when, in order and apart
   */
  public record Skilled(Set<String> skills, List<Span> there) {
    public Skilled {
      skills = Set.copyOf(skills);
      there = List.copyOf(there);
    }

    boolean hasSeveral(List<String> of) {
      return of.stream().filter(skills::contains).limit(2).count() > 1;
    }
  }

  /** How much money there is for a time. */
  public record Money(Span when, long amount) {}
}
