package dev.evenkeel.runbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in one file. */
public final class Findings {
  private final String file;
  private final List<Finding> all = new ArrayList<>();

  public Findings(String file) {
    this.file = file;
  }

  /**
   * @param message what is wrong, with the values
   * @param wayOut what to do about it
   */
  public void add(Rule rule, Where where, String message, String wayOut) {
    all.add(new Finding(rule.severity(), rule.id(), file, where, message, wayOut));
  }

  public boolean hasErrors() {
    return all.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
  }

  /** In the order of the text. */
  public List<Finding> inOrder() {
    return all.stream()
        .sorted(
            Comparator.comparingInt((Finding finding) -> finding.where().line())
                .thenComparingInt(finding -> finding.where().column()))
        .toList();
  }
}
