package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.Excerpt.Shown;
import dev.evenkeel.estate.map.Layout.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Draws an excerpt as SVG that stands by itself: no script, no style from outside. */
public final class MapSvg {
  private static final int MARGIN = 30;
  private static final int LONGEST = 24;

  /** How far lines between the same two nodes bend apart. */
  private static final int APART = 18;

  private MapSvg() {}

  public static String of(Excerpt excerpt) {
    Layout layout = Layout.of(excerpt);
    var xs = layout.places().values().stream().mapToDouble(Place::x).summaryStatistics();
    var ys = layout.places().values().stream().mapToDouble(Place::y).summaryStatistics();
    double left = xs.getMin() - Layout.WIDTH / 2.0 - MARGIN;
    double top = ys.getMin() - Layout.HEIGHT / 2.0 - MARGIN;
    double width = xs.getMax() - xs.getMin() + Layout.WIDTH + 2.0 * MARGIN;
    double height = ys.getMax() - ys.getMin() + Layout.HEIGHT + 2.0 * MARGIN;
    StringBuilder svg = new StringBuilder(1 << 14);
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" width="%s" height="%s" font-family="system-ui, sans-serif" font-size="12">
        <style>
          .edge { fill: none; stroke: #8b98a5; stroke-width: 1.2; marker-end: url(#to); }
          .partly { stroke-dasharray: 5 3; } .cycle { stroke: #8a5a00; stroke-width: 2; }
          rect { stroke-width: 1.5; }
          .red { fill: #fbe6e4; stroke: #b3261e; } .yellow { fill: #fbf0d9; stroke: #8a5a00; } .green { fill: #e2f3e8; stroke: #14713a; }
          .missing { fill: #ffffff; stroke: #56636f; stroke-dasharray: 3 3; }
          .title { font-weight: 600; fill: #1b232b; } .more { fill: #56636f; font-size: 10px; }
        </style>
        <defs><marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="#8b98a5"/></marker></defs>
        <rect x="%s" y="%s" width="%s" height="%s" fill="#ffffff"/>
        """
            .formatted(
                number(left),
                number(top),
                number(width),
                number(height),
                number(width),
                number(height),
                number(left),
                number(top),
                number(width),
                number(height)));
    Map<Set<Integer>, List<Integer>> beside =
        excerpt.edges().stream().collect(Collectors.groupingBy(edge -> ends(excerpt.map(), edge)));
    for (int edge : excerpt.edges()) {
      List<Integer> same = Objects.requireNonNull(beside.get(ends(excerpt.map(), edge)));
      edge(excerpt.map(), edge, layout, (same.indexOf(edge) * 2 - same.size() + 1) * APART, svg);
    }
    for (Shown shown : excerpt.nodes()) {
      node(excerpt.map(), shown, place(layout, shown.node()), svg);
    }
    return svg.append("</svg>\n").toString();
  }

  private static Place place(Layout layout, int node) {
    return Objects.requireNonNull(layout.places().get(node));
  }

  private static Set<Integer> ends(EstateMap map, int edge) {
    return new TreeSet<>(List.of(map.graph().from(edge), map.graph().to(edge)));
  }

  /**
   * @param aside how far the line bends down, so that several between two nodes can be told apart
   */
  private static void edge(EstateMap map, int edge, Layout layout, int aside, StringBuilder svg) {
    Place from = place(layout, map.graph().from(edge));
    Place to = place(layout, map.graph().to(edge));
    double half = Layout.WIDTH / 2.0;
    int side = to.x() >= from.x() ? 1 : -1;
    double x1 = from.x() + side * half;
    double x2 = to.x() - side * half;
    double bend = Math.max(40, Math.abs(x2 - x1) / 2) * side;
    svg.append(
        "<path class=\"%s\" d=\"M%s %sC%s %s %s %s %s %s\"><title>%s</title></path>%n"
            .formatted(
                style(map, edge),
                number(x1),
                number(from.y()),
                number(x1 + bend),
                number(from.y() + aside),
                number(x2 - bend),
                number(to.y() + aside),
                number(x2),
                number(to.y()),
                escaped(need(map, edge))));
  }

  private static String style(EstateMap map, int edge) {
    return "edge" + (map.isVital(edge) ? "" : " partly") + (map.isInCycle(edge) ? " cycle" : "");
  }

  /** Who needs whom, how, and exactly what of it, with the words of documents. */
  private static String need(EstateMap map, int edge) {
    Dependency need = map.dependency(edge);
    return "%s → %s: %s"
        .formatted(
            map.node(map.graph().from(edge)).title(),
            map.node(map.graph().to(edge)).title(),
            need.type().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + need.via().map(via -> " " + via).orElse(""));
  }

  private static void node(EstateMap map, Shown shown, Place place, StringBuilder svg) {
    Node node = map.node(shown.node());
    double x = place.x() - Layout.WIDTH / 2.0;
    double y = place.y() - Layout.HEIGHT / 2.0;
    boolean missing = node.sort() == Node.Sort.MISSING;
    int round = node.sort() == Node.Sort.SYSTEM || missing ? 6 : Layout.HEIGHT / 2;
    svg.append(
        """
        <g><title>%s</title><rect class="%s" x="%s" y="%s" width="%d" height="%d" rx="%d"/>\
        <text class="title" x="%s" y="%s">%s</text><text class="more" x="%s" y="%s">%s</text></g>
        """
            .formatted(
                escaped(node.title()),
                missing ? "missing" : word(map, shown.node()),
                number(x),
                number(y),
                Layout.WIDTH,
                Layout.HEIGHT,
                round,
                number(x + 10),
                number(y + 19),
                escaped(shortened(node.title(), LONGEST)),
                number(x + 10),
                number(y + 34),
                escaped(shortened(below(map, shown), 34))));
  }

  private static String word(EstateMap map, int node) {
    return map.rating(node).criticality().name().toLowerCase(Locale.ROOT);
  }

  /** The second line of a node: how critical it is, and what runs there. */
  public static String below(EstateMap map, Shown shown) {
    Node node = map.node(shown.node());
    String what =
        switch (node.sort()) {
          case MISSING -> "not in the estate";
          case USER_GROUP -> word(map, shown.node()) + " · " + node.users() + " people";
          case WORKFLOW -> word(map, shown.node()) + " · workflow";
          case SYSTEM ->
              (word(map, shown.node()) + " · " + node.system().map(MapSvg::runs).orElse(""))
                  .replaceFirst(" · $", "");
        };
    return shown.hidden() == 0 ? what : what + " · +" + shown.hidden();
  }

  private static String runs(EstateSystem system) {
    return (system.product().orElse("") + " " + system.version().orElse("")).strip();
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
