package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Workflow;
import dev.evenkeel.estate.map.Blast;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Node;
import dev.evenkeel.server.plan.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the map says of the systems of an upgrade, together.
 *
 * @param criticality the worst of them
 * @param dependencies direct ones, both ways
 * @param systemsHit other systems that do not work while they are away
 * @param customersFeel how many of those are red
 * @param users people who feel it, at least
 * @param cycle whether one of them depends on itself over others
 * @param toleranceMinutes how long the least patient core workflow that is hit may be blocked
 * @param toleranceOf that workflow
 * @param experts whether somebody knows each of them inside out
 * @param holdsData whether one of them holds data, or others use its data
 */
public record Surroundings(
    Criticality criticality,
    long dependencies,
    long systemsHit,
    long customersFeel,
    long users,
    boolean cycle,
    Optional<Long> toleranceMinutes,
    Optional<String> toleranceOf,
    boolean experts,
    boolean holdsData) {

  /**
   * @param blast who feels it while they are away
   */
  public static Surroundings of(Terms terms, EstateMap map, Blast blast) {
    List<Integer> nodes = nodes(terms, map);
    Map<Integer, Node> hit =
        blast.hits().stream()
            .filter(Blast.Hit::isHit)
            .collect(Collectors.toMap(Blast.Hit::place, Blast.Hit::node));
    Optional<Workflow> patient =
        hit.values().stream()
            .flatMap(node -> node.entry().stream())
            .filter(Workflow.class::isInstance)
            .map(Workflow.class::cast)
            .filter(Workflow::core)
            .min(Comparator.comparing(Workflow::longestBlock).thenComparing(Workflow::name));
    List<EstateSystem> systems =
        nodes.stream().flatMap(node -> map.node(node).system().stream()).toList();
    return new Surroundings(
        Probes.worst(terms, map),
        nodes.stream().mapToLong(node -> map.needsOf(node).size() + map.dependents(node)).sum(),
        hit.values().stream().filter(node -> node.sort() == Node.Sort.SYSTEM).count(),
        hit.entrySet().stream()
            .filter(entry -> entry.getValue().sort() == Node.Sort.SYSTEM)
            .filter(entry -> map.rating(entry.getKey()).criticality() == Criticality.RED)
            .count(),
        blast.users(),
        nodes.stream().anyMatch(node -> Chains.from(map, node).cycle().isPresent()),
        patient.map(workflow -> workflow.longestBlock().toMinutes()),
        patient.map(Workflow::shownAs),
        systems.size() == terms.systems().size()
            && systems.stream().noneMatch(system -> system.experts().isEmpty()),
        Stream.concat(
                systems.stream().map(system -> !system.holds().isEmpty()),
                nodes.stream()
                    .flatMap(node -> map.neededBy(node, Integer.MAX_VALUE).stream())
                    .map(link ->
                        link.dependency().type() == dev.evenkeel.estate.DependencyType.DATA))
            .anyMatch(Boolean::booleanValue));
  }

  /** Who feels it while all systems of an upgrade are away at the same time. */
  public static Blast blast(Terms terms, EstateMap map) {
    return Blast.of(map, nodes(terms, map).stream().mapToInt(Integer::intValue).toArray());
  }

  private static List<Integer> nodes(Terms terms, EstateMap map) {
    return terms.systems().stream()
        .flatMap(name -> map.find(new Document.Key(EntryKind.SYSTEM, name)).stream())
        .toList();
  }
}
