package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.graph.Affected;
import dev.evenkeel.estate.graph.Kinds;
import dev.evenkeel.estate.graph.Paths;
import dev.evenkeel.estate.map.Blast;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.MapSvg;
import dev.evenkeel.estate.map.Node;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The map of the estate over HTTP. */
@RestController
@RequestMapping("/api/map")
@Needs(Right.VIEW)
class MapApi {
  private static final int MOST_PATHS = 20;

  private final EstateBook book;

  MapApi(EstateBook book) {
    this.book = book;
  }

  /**
   * Who is hit while something is away.
   *
   * @param users how many people at least; 0 when nobody has said
   * @param red systems that are hit or away
   * @param affected how many feel it, of which {@code hits} are the nearest
   */
  record BlastView(
      String of,
      long users,
      long red,
      long yellow,
      long green,
      long workflows,
      int affected,
      List<Hit> hits) {}

  /** One that feels it. */
  record Hit(
      String id,
      String title,
      Node.Sort sort,
      Criticality criticality,
      int hops,
      Affected.Effect effect) {}

  /**
   * Ways from one to another, each a list of ids, the shortest first.
   *
   * @param cutOff whether there may be more
   */
  record PathsView(List<List<String>> paths, boolean cutOff) {}

  @GetMapping
  MapView map(MapQuery query) {
    EstateMap map = book.snapshot().map();
    return MapView.of(map, query.of(map));
  }

  @GetMapping("/svg")
  ResponseEntity<String> svg(MapQuery query) {
    EstateMap map = book.snapshot().map();
    String drawn =
        query
            .of(map)
            .map(MapSvg::of)
            .orElseThrow(
                () -> new Refused(Refused.Kind.NOT_FOUND, "There is nothing in the estate yet."));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("image/svg+xml"))
        .header("Content-Disposition", "inline; filename=\"map.svg\"")
        .body(drawn);
  }

  @GetMapping("/{kind}/{name}/blast")
  BlastView blast(
      @PathVariable String kind,
      @PathVariable String name,
      @RequestParam(defaultValue = "1000") int limit) {
    EstateMap map = book.snapshot().map();
    int node = MapQuery.node(map, kind + "/" + name);
    Blast blast = Blast.of(map, node);
    return new BlastView(
        MapView.id(map.node(node)),
        blast.users(),
        blast.systems(Criticality.RED),
        blast.systems(Criticality.YELLOW),
        blast.systems(Criticality.GREEN),
        blast.count(Node.Sort.WORKFLOW, Affected.Effect.HIT),
        blast.hits().size(),
        blast.hits().stream()
            .limit(Math.max(0, limit))
            .map(hit ->
                new Hit(
                    MapView.id(hit.node()),
                    hit.node().title(),
                    hit.node().sort(),
                    hit.rating().criticality(),
                    hit.hops(),
                    hit.effect()))
            .toList());
  }

  @GetMapping("/paths")
  PathsView paths(
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "5") int most) {
    EstateMap map = book.snapshot().map();
    Paths paths =
        Paths.between(
            map.graph(),
            Kinds.ALL,
            MapQuery.node(map, from),
            MapQuery.node(map, to),
            Math.clamp(most, 1, MOST_PATHS),
            Paths.ENOUGH_LOOKS);
    return new PathsView(paths.paths().stream().map(way -> ids(map, way)).toList(), paths.cutOff());
  }

  @GetMapping("/cycles")
  List<Cycle> cycles() {
    return Cycle.in(book.snapshot().map());
  }

  private static List<String> ids(EstateMap map, List<Integer> nodes) {
    return nodes.stream().map(node -> MapView.id(map.node(node))).toList();
  }
}
