package dev.evenkeel.runbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in one file. */
public final class Findings {
  private final String file;
  private final List<Finding> all = new ArrayList<>();
  private final Set<Where> settled = new HashSet<>();

  public Findings(String file) {
    this.file = file;
  }

  /**
   * Adds a finding, unless its place is {@linkplain #settle settled}.
   *
   * @param message what is wrong, with the values
   * @param wayOut what to do about it
   */
  public void add(Rule rule, Where where, String message, String wayOut) {
    if (!settled.contains(where)) {
      all.add(new Finding(rule.severity(), rule.id(), file, where, message, wayOut));
    }
  }

  /** Takes over what was found elsewhere; the file is named as here. */
  public void add(Finding found) {
    all.add(
        new Finding(
            found.severity(), found.rule(), file, found.where(), found.message(), found.wayOut()));
  }

  /**
   * Declares all to be said about a place: what stands there is wrong, so whatever would follow
   * from it is not worth a finding of its own.
   */
  public void settle(Where where) {
    settled.add(where);
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
        .distinct()
        .toList();
  }
}
