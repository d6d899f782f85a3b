package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.schedule.RehearsedTimes.Rehearsed;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.After;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Away;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Cost;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Need;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Phase;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Wave;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is planned of an upgrade, all of it: what people said, and what is proposed for the rest.
 *
 * @param lead what must have happened before it
 * @param deadline the last day on which it should be done
 * @param rehearsed what a rehearsal has measured that tells of it
 * @param wayBackFrom where the time for the way back comes from that is proposed
 * @param warnings what it would promise that nobody has seen
 * @param hints what a person should know or complete, in words
 */
public record UpgradePlan(
    LeadTime lead,
    Optional<LocalDate> deadline,
    Optional<String> deadlineOf,
    Optional<String> budget,
    Optional<Long> leftOut,
    List<Way> ways,
    List<After> after,
    List<Wave> rollout,
    List<Phase> phases,
    Optional<Rehearsed> rehearsed,
    String wayBackFrom,
    List<String> hints,
    List<String> warnings) {
  public UpgradePlan {
    ways = List.copyOf(ways);
    after = List.copyOf(after);
    rollout = List.copyOf(rollout);
    phases = List.copyOf(phases);
    hints = List.copyOf(hints);
    warnings = List.copyOf(warnings);
  }

  /**
   * A way to do it.
   *
   * @param risk from 1, good, to 5, bad, as the strategy is scored
   * @param sideBySide days on which old and new run together before
   */
  public record Way(
      Strategy strategy,
      Duration work,
      Duration buffer,
      Duration wayBack,
      List<Away> away,
      List<Need> people,
      List<Cost> costs,
      int risk,
      int sideBySide) {
    public Way {
      away = List.copyOf(away);
      people = List.copyOf(people);
      costs = List.copyOf(costs);
    }

    public Duration length() {
      return work.plus(buffer).plus(wayBack);
    }

    public long cost() {
      return costs.stream().mapToLong(Cost::amount).sum();
    }

    /** How long all of it would be away to be the same outage. */
    public Duration outage() {
      return away.stream()
          .map(one -> one.lasts().multipliedBy(one.percent()).dividedBy(100))
          .reduce(Duration.ZERO, Duration::plus);
    }

    /** Such as {@code big-bang}. */
    public String word() {
      return strategy.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
