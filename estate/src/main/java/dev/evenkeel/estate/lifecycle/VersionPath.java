package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.lifecycle.WayRules.Whose;
import dev.evenkeel.estate.version.Step;
import dev.evenkeel.estate.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from one version of a product to another.
 *
 * @param hops one after the other; the last one is the target. Empty when there is nothing to climb
 * @param known whether the rules say that this is the way; otherwise it is to be found out
 * @param reason in words for a person
 * @param whose rules it follows
 */
public record VersionPath(List<Hop> hops, boolean known, String reason, WayRules.Whose whose) {
  public VersionPath {
    hops = List.copyOf(hops);
  }

  /**
   * One upgrade on the way.
   *
   * @param version the newest release of the line as far as that is known, otherwise the line
   * @param reason why it must not be left out
   * @param source where the vendor says so
   */
  public record Hop(String version, Step step, String reason, Optional<String> source) {}

  /** The way that the rules that come with Evenkeel force. */
  public static VersionPath from(String current, String target, Product product, PathRules rules) {
    return from(current, target, product, WayRules.shippedOnly(rules));
  }

  /** The way that the rules for the product force. */
  public static VersionPath from(String current, String target, Product product, WayRules rules) {
    var start = Version.ofProduct(current);
    var end = Version.ofProduct(target);
    if (start.isEmpty() || end.isEmpty()) {
      return unknown(
          current,
          target,
          product,
          "'%s' is no version that could be compared"
              .formatted(start.isEmpty() ? current : target));
    }
    if (start.get().compareTo(end.get()) >= 0) {
      return new VersionPath(
          List.of(),
          true,
          "%s is not above %s, there is nothing to climb".formatted(target, current),
          Whose.NOBODYS);
    }
    var found = rules.from(start.get(), product);
    var holding = found.rules();
    if (holding.isEmpty()) {
      return rules.know(product)
          ? along(
              List.of(),
              current,
              target,
              product,
              "no rule forces a stop from " + current,
              Whose.NOBODYS)
          : unknown(
              current,
              target,
              product,
              "no rule is known for %s; whether it can be reached directly is to be found out"
                  .formatted(product.label()));
    }
    var stops = Stops.between(start.get(), end.get(), product, holding);
    var path = along(stops, current, target, product, holding.getFirst().says(), found.whose());
    var counted = holding.stream().anyMatch(rule -> rule.way().goesByLines());
    return counted && product.lineOf(current).isEmpty()
        ? new VersionPath(
            path.hops(),
            false,
            "no release line is known for %s, so stops may be missing; %s"
                .formatted(current, path.reason()),
            path.whose())
        : path;
  }

  private static VersionPath unknown(String current, String target, Product product, String why) {
    var hop = new Hop(target, product.step(current, target), "it is the target", Optional.empty());
    return new VersionPath(List.of(hop), false, why, Whose.NOBODYS);
  }

  private static VersionPath along(
      List<Stops.Stop> stops,
      String current,
      String target,
      Product product,
      String reason,
      Whose whose) {
    var hops = new ArrayList<Hop>();
    var at = current;
    for (var stop : stops) {
      var version = newestOf(product, stop.line());
      var rule = stop.rule();
      hops.add(
          new Hop(version, product.step(at, version), rule.says(), Optional.of(rule.source())));
      at = version;
    }
    hops.add(new Hop(target, product.step(at, target), "it is the target", Optional.empty()));
    return new VersionPath(hops, true, reason, whose);
  }

  private static String newestOf(Product product, String line) {
    return product
        .line(line)
        .flatMap(ReleaseLine::latest)
        .map(ReleaseLine.Latest::version)
        .orElse(line);
  }
}
