package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.graph.Adjacency;
import dev.evenkeel.estate.map.RatingFacts.Proposed;
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
  private static final DependencyType[] TYPES = DependencyType.values();

  /** What a system cannot run without. */
  static final Set<DependencyType> VITAL =
      EnumSet.of(
          DependencyType.CALLS, DependencyType.DATA, DependencyType.RUNS_ON, DependencyType.USERS);

  private final List<RatingFacts> facts;
  private final Adjacency needs;
  private final @Nullable Proposed[] found;

  private Ratings(List<RatingFacts> facts, Adjacency needs) {
    this.facts = facts;
    this.needs = needs;
    this.found = new Proposed[facts.size()];
  }

  /**
   * @param facts of each node
   * @param needs what each node depends on; the kinds of edges are those of {@link DependencyType}
   */
  static List<Rating> of(List<RatingFacts> facts, Adjacency needs) {
    Ratings ratings = new Ratings(facts, needs);
    for (int node = 0; node < facts.size(); node++) {
      ratings.found[node] = facts.get(node).alone();
    }
    ratings.spread(Criticality.RED);
    ratings.spread(Criticality.YELLOW);
    List<Rating> all = new ArrayList<>(facts.size());
    for (int node = 0; node < facts.size(); node++) {
      all.add(ratings.rating(node));
    }
    return List.copyOf(all);
  }

  private Rating rating(int node) {
    Proposed proposed = get(node);
    Optional<Criticality> stated = stated(node);
    return new Rating(
        stated.orElse(proposed.criticality()),
        stated.isPresent(),
        proposed.criticality(),
        proposed.why());
  }

  private Optional<Criticality> stated(int node) {
    return facts.get(node).stated();
  }

  private Criticality counting(int node) {
    return stated(node).orElse(get(node).criticality());
  }

  private Proposed get(int node) {
    return Objects.requireNonNull(found[node]);
  }

  private void spread(Criticality from) {
    Deque<Integer> todo = new ArrayDeque<>();
    for (int node = 0; node < facts.size(); node++) {
      if (counting(node) == from) {
        todo.add(node);
      }
    }
    while (!todo.isEmpty()) {
      int node = todo.remove();
      for (int place = needs.first(node); place < needs.end(node); place++) {
        int needed = needs.neighbour(place);
        Criticality becomes = passedOn(from, TYPES[needs.kind(place)], node, needed);
        if (becomes.worseThan(get(needed).criticality())) {
          Criticality before = counting(needed);
          found[needed] = new Proposed(becomes, why(becomes, node));
          if (before != from && counting(needed) == from) {
            todo.add(needed);
          }
        }
      }
    }
  }

  private Criticality passedOn(Criticality from, DependencyType need, int node, int needed) {
    boolean vital = facts.get(node).people() || VITAL.contains(need);
    return vital && !facts.get(needed).inGroup() ? from : less(from);
  }

  private static Criticality less(Criticality criticality) {
    return criticality == Criticality.RED ? Criticality.YELLOW : Criticality.GREEN;
  }

  private String why(Criticality becomes, int node) {
    String title = facts.get(node).title();
    return becomes == counting(node)
        ? title + " needs it"
        : title + " needs it, though not for everything, or others stand in for it";
  }
}
