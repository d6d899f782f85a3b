package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.risk.Finding;
import dev.evenkeel.server.risk.reckon.Severity;
import java.util.List;

/** The risks of an upgrade by how much they want to be looked at; each in the order they came. */
record Shelves(List<Finding> high, List<Finding> medium, List<Finding> low, List<Finding> settled) {

  static Shelves of(List<Finding> findings) {
    return new Shelves(
        open(findings, Severity.HIGH),
        open(findings, Severity.MEDIUM),
        open(findings, Severity.LOW),
        findings.stream().filter(finding -> !finding.isOpen()).toList());
  }

  private static List<Finding> open(List<Finding> findings, Severity severity) {
    return findings.stream()
        .filter(finding -> finding.isOpen() && finding.severity() == severity)
        .toList();
  }
}
