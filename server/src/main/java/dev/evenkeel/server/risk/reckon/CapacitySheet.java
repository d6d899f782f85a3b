package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.server.risk.reckon.MetricQuery.Side;
import dev.evenkeel.server.risk.reckon.Readings.Asked;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the target needs and what there is, typed in or where it can be read. */
public record CapacitySheet(List<Row> rows) {
  public CapacitySheet {
    rows = List.copyOf(rows);
  }

  public static final CapacitySheet EMPTY = new CapacitySheet(List.of());

  /** What is counted. */
  public enum Resource {
    CPU("cores"),
    MEMORY("GiB"),
    DISK("GiB");

    private final String unit;

    Resource(String unit) {
      this.unit = unit;
    }

    public String unit() {
      return unit;
    }
  }

  /**
   * @param needed by the target version, at its busiest
   * @param there what it may use
   * @param thereRead where that is read instead
   * @param used of it by what stays beside the target, at its busiest; nothing when left out
   * @param usedRead where that is read instead
   * @param spare percent of what is needed that must be left over
   */
  public record Row(
      Resource resource,
      Optional<Stated> needed,
      Optional<Stated> there,
      Optional<MetricQuery> thereRead,
      Optional<Stated> used,
      Optional<MetricQuery> usedRead,
      Optional<Integer> spare) {

    public static Row empty(Resource resource) {
      return new Row(
          resource,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    Stream<Asked> asked() {
      return Stream.concat(
          thereRead.stream().map(query -> new Asked(Side.THERE, query)),
          usedRead.stream().map(query -> new Asked(Side.USED, query)));
    }
  }

  public Row row(Resource resource) {
    return rows.stream()
        .filter(row -> row.resource() == resource)
        .findFirst()
        .orElseGet(() -> Row.empty(resource));
  }

  /** All that is to be read. */
  public Set<Asked> asked() {
    return rows.stream().flatMap(Row::asked).collect(Collectors.toUnmodifiableSet());
  }
}
