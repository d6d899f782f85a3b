package dev.evenkeel.runbook;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a text.
 *
 * @param runbook there when no finding is an error
 * @param findings all of them, in the order of the text
 */
public record Reading(Optional<Runbook> runbook, List<Finding> findings) {
  public Reading {
    findings = List.copyOf(findings);
  }

  public List<Finding> errors() {
    return findings.stream().filter(f -> f.severity() == Finding.Severity.ERROR).toList();
  }
}
