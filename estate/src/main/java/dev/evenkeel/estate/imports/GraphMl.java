package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Graphs in GraphML. A row is a node or an edge: a node is a system, an edge from one to another
 * says that the first needs the second. An edge without a direction is rejected, since it does not
 * say who needs whom. Data of nodes called like a field of a system is that field, other data a
 * label.
 */
final class GraphMl implements ImportFormat {
  private static final Set<String> FIELDS =
      Set.of("title", "description", "product", "version", "criticality", "location", "type");

  @Override
  public String id() {
    return "graphml";
  }

  @Override
  public String title() {
    return "GraphML";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    return file.head().contains("<graphml");
  }

  @Override
  public Imported read(ImportFile file) {
    Reading reading = new Reading(file);
    XmlFile.each(file, "graphml", reading);
    return reading.all();
  }

  /** One file. */
  private static final class Reading implements XmlFile.Reading {
    private record Edge(String from, String to, String label, Place place) {}

    private final ImportFile file;
    private final Taking taking = new Taking();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, XmlNode> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean directed = true;

    Reading(ImportFile file) {
      this.file = file;
    }

    @Override
    public boolean wants(List<String> path, Map<String, String> attributes) {
      if (path.getLast().equals("graph")) {
        directed = !attributes.getOrDefault("edgedefault", "directed").equals("undirected");
      }
      return Set.of("key", "node", "edge", "hyperedge").contains(path.getLast());
    }

    @Override
    public void take(XmlNode whole) {
      switch (whole.name()) {
        case "key" -> {
          String name = whole.attribute("attr.name");
          keys.put(whole.attribute("id"), name.isEmpty() ? whole.attribute("yfiles.type") : name);
        }
        case "node" -> node(whole);
        case "edge" -> edge(whole);
        default -> taking.passOver("hyperedges");
      }
    }

    private void node(XmlNode node) {
      Place place = file.line(node.line()).in("node '%s'".formatted(node.attribute("id")));
      XmlNode first = nodes.putIfAbsent(node.attribute("id"), node);
      if (node.attribute("id").isEmpty()) {
        nodes.remove("");
        taking.reject(place, "a node", "It has no id.", "Give it one.");
      } else if (first != null) {
        taking.reject(
            place,
            "the node '%s'".formatted(node.attribute("id")),
            "The id stands here a second time; the first is on line %d.".formatted(first.line()),
            "Give each node an id of its own.");
      }
      for (XmlNode inner : node.all("graph")) { // a group of nodes
        inner.all("node").forEach(this::node);
        inner.all("edge").forEach(this::edge);
      }
    }

    private void edge(XmlNode edge) {
      String from = edge.attribute("source");
      String to = edge.attribute("target");
      Place place = file.line(edge.line()).in("edge from '%s' to '%s'".formatted(from, to));
      String says = edge.attribute("directed");
      if (says.isEmpty() ? !directed : !says.equals("true")) {
        taking.reject(
            place,
            "the edge",
            "It has no direction, so it does not say who needs whom.",
            "Export the graph with directed edges.");
      } else {
        edges.add(new Edge(from, to, label(edge), place));
      }
    }

    private String label(XmlNode edge) {
      return data(edge).getOrDefault("type", edge.attribute("label"));
    }

    Imported all() {
      Map<String, List<Patch.Link>> links = new HashMap<>();
      for (Edge edge : edges) {
        String missing =
            !nodes.containsKey(edge.from())
                ? edge.from()
                : nodes.containsKey(edge.to()) ? "" : edge.to();
        if (missing.isEmpty()) {
          links
              .computeIfAbsent(edge.from(), _ -> new ArrayList<>())
              .add(Patch.Link.dependency(edge.to(), type(edge), edge.place()));
        } else {
          taking.reject(
              edge.place(),
              "the edge",
              "There is no node '%s'.".formatted(missing),
              "Add the node, or take the edge out.");
        }
      }
      nodes.forEach((id, node) -> taking.take(patch(id, node, links.getOrDefault(id, List.of()))));
      return taking.all();
    }

    private static Map<String, Object> type(Edge edge) {
      return CsvField.of("dependsOn." + edge.label(), EntryKind.SYSTEM)
          .<Map<String, Object>>map(field -> Map.of("type", field.detail()))
          .orElse(Map.of());
    }

    private Patch patch(String id, XmlNode node, List<Patch.Link> links) {
      Map<String, Object> fields = new LinkedHashMap<>();
      Map<String, Object> labels = new LinkedHashMap<>();
      String[] name = {id};
      data(node)
          .forEach((key, text) -> {
            if (key.equals("name") || key.equals("label")) {
              name[0] = text;
            } else if (FIELDS.contains(key)) {
              fields.put(
                  key,
                  switch (key) {
                    case "type" -> Words.meant(key, text, Map.of("*", ""));
                    case "criticality" -> Words.meant(key, text, Map.of());
                    default -> text;
                  });
            } else {
              labels.put(key, text);
            }
          });
      fields.values().removeIf(""::equals);
      if (!labels.isEmpty()) {
        fields.put("labels", labels);
      }
      return new Patch(
          EntryKind.SYSTEM,
          id,
          name[0],
          fields,
          links,
          file.line(node.line()).in("node '%s'".formatted(id)),
          1 + links.size());
    }

    /** Data by the name of its key; of a drawing the text that stands in it. */
    private Map<String, String> data(XmlNode of) {
      Map<String, String> data = new LinkedHashMap<>();
      for (XmlNode piece : of.all("data")) {
        String key = keys.getOrDefault(piece.attribute("key"), piece.attribute("key"));
        if (!piece.children().isEmpty()) {
          drawn(piece).ifPresent(text -> data.put("label", text));
        } else if (!piece.text().isEmpty() && !key.isEmpty()) {
          data.put(key, piece.text());
        }
      }
      return data;
    }

    /** The label in a drawing of yEd. */
    private static Optional<String> drawn(XmlNode node) {
      return node.some("NodeLabel")
          .or(() -> node.children().stream().flatMap(child -> drawn(child).stream()).findFirst());
    }
  }
}
