package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Audience;
import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Sensitivity;
import dev.evenkeel.estate.UserGroup;
import dev.evenkeel.estate.Workflow;
import dev.evenkeel.estate.graph.Adjacency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes how critical each node is.
 *
 * <ol>
 *   <li>By itself a system is red when customers work with it, or it holds data of customers or
 *       billing; yellow when staff work with it, it holds other data or has users; else green. A
 *       core workflow and a group of customers are red, other ones yellow.
 *   <li>What something red cannot run without is red too, and so on: over calls, data and runs-on,
 *       and from user groups and workflows over everything. Where others of a group stand in, one
 *       step less: yellow. What it is only called back by, or scripts and rules touch, is yellow.
 *   <li>The same from yellow to green.
 * </ol>
 *
 * What a person states stands, and is what counts for those below. O(nodes + edges).
 */
final class Ratings {
  private static final Set<DependencyType> VITAL =
      EnumSet.of(
          DependencyType.CALLS, DependencyType.DATA, DependencyType.RUNS_ON, DependencyType.USERS);

  private record Found(Criticality criticality, String why) {}

  private final EstateMap map;
  private final @Nullable Found[] found;

  private Ratings(EstateMap map) {
    this.map = map;
    this.found = new Found[map.size()];
  }

  static List<Rating> of(EstateMap map) {
    Ratings ratings = new Ratings(map);
    for (int node = 0; node < map.size(); node++) {
      ratings.found[node] = alone(map.node(node));
    }
    ratings.spread(Criticality.RED);
    ratings.spread(Criticality.YELLOW);
    List<Rating> all = new ArrayList<>(map.size());
    for (int node = 0; node < map.size(); node++) {
      all.add(ratings.rating(node));
    }
    return List.copyOf(all);
  }

  private Rating rating(int node) {
    Found proposed = get(node);
    Optional<Criticality> stated = stated(node);
    return new Rating(
        stated.orElse(proposed.criticality()),
        stated.isPresent(),
        proposed.criticality(),
        proposed.why());
  }

  private Optional<Criticality> stated(int node) {
    return map.node(node).system().flatMap(EstateSystem::criticality);
  }

  private Criticality counting(int node) {
    return stated(node).orElse(get(node).criticality());
  }

  private Found get(int node) {
    return Objects.requireNonNull(found[node]);
  }

  private static Found alone(Node node) {
    return switch (node.entry().orElse(null)) {
      case EstateSystem system -> alone(system);
      case Workflow workflow when workflow.core() ->
          new Found(Criticality.RED, "the business stops without it");
      case Workflow _ -> new Found(Criticality.YELLOW, "a workflow of the business");
      case UserGroup group when group.audience().filter(Audience.CUSTOMERS::equals).isPresent() ->
          new Found(Criticality.RED, "they are customers");
      case UserGroup _ -> new Found(Criticality.YELLOW, "people work with it");
      case null, default -> new Found(Criticality.GREEN, "nothing is known of it");
    };
  }

  private static Found alone(EstateSystem system) {
    if (system.audience().filter(Audience.CUSTOMERS::equals).isPresent()) {
      return new Found(Criticality.RED, "customers work with it");
    }
    if (system.holds().contains(Sensitivity.CUSTOMER)) {
      return new Found(Criticality.RED, "it holds data of customers");
    }
    if (system.holds().contains(Sensitivity.BILLING)) {
      return new Found(Criticality.RED, "it holds billing data");
    }
    if (system.audience().filter(Audience.STAFF::equals).isPresent()) {
      return new Found(Criticality.YELLOW, "staff work with it");
    }
    if (!system.holds().isEmpty()) {
      return new Found(Criticality.YELLOW, "it holds data");
    }
    if (system.users().filter(users -> users > 0).isPresent()) {
      return new Found(Criticality.YELLOW, "people use it");
    }
    return new Found(Criticality.GREEN, "no reason for more is known");
  }

  private void spread(Criticality from) {
    Deque<Integer> todo = new ArrayDeque<>();
    for (int node = 0; node < map.size(); node++) {
      if (counting(node) == from) {
        todo.add(node);
      }
    }
    Adjacency edges = map.graph().dependencies();
    while (!todo.isEmpty()) {
      int node = todo.remove();
      for (int place = edges.first(node); place < edges.end(node); place++) {
        int needed = edges.neighbour(place);
        Criticality becomes = passedOn(from, map.dependency(edges.edge(place)), node, needed);
        if (becomes.worseThan(get(needed).criticality())) {
          Criticality before = counting(needed);
          found[needed] = new Found(becomes, why(becomes, node));
          if (before != from && counting(needed) == from) {
            todo.add(needed);
          }
        }
      }
    }
  }

  private Criticality passedOn(Criticality from, Dependency need, int node, int needed) {
    boolean standsAlone = !map.isInGroup(needed);
    boolean people = map.node(node).sort() != Node.Sort.SYSTEM;
    boolean vital = people || VITAL.contains(need.type());
    return vital && standsAlone ? from : less(from);
  }

  private static Criticality less(Criticality criticality) {
    return criticality == Criticality.RED ? Criticality.YELLOW : Criticality.GREEN;
  }

  private String why(Criticality becomes, int node) {
    String title = map.node(node).title();
    return becomes == counting(node)
        ? title + " needs it"
        : title + " needs it, though not for everything, or others stand in for it";
  }
}
