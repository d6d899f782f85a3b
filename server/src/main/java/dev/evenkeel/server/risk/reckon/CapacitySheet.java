package dev.evenkeel.server.risk.reckon;

import java.util.List;
import java.util.Optional;

/** What the target needs and what there is, as somebody has typed it in. */
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
   * @param spare percent of what is needed that must be left over
   */
  public record Row(
      Resource resource,
      Optional<Stated> needed,
      Optional<Stated> there,
      Optional<Integer> spare) {}
}
