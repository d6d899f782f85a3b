package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.Entry;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.graph.DependencyGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How critical systems would be if others stood in the estate. Of each system that is put only what
 * its rating is made of is kept: a large import need never be whole in memory.
 */
public final class RatingsAhead {
  private final Estate estate;
  private final Map<String, Slim> put = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** A node without what ratings are not made of. */
  private record Slim(RatingFacts facts, String[] needs, byte[] types) {}

  public RatingsAhead(Estate estate) {
    this.estate = estate;
  }

  /** As if a system stood in the estate, in the place of the one of its name. */
  public void put(EstateSystem system) {
    put.put(once(system.name()), slim(system));
  }

  private Slim slim(Entry entry) {
    List<Dependency> all = EstateMap.needs(entry);
    String[] needs = new String[all.size()];
    byte[] types = new byte[all.size()];
    for (int need = 0; need < needs.length; need++) {
      needs[need] = once(all.get(need).system());
      types[need] = (byte) all.get(need).type().ordinal();
    }
    return new Slim(RatingFacts.of(entry), needs, types);
  }

  /** The text that was there before, if it was: many need the same. */
  private String once(String name) {
    return names.computeIfAbsent(name, same -> same);
  }

  /** Of every system, by name. The nodes stand as on the map, so that the reasons are the same. */
  public Map<String, Rating> systems() {
    Map<String, Slim> systems = new TreeMap<>();
    systems.putAll(put);
    estate
        .all(EntryKind.SYSTEM)
        .forEach((name, document) -> systems.computeIfAbsent(name, _ -> slim(document.entry())));
    Map<String, Integer> numbers = new HashMap<>();
    systems.keySet().forEach(name -> numbers.put(name, numbers.size()));
    List<Slim> nodes = new ArrayList<>(systems.values());
    List<String> called = new ArrayList<>(systems.keySet());
    for (EntryKind kind : List.of(EntryKind.USER_GROUP, EntryKind.WORKFLOW)) {
      estate
          .all(kind)
          .forEach((name, document) -> {
            nodes.add(slim(document.entry()));
            called.add(name);
          });
    }
    DependencyGraph.Builder edges = DependencyGraph.of(called);
    for (int node = 0; node < nodes.size(); node++) {
      Slim slim = nodes.get(node);
      for (int need = 0; need < slim.needs().length; need++) {
        Integer needed = numbers.get(slim.needs()[need]);
        if (needed != null) {
          edges.edge(node, needed, slim.types()[need]);
        }
      }
    }
    List<Rating> ratings =
        Ratings.of(nodes.stream().map(Slim::facts).toList(), edges.build().dependencies());
    Map<String, Rating> found = new HashMap<>();
    numbers.forEach((name, node) -> found.put(name, ratings.get(node)));
    return found;
  }
}
