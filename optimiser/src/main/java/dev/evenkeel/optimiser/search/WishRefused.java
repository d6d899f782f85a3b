package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.explain.Telling;
import dev.evenkeel.optimiser.timetable.Assignment;
import java.util.List;
import java.util.stream.Collectors;

/** Pins that no timetable can keep; names each with all that keeps it from where it should be. */
public final class WishRefused extends RuntimeException {

  /**
   * A pin that cannot be.
   *
   * @param says why, in a sentence with slots
   * @param obstacles the rules it breaks, by itself or with other pins; empty when it is not in the
   *     problem at all
   */
  public record Finding(Assignment pin, String says, List<Obstacle> obstacles) {
    public Finding {
      obstacles = List.copyOf(obstacles);
    }

    static Finding of(Assignment pin, List<Obstacle> obstacles) {
      return new Finding(pin, says(pin, obstacles, Telling.SLOTS), obstacles);
    }

    /** Why, in a sentence. */
    public String says(Telling telling) {
      return obstacles.isEmpty() ? says : says(pin, obstacles, telling);
    }

    private static String says(Assignment pin, List<Obstacle> obstacles, Telling telling) {
      return "%s cannot stand at %s, %s: %s."
          .formatted(
              pin.upgrade(),
              telling.at(pin.start()),
              pin.mode(),
              obstacles.stream()
                  .map(one -> one.says(telling))
                  .collect(Collectors.joining("; and ")));
    }
  }

  private final List<Finding> findings;

  WishRefused(List<Finding> findings) {
    super(findings.stream().map(Finding::says).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** One for each pin. */
  public List<Finding> findings() {
    return findings;
  }
}
