package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.Entry;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.UserGroup;
import dev.evenkeel.estate.Workflow;
import dev.evenkeel.estate.graph.Adjacency;
import dev.evenkeel.estate.graph.Cycles;
import dev.evenkeel.estate.graph.DependencyGraph;
import dev.evenkeel.estate.graph.Kinds;
import dev.evenkeel.estate.graph.Redundancy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Systems, user groups and workflows with what they need of each other. A node is a number; its
 * kinds of edges are those of {@link DependencyType}. Never changes.
 */
public final class EstateMap {
  private final List<Node> nodes;
  private final List<Dependency> dependencies;
  private final Map<String, Integer> systems;
  private final Map<String, Integer> userGroups;
  private final Map<String, Integer> workflows;
  private final DependencyGraph graph;
  private final Redundancy redundancy;
  private final List<Rating> ratings;
  private final Cycles cycles;
  private final int[] cycleOf;
  private final long[] users;
  private final BitSet inGroups = new BitSet();

  private EstateMap(Estate estate) {
    nodes = new ArrayList<>();
    systems = new HashMap<>();
    userGroups = new HashMap<>();
    workflows = new HashMap<>();
    for (EntryKind kind : List.of(EntryKind.SYSTEM, EntryKind.USER_GROUP, EntryKind.WORKFLOW)) {
      estate.all(kind).values().forEach(document -> add(Node.of(document.entry())));
    }
    int described = nodes.size();
    for (int node = 0; node < described; node++) {
      needs(nodes.get(node).entry().orElseThrow())
          .forEach(need -> {
            if (!systems.containsKey(need.system())) {
              add(Node.missing(need.system()));
            }
          });
    }
    dependencies = new ArrayList<>();
    DependencyGraph.Builder edges = DependencyGraph.of(nodes.stream().map(Node::name).toList());
    for (int node = 0; node < described; node++) {
      for (Dependency need : needs(nodes.get(node).entry().orElseThrow())) {
        edges.edge(node, systems.getOrDefault(need.system(), -1), need.type().ordinal());
        dependencies.add(need);
      }
    }
    graph = edges.build();
    users = nodes.stream().mapToLong(Node::users).toArray();
    List<List<Integer>> groups = groups();
    groups.forEach(group -> group.forEach(inGroups::set));
    redundancy = Redundancy.of(graph, groups);
    ratings = Ratings.of(nodes.stream().map(RatingFacts::of).toList(), graph.dependencies());
    cycles = Cycles.in(graph, Kinds.ALL);
    cycleOf = cycleOfEach();
  }

  private int[] cycleOfEach() {
    int[] number = new int[nodes.size()];
    Arrays.fill(number, -1);
    for (int group = 0; group < cycles.groups().size(); group++) {
      for (int node : cycles.groups().get(group).nodes()) {
        number[node] = group;
      }
    }
    return number;
  }

  public static EstateMap of(Estate estate) {
    return new EstateMap(estate);
  }

  private void add(Node node) {
    switch (node.sort()) {
      case SYSTEM, MISSING -> systems.put(node.name(), nodes.size());
      case USER_GROUP -> userGroups.put(node.name(), nodes.size());
      case WORKFLOW -> workflows.put(node.name(), nodes.size());
    }
    nodes.add(node);
  }

  static List<Dependency> needs(Entry entry) {
    return switch (entry) {
      case EstateSystem system -> system.dependsOn();
      case UserGroup group -> group.dependsOn();
      case Workflow workflow -> workflow.dependsOn();
      default -> List.of();
    };
  }

  private List<List<Integer>> groups() {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int node = 0; node < nodes.size(); node++) {
      int member = node;
      nodes
          .get(node)
          .system()
          .flatMap(EstateSystem::group)
          .ifPresent(group -> groups.computeIfAbsent(group, g -> new ArrayList<>()).add(member));
    }
    return List.copyOf(groups.values());
  }

  public int size() {
    return nodes.size();
  }

  public Node node(int node) {
    return nodes.get(node);
  }

  /** How many people a node stands for; 0 when that is not known. */
  public long users(int node) {
    return users[node];
  }

  /** Whether a node is in a group, so that others stand in for it. */
  public boolean isInGroup(int node) {
    return inGroups.get(node);
  }

  public Rating rating(int node) {
    return ratings.get(node);
  }

  /** The node of a document, or of a system that is missing. */
  public Optional<Integer> find(Document.Key key) {
    return Optional.ofNullable(
        switch (key.kind()) {
          case SYSTEM -> systems.get(key.name());
          case USER_GROUP -> userGroups.get(key.name());
          case WORKFLOW -> workflows.get(key.name());
          default -> null;
        });
  }

  /** What the number of an edge stands for. */
  public Dependency dependency(int edge) {
    return dependencies.get(edge);
  }

  public DependencyGraph graph() {
    return graph;
  }

  public Redundancy redundancy() {
    return redundancy;
  }

  /** Who needs each other in cycles. */
  public Cycles cycles() {
    return cycles;
  }

  /** Whether a dependency is of a type that what depends cannot run without. */
  public boolean isVital(int edge) {
    return Ratings.VITAL.contains(dependency(edge).type());
  }

  /** Whether a dependency is part of a cycle. */
  public boolean isInCycle(int edge) {
    int from = graph.from(edge);
    int to = graph.to(edge);
    return from == to || cycleOf[from] >= 0 && cycleOf[from] == cycleOf[to];
  }

  /** What a node needs, by name. */
  public List<Link> needsOf(int node) {
    return links(graph.dependencies(), node, Integer.MAX_VALUE);
  }

  /** What needs a node, by name, no more than wanted. */
  public List<Link> neededBy(int node, int most) {
    return links(graph.dependents(), node, most);
  }

  /** How many edges lead to a node. */
  public int dependents(int node) {
    return graph.dependents().end(node) - graph.dependents().first(node);
  }

  private List<Link> links(Adjacency edges, int node, int most) {
    return IntStream.range(edges.first(node), edges.end(node))
        .limit(most)
        .mapToObj(place ->
            new Link(
                edges.neighbour(place),
                nodes.get(edges.neighbour(place)),
                dependencies.get(edges.edge(place))))
        .toList();
  }

  /** A dependency seen from one of its ends: what stands at the other. */
  public record Link(int place, Node node, Dependency dependency) {}
}
