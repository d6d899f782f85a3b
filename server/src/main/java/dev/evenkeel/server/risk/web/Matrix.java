package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.risk.Finding;
import dev.evenkeel.server.risk.RiskRegister.Spread;
import dev.evenkeel.server.risk.reckon.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Open risks by likelihood and impact.
 *
 * @param rows the largest impact first
 */
record Matrix(List<Row> rows) {

  record Row(int impact, List<Cell> cells) {}

  /**
   * All open risks of one likelihood and impact.
   *
   * @param titles of the first of them
   */
  record Cell(int likelihood, int impact, int amount, List<String> titles) {
    public String severity() {
      return Severity.of(likelihood, impact).name().toLowerCase(Locale.ROOT);
    }

    /** How many are not told by their titles. */
    public int more() {
      return amount - titles.size();
    }
  }

  static Matrix of(Stream<Spread> spread) {
    Map<Integer, Spread> taken =
        spread.collect(Collectors.toMap(one -> key(one.likelihood(), one.impact()), one -> one));
    return new Matrix(
        IntStream.rangeClosed(Severity.LEAST, Severity.MOST)
            .map(n -> Severity.MOST + 1 - n)
            .mapToObj(impact ->
                new Row(
                    impact,
                    IntStream.rangeClosed(Severity.LEAST, Severity.MOST)
                        .mapToObj(likelihood ->
                            cell(
                                taken.getOrDefault(
                                    key(likelihood, impact),
                                    new Spread(likelihood, impact, 0, List.of()))))
                        .toList()))
            .toList());
  }

  /** Of risks that are at hand. */
  static Stream<Spread> spread(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::isOpen)
        .collect(Collectors.groupingBy(one -> key(one.likelihood(), one.impact())))
        .values()
        .stream()
        .map(alike ->
            new Spread(
                alike.getFirst().likelihood(),
                alike.getFirst().impact(),
                alike.size(),
                alike.stream().limit(Spread.TITLES).map(Finding::title).toList()));
  }

  private static Cell cell(Spread spread) {
    return new Cell(spread.likelihood(), spread.impact(), spread.amount(), spread.titles());
  }

  private static int key(int likelihood, int impact) {
    return likelihood * (Severity.MOST + 1) + impact;
  }
}
