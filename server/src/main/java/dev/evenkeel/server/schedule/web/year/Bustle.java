package dev.evenkeel.server.schedule.web.year;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Demand;
import dev.evenkeel.estate.EstateSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How busy systems are, hour by hour, each by its own profile in its own time zone; a red one
 * counts 9 times, a yellow one 3 times as much as a green one. Systems that do not say when they
 * are used are the same at any time. Only three days of each zone are kept, however many systems
 * there are.
 */
public final class Bustle {
  /** An upgrade looks for the best time of a day; it is judged by that, and not by its noon. */
  public static final int STRETCH = 4;

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int HOURS = 24;
  private static final int WEEK = 168;

  private final Map<ZoneId, double[][]> zones = new HashMap<>();
  private double average;
  private int profiles;

  /** Adds a system; one that says no hour at which it is used tells nothing. */
  public void add(EstateSystem system, Criticality criticality) {
    List<List<Double>> days = system.demand().map(Bustle::days).orElseGet(List::of);
    double mean = days.isEmpty() ? 0 : (5 * sum(days, 0) + sum(days, 1) + sum(days, 2)) / WEEK;
    if (mean <= 0) {
      return;
    }
    double weight = weight(criticality);
    double[][] week =
        zones.computeIfAbsent(system.timeZone().orElse(UTC), zone -> new double[3][HOURS]);
    for (int day = 0; day < week.length; day++) {
      for (int hour = 0; hour < HOURS; hour++) {
        week[day][hour] += weight * days.get(day).get(hour) / mean;
      }
    }
    average += weight;
    profiles++;
  }

  private static double weight(Criticality criticality) {
    return switch (criticality) {
      case RED -> 9;
      case YELLOW -> 3;
      case GREEN -> 1;
    };
  }

  private static List<List<Double>> days(Demand demand) {
    List<Double> saturday = demand.saturday().isEmpty() ? demand.weekdays() : demand.saturday();
    List<Double> sunday = demand.sunday().isEmpty() ? saturday : demand.sunday();
    List<List<Double>> days = List.of(demand.weekdays(), saturday, sunday);
    return days.stream().allMatch(day -> day.size() == HOURS) ? days : List.of();
  }

  private static double sum(List<List<Double>> days, int day) {
    return days.get(day).stream().mapToDouble(Double::doubleValue).sum();
  }

  /** How many of the systems say when they are used. */
  public int profiles() {
    return profiles;
  }

  /**
   * The quietest stretch of a day.
   *
   * @param percent of an average hour of the week
   */
  public record Quiet(Instant from, Instant to, int percent) {}

  /** The quietest {@value #STRETCH} hours in a row of a day of a zone. */
  public Quiet quietest(LocalDate day, ZoneId zone) {
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    List<Instant> hours = new ArrayList<>();
    for (Instant hour = day.atStartOfDay(zone).toInstant();
        hour.isBefore(end);
        hour = hour.plus(Duration.ofHours(1))) {
      hours.add(hour);
    }
    double[] loads = hours.stream().mapToDouble(this::at).toArray();
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int start = 0; start + STRETCH <= loads.length; start++) {
      double mean = 0;
      for (int hour = start; hour < start + STRETCH; hour++) {
        mean += loads[hour] / STRETCH;
      }
      if (mean < least - 1e-9) {
        least = mean;
        best = start;
      }
    }
    Instant from = hours.get(best);
    return new Quiet(
        from,
        from.plus(Duration.ofHours(STRETCH)),
        average == 0 ? 0 : (int) Math.round(100 * least / average));
  }

  private double at(Instant when) {
    double load = 0;
    for (Map.Entry<ZoneId, double[][]> entry : zones.entrySet()) {
      ZonedDateTime local = when.atZone(entry.getKey());
      int day =
          switch (local.getDayOfWeek()) {
            case SATURDAY -> 1;
            case SUNDAY -> 2;
            default -> 0;
          };
      load += Objects.requireNonNull(entry.getValue())[day][local.getHour()];
    }
    return load;
  }
}
