package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.risk.Finding;
import dev.evenkeel.server.risk.reckon.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Open risks by likelihood and impact.
 *
 * @param rows the largest impact first
 */
record Matrix(List<Row> rows) {

  record Row(int impact, List<Cell> cells) {}

  /** All open risks of one likelihood and impact. */
  record Cell(int likelihood, int impact, List<String> titles) {
    public int amount() {
      return titles.size();
    }

    public String severity() {
      return Severity.of(likelihood, impact).name().toLowerCase(Locale.ROOT);
    }
  }

  static Matrix of(List<Finding> findings) {
    List<Finding> open = findings.stream().filter(Finding::isOpen).toList();
    return new Matrix(
        IntStream.rangeClosed(Severity.LEAST, Severity.MOST)
            .map(n -> Severity.MOST + 1 - n)
            .mapToObj(impact ->
                new Row(
                    impact,
                    IntStream.rangeClosed(Severity.LEAST, Severity.MOST)
                        .mapToObj(likelihood -> cell(likelihood, impact, open))
                        .toList()))
            .toList());
  }

  private static Cell cell(int likelihood, int impact, List<Finding> open) {
    return new Cell(
        likelihood,
        impact,
        open.stream()
            .filter(finding -> finding.likelihood() == likelihood && finding.impact() == impact)
            .map(Finding::title)
            .toList());
  }
}
