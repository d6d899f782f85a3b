package dev.evenkeel.optimiser.problem;

import java.util.List;

/** A problem or a timetable that cannot be read; says all that is wrong with it at once. */
public final class ProblemUnfit extends RuntimeException {
  private final List<String> findings;

  /**
   * @param findings sentences with the place, and what to do
   */
  public ProblemUnfit(List<String> findings) {
    super(String.join("\n", findings));
    this.findings = List.copyOf(findings);
  }

  /** Sentences with the place, and what to do. */
  public List<String> findings() {
    return findings;
  }
}
