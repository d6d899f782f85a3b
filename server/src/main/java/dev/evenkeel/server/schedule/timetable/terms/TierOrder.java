package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which upgrade comes before which, as what runs needs it: what something cannot run without is
 * upgraded before it, so middleware before applications. Others stand between where systems that
 * are not upgraded do; only the nearest are named.
 */
public final class TierOrder {
  private final EstateMap map;
  private final Map<Integer, Set<UpgradeId>> upgradesOf = new HashMap<>();

  /**
   * @param before the upgrade that comes first
   * @param because what needs what
   */
  public record Before(UpgradeId before, String because) {}

  public TierOrder(EstateMap map, Collection<Upgrade> upgrades) {
    this.map = map;
    for (Upgrade upgrade : upgrades) {
      for (String system : upgrade.terms().systems()) {
        node(system)
            .ifPresent(node ->
                upgradesOf.computeIfAbsent(node, n -> new LinkedHashSet<>()).add(upgrade.id()));
      }
    }
  }

  private Optional<Integer> node(String system) {
    return map.find(new Document.Key(EntryKind.SYSTEM, system));
  }

  /** What should come before an upgrade. Of two that need each other, neither does. */
  public List<Before> before(Upgrade upgrade) {
    List<Before> found = new ArrayList<>();
    Set<UpgradeId> named = new HashSet<>(Set.of(upgrade.id()));
    for (String system : upgrade.terms().systems()) {
      node(system)
          .ifPresent(start -> {
            for (int node : nearest(start, upgrade.id())) {
              for (UpgradeId id : upgradesOf.getOrDefault(node, Set.of())) {
                if (!leadsTo(node, upgrade) && named.add(id)) {
                  found.add(
                      new Before(
                          id,
                          "%s needs %s"
                              .formatted(map.node(start).title(), map.node(node).title())));
                }
              }
            }
          });
    }
    return found;
  }

  /** What is needed and upgraded, without what lies behind that. */
  private List<Integer> nearest(int start, UpgradeId own) {
    List<Integer> found = new ArrayList<>();
    Set<Integer> seen = new HashSet<>(Set.of(start));
    ArrayDeque<Integer> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      for (int node : needs(next.remove())) {
        if (seen.add(node)) {
          Set<UpgradeId> here = upgradesOf.getOrDefault(node, Set.of());
          if (here.stream().anyMatch(id -> !id.equals(own))) {
            found.add(node);
          } else {
            next.add(node);
          }
        }
      }
    }
    return found;
  }

  private boolean leadsTo(int from, Upgrade upgrade) {
    Set<Integer> wanted = new HashSet<>();
    upgrade.terms().systems().forEach(system -> node(system).ifPresent(wanted::add));
    Set<Integer> seen = new HashSet<>(Set.of(from));
    ArrayDeque<Integer> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      for (int node : needs(next.remove())) {
        if (wanted.contains(node)) {
          return true;
        }
        if (seen.add(node)) {
          next.add(node);
        }
      }
    }
    return false;
  }

  private List<Integer> needs(int node) {
    var edges = map.graph().dependencies();
    List<Integer> needs = new ArrayList<>();
    for (int place = edges.first(node); place < edges.end(node); place++) {
      if (map.isVital(edges.edge(place))) {
        needs.add(edges.neighbour(place));
      }
    }
    return needs;
  }
}
