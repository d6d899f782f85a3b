package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.estate.Demand;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;

/**
 * What an hour of downtime costs, by the hour of the day in which it lies: the average, spread by
 * how much is used when.
 *
 * @param weekdays 24 amounts of money
 */
public record HourlyCost(ZoneId zone, List<Long> weekdays, List<Long> saturday, List<Long> sunday) {
  private static final int HOURS = 24;
  private static final int WORKING_DAYS = 5;
  private static final double DAYS_OF_A_WEEK = 7;

  public HourlyCost {
    weekdays = List.copyOf(weekdays);
    saturday = List.copyOf(saturday);
    sunday = List.copyOf(sunday);
  }

  /** The same at all hours. */
  public static HourlyCost flat(long perHour) {
    List<Long> day = Collections.nCopies(HOURS, perHour);
    return new HourlyCost(ZoneId.of("UTC"), day, day, day);
  }

  /**
   * @param average of all hours of a week
   */
  public static HourlyCost spread(long average, Demand demand, ZoneId zone) {
    List<Double> weekdays = demand.weekdays();
    List<Double> saturday = demand.saturday().isEmpty() ? weekdays : demand.saturday();
    List<Double> sunday = demand.sunday().isEmpty() ? saturday : demand.sunday();
    double mean =
        (sum(weekdays) * WORKING_DAYS + sum(saturday) + sum(sunday)) / (DAYS_OF_A_WEEK * HOURS);
    if (mean <= 0 || weekdays.size() != HOURS) {
      return flat(average);
    }
    double unit = average / mean;
    return new HourlyCost(zone, times(weekdays, unit), times(saturday, unit), times(sunday, unit));
  }

  private static double sum(List<Double> day) {
    return day.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static List<Long> times(List<Double> day, double unit) {
    return day.stream().map(demand -> Math.round(demand * unit)).toList();
  }

  /** In the hour in which an instant lies. */
  public long at(Instant instant) {
    ZonedDateTime there = instant.atZone(zone);
    List<Long> day =
        switch (there.getDayOfWeek()) {
          case SATURDAY -> saturday;
          case SUNDAY -> sunday;
          default -> weekdays;
        };
    return day.get(there.getHour());
  }
}
