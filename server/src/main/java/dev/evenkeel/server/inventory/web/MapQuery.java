package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.graph.Kinds;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Excerpt;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the map a reader wants to see.
 *
 * @param centre {@code systems/shop}, or just {@code shop}; when empty, what a map {@link Opening
 *     opens} on
 * @param hops how far to look around the centre
 * @param open what was opened from there, named as the centre
 * @param most how many nodes to show
 * @param through kinds of dependencies; all when empty
 */
record MapQuery(
    @Nullable String centre,
    @Nullable Integer hops,
    @Nullable List<String> open,
    @Nullable Integer most,
    @Nullable List<DependencyType> through) {
  private static final int FARTHEST = 20;
  private static final int USUAL = 50;

  /** The part of the map; empty when there is nothing in the estate. */
  Optional<Excerpt> of(EstateMap map) {
    return middle(map)
        .map(node ->
            Excerpt.around(
                map,
                node,
                Math.clamp(hops == null ? 1 : hops, 1, FARTHEST),
                open == null
                    ? List.of()
                    : open.stream().flatMap(name -> find(map, name).stream()).toList(),
                kinds(),
                most == null ? USUAL : most));
  }

  private Kinds kinds() {
    return through == null || through.isEmpty()
        ? Kinds.ALL
        : Kinds.of(through.stream().mapToInt(DependencyType::ordinal).toArray());
  }

  private Optional<Integer> middle(EstateMap map) {
    return centre == null || centre.isBlank()
        ? Opening.weightiest(map)
        : Optional.of(node(map, centre));
  }

  boolean isAsked() {
    return centre != null && !centre.isBlank();
  }

  /** The same, around something else. */
  MapQuery around(String other) {
    return new MapQuery(other, hops, open, most, through);
  }

  /**
   * @throws Refused when there is none of that name
   */
  static int node(EstateMap map, String name) {
    return find(map, name)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND,
                "There is no '%s' on the map of the estate.".formatted(name)));
  }

  static Optional<Integer> find(EstateMap map, String name) {
    int slash = name.indexOf('/');
    EntryKind kind =
        slash < 0
            ? EntryKind.SYSTEM
            : EntryKind.ofPath(name.substring(0, slash)).orElse(EntryKind.SYSTEM);
    return map.find(new Document.Key(kind, name.substring(slash + 1).strip()));
  }
}
