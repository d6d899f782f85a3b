package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Rating;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A system in the list.
 *
 * @param end what ends first: support, security fixes or the warranty as the document states them,
 *     or the vendor's support
 * @param neededBy how many others name it
 */
record SystemRow(EstateSystem system, Rating rating, Optional<Ending> end, int neededBy) {

  /** The day, and what ends on it. */
  record Ending(DueDate date, Standing.What what) {
    /** Whether it is the vendor who says so, and not the document. */
    public boolean isOfVendor() {
      return what == Standing.What.VENDOR_SUPPORT;
    }
  }

  static SystemRow of(EstateMap map, int node, Optional<Standing.End> end, LocalDate today) {
    return new SystemRow(
        map.node(node).system().orElseThrow(),
        map.rating(node),
        end.map(one -> new Ending(DueDate.of(one, today), one.what())),
        map.dependents(node));
  }

  /** Product and version. */
  public String runs() {
    return (system.product().orElse("") + " " + system.version().orElse("")).strip();
  }
}
