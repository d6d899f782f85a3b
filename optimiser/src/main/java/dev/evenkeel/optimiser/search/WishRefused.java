package dev.evenkeel.optimiser.search;

import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.timetable.Assignment;
import java.util.List;
import java.util.stream.Collectors;

/** Pins that no timetable can keep; names each with all that keeps it from where it should be. */
public final class WishRefused extends RuntimeException {

  /**
   * A pin that cannot be.
   *
   * @param says why, in sentences
   * @param obstacles the rules it breaks, by itself or with other pins
   */
  public record Finding(Assignment pin, String says, List<Obstacle> obstacles) {
    public Finding {
      obstacles = List.copyOf(obstacles);
    }

    static Finding of(Assignment pin, List<Obstacle> obstacles) {
      return new Finding(
          pin,
          "%s cannot be in slot %d, %s: %s."
              .formatted(
                  pin.upgrade(),
                  pin.start(),
                  pin.mode(),
                  obstacles.stream().map(Obstacle::says).collect(Collectors.joining("; and "))),
          obstacles);
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
