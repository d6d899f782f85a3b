package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.version.Version;
import java.util.List;

/**
 * The rules of the way that come with Evenkeel, and beside them those of one's own. Where one's own
 * say something of a product from the version at hand on, they alone are kept to; elsewhere those
 * that come with Evenkeel.
 */
public record WayRules(PathRules shipped, PathRules own) {

  /** Whose rules a way follows. */
  public enum Whose {
    OWN,
    SHIPPED,
    /** There is no rule that says anything. */
    NOBODYS
  }

  /** The rules that hold on the way up from a version; none when none does. */
  record Holding(List<PathRule> rules, Whose whose) {}

  public static WayRules shippedOnly(PathRules shipped) {
    return new WayRules(shipped, PathRules.NONE);
  }

  boolean know(Product product) {
    return !shipped.of(product).isEmpty() || !own.of(product).isEmpty();
  }

  Holding from(Version start, Product product) {
    var mine = own.of(product).stream().filter(rule -> rule.holdsFrom(start)).toList();
    if (!mine.isEmpty()) {
      return new Holding(mine, Whose.OWN);
    }
    var theirs = shipped.of(product).stream().filter(rule -> rule.holdsFrom(start)).toList();
    return new Holding(theirs, theirs.isEmpty() ? Whose.NOBODYS : Whose.SHIPPED);
  }
}
