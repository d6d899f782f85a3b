package dev.evenkeel.estate.times;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.Demand;
import dev.evenkeel.estate.EstateSystem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much systems are used at a time. The demand profile of each says how its use is spread over a
 * week, in its own time zone; without one it is the same at any time.
 *
 * <p>Where it is known of at least one how many people use it, use is counted in hours of people:
 * 400 people who use a system on average half as much as usual for two hours are 400. Where that is
 * known of none, it is counted in hours of average use, all systems alike.
 */
public final class Load {
  private static final long PIECE = 900;
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Map<Profile, Double> weights = new HashMap<>();
  private final Map<Long, Double> known = new HashMap<>();
  private final boolean inPeople;

  private record Profile(Optional<Demand> demand, ZoneId zone) {}

  private Load(Collection<EstateSystem> systems) {
    inPeople = systems.stream().anyMatch(system -> users(system) > 0);
    for (EstateSystem system : systems) {
      double weight = inPeople ? users(system) : 1;
      if (weight > 0) {
        weights.merge(
            new Profile(usable(system.demand()), system.timeZone().orElse(UTC)),
            weight,
            Double::sum);
      }
    }
  }

  /** Of all systems that are away or hit. */
  public static Load of(Collection<EstateSystem> systems) {
    return new Load(systems);
  }

  /** Whether it is counted in hours of people; else in hours of average use. */
  public boolean isInPeople() {
    return inPeople;
  }

  /** How much use falls into a time. */
  public double within(Span span) {
    double sum = 0;
    long piece = Math.floorDiv(span.from().getEpochSecond(), PIECE);
    while (piece * PIECE < span.to().getEpochSecond()) {
      long from = Math.max(piece * PIECE, span.from().getEpochSecond());
      long to = Math.min((piece + 1) * PIECE, span.to().getEpochSecond());
      sum += at(piece) * (to - from) / 3600.0;
      piece++;
    }
    return sum;
  }

  /** No clock of a zone changes its hour inside of a quarter of an hour. */
  private double at(long piece) {
    return known.computeIfAbsent(
        piece,
        quarter -> {
          Instant then = Instant.ofEpochSecond(quarter * PIECE);
          return weights.entrySet().stream()
              .mapToDouble(entry -> entry.getValue() * share(entry.getKey(), then))
              .sum();
        });
  }

  private static double share(Profile profile, Instant then) {
    return profile
        .demand()
        .map(demand -> {
          ZonedDateTime local = then.atZone(profile.zone());
          List<Double> day =
              switch (local.getDayOfWeek()) {
                case SATURDAY -> saturday(demand);
                case SUNDAY -> sunday(demand);
                default -> demand.weekdays();
              };
          return day.get(local.getHour()) / average(demand);
        })
        .orElse(1.0);
  }

  private static Optional<Demand> usable(Optional<Demand> demand) {
    return demand.filter(it -> it.weekdays().size() == 24 && average(it) > 0);
  }

  private static double average(Demand demand) {
    return (5 * sum(demand.weekdays()) + sum(saturday(demand)) + sum(sunday(demand))) / 168;
  }

  private static double sum(List<Double> hours) {
    return hours.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static List<Double> saturday(Demand demand) {
    return demand.saturday().isEmpty() ? demand.weekdays() : demand.saturday();
  }

  private static List<Double> sunday(Demand demand) {
    return demand.sunday().isEmpty() ? saturday(demand) : demand.sunday();
  }

  private static long users(EstateSystem system) {
    return system.users().orElse(0L);
  }
}
