package dev.evenkeel.estate.map;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.Excerpt.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Where each node of an excerpt stands.
 *
 * <ol>
 *   <li>Columns as the excerpt has them; a long one becomes several side by side.
 *   <li>Within a column by the mean height of the neighbours, swept a few times from the centre
 *       outwards and back (the barycentre method, Sugiyama, Tagawa and Toda 1981); members of a
 *       redundancy group stay together.
 *   <li>Columns are centred on the height of the centre.
 * </ol>
 *
 * O((nodes + edges) × log nodes). The same excerpt always looks the same.
 *
 * @param places by node
 */
public record Layout(Map<Integer, Place> places) {
  /** Size of a node, and from one to the next, in pixels. */
  public static final int WIDTH = 190;

  public static final int HEIGHT = 44;
  private static final int ACROSS = 270;
  private static final int ASIDE = 206;
  private static final int DOWN = 58;
  private static final int SWEEPS = 4;
  private static final int SHORTEST_COLUMN = 14;

  public Layout {
    places = Map.copyOf(places);
  }

  /** The middle of a node, in pixels; the centre of the map is somewhere around 0, 0. */
  public record Place(double x, double y) {}

  public static Layout of(Excerpt excerpt) {
    Map<Integer, List<Integer>> neighbours = neighbours(excerpt);
    TreeMap<Integer, List<Integer>> columns = new TreeMap<>();
    for (Shown shown : excerpt.nodes()) {
      columns.computeIfAbsent(shown.column(), column -> new ArrayList<>()).add(shown.node());
    }
    Map<Integer, Double> heights = new HashMap<>();
    columns.values().forEach(column -> settle(column, heights));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int column : fromTheCentre(columns)) {
        List<Integer> nodes = columns.getOrDefault(column, List.of());
        nodes.sort(byMeanHeight(excerpt.map(), nodes, neighbours, heights));
        settle(nodes, heights);
      }
    }
    return new Layout(placed(columns));
  }

  private static List<Integer> fromTheCentre(TreeMap<Integer, List<Integer>> columns) {
    return columns.keySet().stream()
        .sorted(Comparator.comparingInt((Integer column) -> Math.abs(column)))
        .toList();
  }

  private static Map<Integer, List<Integer>> neighbours(Excerpt excerpt) {
    Map<Integer, List<Integer>> neighbours = new HashMap<>();
    for (int edge : excerpt.edges()) {
      int from = excerpt.map().graph().from(edge);
      int to = excerpt.map().graph().to(edge);
      neighbours.computeIfAbsent(from, node -> new ArrayList<>()).add(to);
      neighbours.computeIfAbsent(to, node -> new ArrayList<>()).add(from);
    }
    return neighbours;
  }

  private static void settle(List<Integer> column, Map<Integer, Double> heights) {
    for (int row = 0; row < column.size(); row++) {
      heights.put(column.get(row), row - (column.size() - 1) / 2.0);
    }
  }

  private static Comparator<Integer> byMeanHeight(
      EstateMap map,
      List<Integer> column,
      Map<Integer, List<Integer>> neighbours,
      Map<Integer, Double> heights) {
    Map<Integer, Double> means = new HashMap<>();
    for (int node : column) {
      OptionalDouble mean =
          neighbours.getOrDefault(node, List.of()).stream()
              .filter(other -> other != node)
              .mapToDouble(other -> heights.getOrDefault(other, 0.0))
              .average();
      means.put(node, mean.orElse(heights.getOrDefault(node, 0.0)));
    }
    Map<String, Double> ofGroups = new HashMap<>();
    for (int node : column) {
      group(map, node)
          .ifPresent(group -> ofGroups.merge(group, means.getOrDefault(node, 0.0), Math::min));
    }
    return Comparator.comparingDouble((Integer node) ->
            group(map, node)
                .map(group -> ofGroups.getOrDefault(group, 0.0))
                .orElseGet(() -> means.getOrDefault(node, 0.0)))
        .thenComparing(node -> group(map, node).orElse(""))
        .thenComparing(node -> map.node(node).name());
  }

  static Optional<String> group(EstateMap map, int node) {
    return map.node(node).system().flatMap(EstateSystem::group);
  }

  private static Map<Integer, Place> placed(TreeMap<Integer, List<Integer>> columns) {
    Map<Integer, Place> places = new HashMap<>();
    double right = 0;
    for (var column : columns.tailMap(0, true).entrySet()) {
      right += place(column.getValue(), right, 1, places) + ACROSS;
    }
    double left = -ACROSS;
    for (var column : columns.headMap(0, false).descendingMap().entrySet()) {
      left -= place(column.getValue(), left, -1, places) + ACROSS;
    }
    return places;
  }

  /** Gives how much wider than one node the column has become. */
  private static double place(
      List<Integer> column, double x, int direction, Map<Integer, Place> places) {
    int rows = Math.max(SHORTEST_COLUMN, (int) Math.ceil(Math.sqrt(column.size()) * 1.6));
    int parts = Math.ceilDiv(column.size(), rows);
    int inOne = Math.ceilDiv(column.size(), parts);
    for (int i = 0; i < column.size(); i++) {
      int part = i / inOne;
      int row = i % inOne;
      int inThis = Math.min(inOne, column.size() - part * inOne);
      places.put(
          column.get(i),
          new Place(x + direction * part * ASIDE, (row - (inThis - 1) / 2.0) * DOWN));
    }
    return (double) (parts - 1) * ASIDE;
  }
}
