package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The release lines of a product in the order of their versions. Sources list them by date, which
 * is another order where old lines are still cared for. Lines without a number (code names) have no
 * place here.
 */
record ReleaseLines(List<Line> lines) {

  record Line(Cycle cycle, Version version) {}

  static ReleaseLines of(Product product) {
    var lines = new ArrayList<Line>();
    for (var cycle : product.cycles()) {
      Version.ofProduct(cycle.name()).ifPresent(version -> lines.add(new Line(cycle, version)));
    }
    lines.sort((left, right) -> left.version().compareTo(right.version()));
    return new ReleaseLines(List.copyOf(lines));
  }

  Optional<Line> of(Cycle cycle) {
    return lines.stream().filter(line -> line.cycle().equals(cycle)).findFirst();
  }

  /** The oldest first; by the order of the source where the line itself has no number. */
  List<Cycle> after(Cycle cycle) {
    return of(cycle)
        .map(own ->
            lines.stream()
                .filter(line -> line.version().compareTo(own.version()) > 0)
                .map(Line::cycle)
                .toList())
        .orElse(List.of());
  }
}
