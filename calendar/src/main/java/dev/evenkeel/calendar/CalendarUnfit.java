package dev.evenkeel.calendar;

import java.util.List;
import java.util.stream.Collectors;

/** A calendar that cannot be used as it is written; says all that is wrong with it at once. */
public final class CalendarUnfit extends RuntimeException {
  private final List<Finding> findings;

  public CalendarUnfit(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  public CalendarUnfit(Finding finding) {
    this(List.of(finding));
  }

  public List<Finding> findings() {
    return findings;
  }
}
