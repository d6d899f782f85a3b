package dev.evenkeel.optimiser.problem;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What is upgraded, or feels it.
 *
 * @param criticality money an hour of outage costs for each unit of demand
 * @param dependents who feels it while it is away
 */
public record PlannedSystem(
    String id,
    String name,
    String calendar,
    String profile,
    long criticality,
    List<Dependent> dependents) {
  public PlannedSystem {
    dependents = List.copyOf(dependents);
  }

  /**
   * One that feels it.
   *
   * @param impact thousandths of its own outage
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"system", "impact"})
  public record Dependent(String system, long impact) {}
}
