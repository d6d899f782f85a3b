package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The release lines of a product in the order of their versions. Sources list them by date, which
 * is another order where old lines are still cared for. Lines without a number (code names) have no
 * place here.
 */
record LinesInOrder(List<Placed> lines) {

  /** A line and its place. */
  record Placed(ReleaseLine line, Version version) {
    String name() {
      return line.name();
    }

    boolean longTerm() {
      return line.lts().flagged() || line.lts().from().isPresent();
    }
  }

  static LinesInOrder of(Product product) {
    var lines = new ArrayList<Placed>();
    for (var line : product.lines()) {
      Version.ofProduct(line.name()).ifPresent(version -> lines.add(new Placed(line, version)));
    }
    lines.sort(Comparator.comparing(Placed::version));
    return new LinesInOrder(List.copyOf(lines));
  }

  /** The oldest first; none when the line itself has no place. */
  List<ReleaseLine> after(ReleaseLine line) {
    return Version.ofProduct(line.name())
        .map(own ->
            lines.stream()
                .filter(placed -> placed.version().compareTo(own) > 0)
                .map(Placed::line)
                .toList())
        .orElse(List.of());
  }
}
