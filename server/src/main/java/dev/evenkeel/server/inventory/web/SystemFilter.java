package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.SystemType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which systems a reader wants to see, in which order.
 *
 * @param q words that must all be found in name, title, product, version, owner, team or location
 * @param ending within how many days support or warranty ends; 0 for what has ended
 * @param sort one of {@link #SORTS}; anything else means by name
 */
record SystemFilter(
    String q,
    Optional<Criticality> criticality,
    Optional<SystemType> type,
    String team,
    Optional<Integer> ending,
    String sort) {
  static final List<String> SORTS = List.of("name", "criticality", "end", "needed", "users");

  public boolean isEmpty() {
    return q.isBlank()
        && criticality.isEmpty()
        && type.isEmpty()
        && team.isBlank()
        && ending.isEmpty();
  }

  boolean takes(SystemRow row, LocalDate today) {
    EstateSystem system = row.system();
    return criticality.filter(c -> c != row.rating().criticality()).isEmpty()
        && type.filter(t -> t != system.type()).isEmpty()
        && (team.isBlank() || system.team().filter(team::equals).isPresent())
        && ending.filter(days -> !endsWithin(row, days, today)).isEmpty()
        && saysAll(system);
  }

  private static boolean endsWithin(SystemRow row, int days, LocalDate today) {
    return row.end().filter(end -> end.day().isBefore(today.plusDays(days))).isPresent();
  }

  private boolean saysAll(EstateSystem system) {
    if (q.isBlank()) {
      return true;
    }
    String text =
        String.join(
                "\n",
                system.name(),
                system.title().orElse(""),
                system.product().orElse(""),
                system.version().orElse(""),
                system.owner().orElse(""),
                system.team().orElse(""),
                system.location().orElse(""))
            .toLowerCase(Locale.ROOT);
    for (String word : q.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  Comparator<SystemRow> order() {
    Comparator<SystemRow> byName = Comparator.comparing(row -> row.system().name());
    return switch (sort) {
      case "criticality" ->
          Comparator.comparing((SystemRow row) -> row.rating().criticality())
              .thenComparing(Comparator.comparingInt(SystemRow::neededBy).reversed())
              .thenComparing(byName);
      case "end" ->
          Comparator.comparing((SystemRow row) -> row.end().map(DueDate::day).orElse(LocalDate.MAX))
              .thenComparing(byName);
      case "needed" ->
          Comparator.comparingInt(SystemRow::neededBy).reversed().thenComparing(byName);
      case "users" ->
          Comparator.comparingLong((SystemRow row) -> row.system().users().orElse(0L))
              .reversed()
              .thenComparing(byName);
      default -> byName;
    };
  }
}
