package dev.evenkeel.server.schedule.web.chart;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What people know of an upgrade, besides its numbers.
 *
 * @param groups what it belongs to, in each grouping
 */
public record Known(
    long upgrade, String title, List<String> systems, Map<Grouping, String> groups) {
  public Known {
    systems = List.copyOf(systems);
    groups = Map.copyOf(groups);
  }

  public String group(Grouping by) {
    return Objects.requireNonNull(groups.get(by));
  }
}
