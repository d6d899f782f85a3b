package dev.evenkeel.calendar;

import java.util.List;

/**
 * What a recurrence comes to in a range.
 *
 * @param occurrences that meet the range, in order, each whole
 * @param findings warnings: times that do not exist or come twice, overlaps, no occurrence at all
 */
public record Expansion(List<Occurrence> occurrences, List<Finding> findings) {
  public Expansion {
    occurrences = List.copyOf(occurrences);
    findings = List.copyOf(findings);
  }

  public List<Span> spans() {
    return occurrences.stream().map(Occurrence::span).toList();
  }
}
