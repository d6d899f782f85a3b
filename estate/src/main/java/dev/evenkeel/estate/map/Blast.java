package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.graph.Affected;
import dev.evenkeel.estate.graph.BlastRadius;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is hit while something is away.
 *
 * @param hits the nearest first, then by name
 * @param users how many people the user groups hit stand for; where no group is hit, how many the
 *     systems hit have at most in one of them, as the same people may use several
 */
public record Blast(int node, List<Hit> hits, long users) {
  public Blast {
    hits = List.copyOf(hits);
  }

  /** One that feels it. */
  public record Hit(int place, Node node, Rating rating, int hops, Affected.Effect effect) {
    public boolean isHit() {
      return effect == Affected.Effect.HIT;
    }
  }

  public static Blast of(EstateMap map, int node) {
    List<Hit> hits =
        BlastRadius.in(map.graph()).given(map.redundancy()).of(node).stream()
            .map(affected ->
                new Hit(
                    affected.node(),
                    map.node(affected.node()),
                    map.rating(affected.node()),
                    affected.hops(),
                    affected.effect()))
            .toList();
    return new Blast(node, hits, users(map.node(node), hits));
  }

  private static long users(Node upgraded, List<Hit> hits) {
    long inGroups =
        hits.stream()
            .filter(hit -> hit.isHit() && hit.node().sort() == Node.Sort.USER_GROUP)
            .mapToLong(hit -> hit.node().users())
            .sum();
    long ofSystems =
        hits.stream()
            .filter(hit -> hit.isHit() && hit.node().sort() == Node.Sort.SYSTEM)
            .mapToLong(hit -> hit.node().users())
            .max()
            .orElse(0);
    return inGroups > 0 ? inGroups : Math.max(ofSystems, upgraded.users());
  }

  /** How many of a sort are hit, or weakened. */
  public long count(Node.Sort sort, Affected.Effect effect) {
    return hits.stream().filter(hit -> hit.node().sort() == sort && hit.effect() == effect).count();
  }

  /** How many systems of a criticality are hit. */
  public long systems(Criticality criticality) {
    return hits.stream()
        .filter(hit ->
            hit.isHit()
                && hit.node().sort() == Node.Sort.SYSTEM
                && hit.rating().criticality() == criticality)
        .count();
  }

  /** The worst that is hit. */
  public Optional<Criticality> worst() {
    return hits.stream()
        .filter(Hit::isHit)
        .map(hit -> hit.rating().criticality())
        .min(Comparator.naturalOrder());
  }
}
