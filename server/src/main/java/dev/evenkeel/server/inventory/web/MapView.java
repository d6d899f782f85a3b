package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Excerpt;
import dev.evenkeel.estate.map.Layout;
import dev.evenkeel.estate.map.MapSvg;
import dev.evenkeel.estate.map.Node;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of the map as a page draws it.
 *
 * @param centre id of the node in the middle
 * @param all how many nodes the whole map has
 */
record MapView(Optional<String> centre, int all, List<Spot> spots, List<Line> lines) {

  /**
   * A node.
   *
   * @param id such as {@code systems/shop}
   * @param below its second line
   * @param hidden how many neighbours are not shown
   * @param column 0 for the centre, negative to the left
   * @param x its middle in pixels
   */
  record Spot(
      String id,
      String title,
      String below,
      Node.Sort sort,
      Criticality criticality,
      boolean stated,
      String why,
      Optional<String> group,
      int hidden,
      int column,
      double x,
      double y) {}

  /**
   * An edge, from what depends to what it depends on.
   *
   * @param vital whether what depends cannot run without it
   * @param cycle whether it is part of a cycle
   */
  record Line(
      String from,
      String to,
      DependencyType type,
      Optional<String> via,
      boolean vital,
      boolean cycle) {}

  static MapView of(EstateMap map, Optional<Excerpt> excerpt) {
    return excerpt
        .map(part -> of(map, part))
        .orElseGet(() -> new MapView(Optional.empty(), 0, List.of(), List.of()));
  }

  private static MapView of(EstateMap map, Excerpt excerpt) {
    Layout layout = Layout.of(excerpt);
    return new MapView(
        excerpt.nodes().stream().findFirst().map(shown -> id(map.node(shown.node()))),
        map.size(),
        excerpt.nodes().stream().map(shown -> spot(map, shown, layout)).toList(),
        excerpt.edges().stream().map(edge -> line(map, edge)).toList());
  }

  private static Spot spot(EstateMap map, Excerpt.Shown shown, Layout layout) {
    Node node = map.node(shown.node());
    var rating = map.rating(shown.node());
    var place = Objects.requireNonNull(layout.places().get(shown.node()));
    return new Spot(
        id(node),
        node.title(),
        MapSvg.below(map, shown),
        node.sort(),
        rating.criticality(),
        rating.stated(),
        rating.why(),
        node.system().flatMap(EstateSystem::group),
        shown.hidden(),
        shown.column(),
        place.x(),
        place.y());
  }

  private static Line line(EstateMap map, int edge) {
    var dependency = map.dependency(edge);
    return new Line(
        id(map.node(map.graph().from(edge))),
        id(map.node(map.graph().to(edge))),
        dependency.type(),
        dependency.via(),
        map.isVital(edge),
        map.isInCycle(edge));
  }

  static String id(Node node) {
    return node.kind().path() + "/" + node.name();
  }
}
