package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Ranking;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Systems that no product was found for: one row for all that say the same of themselves. */
final class Unmatched {
  private Unmatched() {}

  /**
   * What they say.
   *
   * @param said the words a correction is kept for
   * @param systems how many say so
   * @param one of them
   */
  record Row(String said, int systems, String one) {
    private Row another() {
      return new Row(said, systems + 1, one);
    }
  }

  /** What most say first, then by the words. */
  static List<Row> in(Ranking ranking) {
    Map<String, Row> rows = new HashMap<>();
    ranking
        .withoutProduct()
        .forEach(node -> {
          EstateSystem system = ranking.map().node(node).system().orElseThrow();
          rows.compute(
              said(system),
              (said, row) -> row == null ? new Row(said, 1, system.name()) : row.another());
        });
    return rows.values().stream()
        .sorted(Comparator.comparingInt(Row::systems).reversed().thenComparing(Row::said))
        .toList();
  }

  /** The product in words, else what identifies it in every version, else what it is called. */
  private static String said(EstateSystem system) {
    return system
        .product()
        .or(() -> system.identifiers().stream().findFirst().map(Unmatched::withoutVersion))
        .orElseGet(system::shownAs);
  }

  private static String withoutVersion(String identifier) {
    int at = identifier.startsWith("pkg:") ? identifier.indexOf('@', identifier.indexOf('/')) : -1;
    return at < 0 ? identifier : identifier.substring(0, at);
  }
}
