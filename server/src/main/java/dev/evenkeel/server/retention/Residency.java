package dev.evenkeel.server.retention;

import dev.evenkeel.estate.Sensitivity;
import java.util.List;

/**
 * In which regions data of a kind may be.
 *
 * @param regions anywhere when there is none
 * @param version 0 while nobody said anything
 */
public record Residency(Sensitivity data, List<String> regions, long version) {
  public Residency {
    regions = List.copyOf(regions);
  }
}
