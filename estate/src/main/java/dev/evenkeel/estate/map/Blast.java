package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.graph.Affected;
import dev.evenkeel.estate.graph.BlastRadius;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * Who is hit while something is away. Counted in one go: a hub of a large estate hits nearly all of
 * it, and most readers want the numbers and the nearest few.
 */
public final class Blast {
  private final EstateMap map;
  private final int[] away;
  private final List<Affected> affected;
  private final BitSet hit = new BitSet();
  private final int[] bySort = new int[Node.Sort.values().length * Affected.Effect.values().length];
  private final int[] systems = new int[Criticality.values().length];
  private final int[] ofAnySort = new int[Criticality.values().length];
  private final long users;

  /** One that feels it. */
  public record Hit(int place, Node node, Rating rating, int hops, Affected.Effect effect) {
    public boolean isHit() {
      return effect == Affected.Effect.HIT;
    }
  }

  private Blast(EstateMap map, int... away) {
    this.map = map;
    this.away = away.clone();
    affected = BlastRadius.in(map.graph()).given(map.redundancy()).of(away);
    long inGroups = 0;
    long ofSystems = IntStream.of(away).mapToLong(map::users).max().orElse(0);
    for (Affected one : affected) {
      Node.Sort sort = map.node(one.node()).sort();
      bySort[place(sort, one.effect())]++;
      if (one.effect() == Affected.Effect.HIT) {
        hit.set(one.node());
        int criticality = map.rating(one.node()).criticality().ordinal();
        ofAnySort[criticality]++;
        switch (sort) {
          case SYSTEM -> {
            systems[criticality]++;
            ofSystems = Math.max(ofSystems, map.users(one.node()));
          }
          case USER_GROUP -> inGroups += map.users(one.node());
          case WORKFLOW, MISSING -> {}
        }
      }
    }
    for (int node : away) {
      if (map.node(node).sort() == Node.Sort.SYSTEM) {
        systems[map.rating(node).criticality().ordinal()]++;
      }
    }
    users = Math.max(inGroups, ofSystems);
  }

  /**
   * @param away places of what is away, all of it at the same time
   */
  public static Blast of(EstateMap map, int... away) {
    return new Blast(map, away);
  }

  private static int place(Node.Sort sort, Affected.Effect effect) {
    return sort.ordinal() * Affected.Effect.values().length + effect.ordinal();
  }

  /** Places of what is away. */
  public List<Integer> away() {
    return IntStream.of(away).boxed().toList();
  }

  /** Whether one is hit; answered at once, however many are. */
  public boolean isHit(int place) {
    return hit.get(place);
  }

  /** The nearest first, then by name. */
  public List<Hit> hits() {
    return new Hits();
  }

  /**
   * How many people at least: those the user groups hit stand for, or those of the system that has
   * most, what is away included; the greater, as the same people may stand in both.
   */
  public long users() {
    return users;
  }

  /** How many of a sort are hit, or weakened. */
  public long count(Node.Sort sort, Affected.Effect effect) {
    return bySort[place(sort, effect)];
  }

  /** How many systems of a criticality are hit or away. */
  public long systems(Criticality criticality) {
    return systems[criticality.ordinal()];
  }

  /** The worst that is hit. */
  public Optional<Criticality> worst() {
    for (Criticality criticality : Criticality.values()) {
      if (ofAnySort[criticality.ordinal()] > 0) {
        return Optional.of(criticality);
      }
    }
    return Optional.empty();
  }

  /** Made when looked at. */
  private final class Hits extends AbstractList<Hit> implements RandomAccess {
    @Override
    public Hit get(int place) {
      Affected one = affected.get(place);
      return new Hit(
          one.node(), map.node(one.node()), map.rating(one.node()), one.hops(), one.effect());
    }

    @Override
    public int size() {
      return affected.size();
    }
  }
}
