package dev.evenkeel.server.risk.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.graph.Affected;
import dev.evenkeel.estate.map.Blast;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Who is hit while the systems of an upgrade are away, all of them at the same time.
 *
 * @param title of the upgrade
 * @param systems ids of those of the upgrade that are in the estate, such as {@code systems/shop}
 * @param users how many people at least; 0 when nobody has said
 * @param red systems that are hit or away
 * @param perHour what an hour costs; empty while nobody has given the numbers
 * @param currency of it
 * @param affected how many feel it, of which {@code hits} are the nearest
 */
record ImpactView(
    String title,
    List<String> systems,
    long users,
    long red,
    long yellow,
    long green,
    long workflows,
    Optional<BigDecimal> perHour,
    String currency,
    int affected,
    List<Hit> hits) {

  /**
   * One that feels it.
   *
   * @param effect whether it does not work, or lost one of those that stand in for each other
   */
  record Hit(
      String id,
      String title,
      Node.Sort sort,
      Criticality criticality,
      long users,
      int hops,
      Affected.Effect effect) {

    static Hit of(Blast.Hit hit) {
      return new Hit(
          idOf(hit.node()),
          hit.node().title(),
          hit.node().sort(),
          hit.rating().criticality(),
          hit.node().users(),
          hit.hops(),
          hit.effect());
    }
  }

  /**
   * @param most how many of those that are hit to list
   */
  static ImpactView of(
      String title,
      EstateMap map,
      Blast blast,
      Optional<BigDecimal> perHour,
      String currency,
      int most) {
    return new ImpactView(
        title,
        blast.away().stream().map(place -> idOf(map.node(place))).toList(),
        blast.users(),
        blast.systems(Criticality.RED),
        blast.systems(Criticality.YELLOW),
        blast.systems(Criticality.GREEN),
        blast.count(Node.Sort.WORKFLOW, Affected.Effect.HIT),
        perHour,
        currency,
        blast.hits().size(),
        blast.hits().stream().limit(most).map(Hit::of).toList());
  }

  private static String idOf(Node node) {
    return node.kind().path() + "/" + node.name();
  }
}
