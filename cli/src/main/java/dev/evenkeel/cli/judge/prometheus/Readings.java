package dev.evenkeel.cli.judge.prometheus;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Readings from series, as the watch of a run would have had them at each point of time. */
public final class Readings {
  private static final int MILLIS_OF_SECONDS = 3;

  private Readings() {}

  /** Counters: the sums of all series, where there are both. */
  public static List<Reading> counted(List<Series> requests, List<Series> failed) {
    NavigableMap<Long, Double> all = sums(requests);
    NavigableMap<Long, Double> bad = sums(failed);
    List<Reading> readings = new ArrayList<>();
    all.forEach((at, total) -> {
      Double failures = bad.get(at);
      if (failures != null) {
        readings.add(reading(at, new Fact.Counted(total, failures)));
      }
    });
    return readings;
  }

  /**
   * A histogram from series with a label {@code le}; those with the same one are added.
   *
   * @param isInSeconds whether the bounds are seconds; else they are milliseconds
   */
  public static List<Reading> timed(List<Series> buckets, boolean isInSeconds) {
    SortedMap<BigDecimal, List<Series>> bounded = new TreeMap<>();
    List<Series> all = new ArrayList<>();
    for (Series series : buckets) {
      String le = series.label("le");
      if (le.equals("+Inf") || le.equals("Inf")) {
        all.add(series);
      } else if (isNumber(le)) {
        bounded
            .computeIfAbsent(
                new BigDecimal(le)
                    .movePointRight(isInSeconds ? MILLIS_OF_SECONDS : 0)
                    .stripTrailingZeros(),
                bound -> new ArrayList<>())
            .add(series);
      }
    }
    List<Double> bounds = bounded.keySet().stream().map(BigDecimal::doubleValue).toList();
    List<NavigableMap<Long, Double>> sums = bounded.values().stream().map(Readings::sums).toList();
    List<Reading> readings = new ArrayList<>();
    sums(all)
        .forEach((at, total) -> {
          List<Double> cumulative = new ArrayList<>(sums.size() + 1);
          sums.forEach(sum -> cumulative.add(sum.getOrDefault(at, Double.NaN)));
          cumulative.add(total);
          if (cumulative.stream().noneMatch(one -> one.isNaN())) {
            readings.add(reading(at, new Fact.Timed(bounds, cumulative)));
          }
        });
    return readings;
  }

  /** A plain number, where there is exactly one series. */
  public static List<Reading> values(List<Series> series) {
    SortedMap<Long, List<Double>> byTime = new TreeMap<>();
    for (Series one : series) {
      for (int i = 0; i < one.millis().length; i++) {
        byTime.computeIfAbsent(one.millis()[i], at -> new ArrayList<>(1)).add(one.values()[i]);
      }
    }
    List<Reading> readings = new ArrayList<>();
    byTime.forEach((at, values) ->
        readings.add(
            reading(
                at,
                values.size() == 1
                    ? new Fact.Value(values.getFirst())
                    : new Fact.Missing(
                        "%d series where a plain number is one".formatted(values.size())))));
    return readings;
  }

  /** A counter of anything. */
  public static List<Reading> rates(List<Series> series) {
    List<Reading> readings = new ArrayList<>();
    sums(series).forEach((at, sum) -> readings.add(reading(at, new Fact.Counted(sum, 0))));
    return readings;
  }

  private static NavigableMap<Long, Double> sums(List<Series> series) {
    NavigableMap<Long, Double> sums = new TreeMap<>();
    for (Series one : series) {
      for (int i = 0; i < one.millis().length; i++) {
        sums.merge(one.millis()[i], one.values()[i], Double::sum);
      }
    }
    return sums;
  }

  private static boolean isNumber(String text) {
    try {
      return new BigDecimal(text).signum() >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Facts of one reading together, where several lists have one at the same time. */
  public static List<Reading> together(List<List<Reading>> lists) {
    SortedMap<Instant, List<Fact>> facts = new TreeMap<>();
    lists.forEach(list ->
        list.forEach(reading ->
            facts.computeIfAbsent(reading.at(), at -> new ArrayList<>(2)).addAll(reading.facts())));
    return facts.entrySet().stream()
        .map((Map.Entry<Instant, List<Fact>> one) -> new Reading(one.getKey(), one.getValue()))
        .toList();
  }

  private static Reading reading(long at, Fact fact) {
    return Reading.of(Instant.ofEpochMilli(at), fact);
  }
}
