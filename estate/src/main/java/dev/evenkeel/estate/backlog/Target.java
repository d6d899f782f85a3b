package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.lifecycle.Product;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.ReleaseLine;
import dev.evenkeel.estate.lifecycle.SupportStatus;
import dev.evenkeel.estate.lifecycle.VersionPath;
import dev.evenkeel.estate.lifecycle.WayRules;
import dev.evenkeel.estate.version.Step;
import dev.evenkeel.estate.version.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a system could go.
 *
 * @param version the newest release of the line, or the line where nobody says its newest
 * @param step how far that is
 * @param path the hops on the way
 * @param reason why this and no other
 */
public record Target(String version, Step step, VersionPath path, String reason) {

  /**
   * Proposes a target.
   *
   * <ol>
   *   <li>Of the lines that came out after that of the system and are maintained: the newest with
   *       long-term support where the system's own line has or had it, otherwise the newest. One
   *       that came out less than 30 days ago is passed over if there is another.
   *   <li>Where there is none and its own line is over, the same of the lines that are known at
   *       all: what nobody maintains by old data has most likely a successor that the data do not
   *       know yet, and the way there leads over the same stops. The reason says so.
   *   <li>Otherwise the newest release of its own line.
   * </ol>
   *
   * @return empty when it is there already, or nothing is known
   */
  public static Optional<Target> of(Standing standing, ProductCatalogue known, LocalDate today) {
    Optional<Product> product = standing.product();
    Optional<String> version = standing.match().version();
    if (product.isEmpty() || version.isEmpty()) {
      return Optional.empty();
    }
    Optional<ReleaseLine> line = standing.status().flatMap(SupportStatus::line);
    boolean over =
        standing
            .status()
            .filter(status -> status.phase() == SupportStatus.Phase.OUT_OF_SUPPORT)
            .isPresent();
    return line.flatMap(own ->
        newest(product.get().nextAfter(own, today), own, today)
            .map(next -> to(product.get(), version.get(), next, whyNext(own, next), known))
            .or(() ->
                newest(product.get().outAfter(own, today), own, today)
                    .filter(next -> over)
                    .map(next ->
                        to(
                            product.get(),
                            version.get(),
                            next,
                            whyKnown(own, next) + noneLives(product.get(), today),
                            known)))
            .or(() ->
                patch(
                    product.get(),
                    version.get(),
                    own,
                    "the newest release of its line"
                        + (over ? noneLives(product.get(), today) : ""),
                    known)));
  }

  /**
   * Proposes the lowest version that has the fixes advisories name, for a system whose vendor's
   * releases nobody knows.
   *
   * @return empty when no advisory that is true for it names a fix
   */
  static Optional<Target> fixing(Standing standing, List<Exposure> exposed) {
    Optional<String> from = standing.match().version();
    List<Exposure> named =
        exposed.stream().filter(one -> one.sure() && one.fixedIn().isPresent()).toList();
    Optional<Version> start = from.flatMap(Version::ofProduct);
    return named.stream()
        .flatMap(one -> one.fixedIn().flatMap(Version::ofProduct).stream())
        .max(Version::compareTo)
        .filter(end -> start.filter(begin -> begin.compareTo(end) < 0).isPresent())
        .map(end -> {
          Step step = Step.between(start.orElseThrow(), end);
          String why =
              named.size() == 1
                  ? "the lowest version that has the fix of %s, as its advisory says"
                      .formatted(named.getFirst().vulnerability())
                  : "the lowest version that has the fixes of %d vulnerabilities, as their advisories say"
                      .formatted(named.size());
          var path =
              new VersionPath(
                  List.of(new VersionPath.Hop(end.toString(), step, why, Optional.empty())),
                  false,
                  "no releases of its vendor are known; whether it can be reached directly is to be found out",
                  WayRules.Whose.NOBODYS);
          return new Target(end.toString(), step, path, why);
        });
  }

  private static final int SETTLED_DAYS = 30;

  private static Optional<ReleaseLine> newest(
      List<ReleaseLine> next, ReleaseLine own, LocalDate today) {
    List<ReleaseLine> wanted =
        isForLong(own) ? next.stream().filter(line -> line.lts().on(today)).toList() : next;
    List<ReleaseLine> candidates = wanted.isEmpty() ? next : wanted;
    return candidates.reversed().stream()
        .filter(line ->
            line.released().map(day -> !day.isAfter(today.minusDays(SETTLED_DAYS))).orElse(true))
        .findFirst()
        .or(() -> candidates.reversed().stream().findFirst());
  }

  private static String whyNext(ReleaseLine own, ReleaseLine next) {
    return isForLong(own) && isForLong(next)
        ? "the newest line with long-term support"
        : "the newest line that is maintained";
  }

  private static String whyKnown(ReleaseLine own, ReleaseLine next) {
    return isForLong(own) && isForLong(next)
        ? "the newest line with long-term support that is known"
        : "the newest line that is known";
  }

  private static boolean isForLong(ReleaseLine line) {
    return line.lts().flagged() || line.lts().from().isPresent();
  }

  /** Empty where a line is maintained, one before its own or one without a place among them. */
  private static String noneLives(Product product, LocalDate today) {
    if (product.linesOut(today).stream().anyMatch(line -> line.maintainedOn(today))) {
      return "";
    }
    return "; by the lifecycle data none of its lines is maintained on %s%s: load newer data, and look for a successor if they know none either"
        .formatted(
            today,
            product
                .newestRelease(today)
                .map(day -> ", and the newest release they know is of " + day)
                .orElse(""));
  }

  private static Optional<Target> patch(
      Product product, String version, ReleaseLine own, String reason, ProductCatalogue known) {
    return own.latest()
        .filter(latest -> isNewer(version, latest.version()))
        .map(latest -> to(product, version, own, reason, known));
  }

  private static boolean isNewer(String from, String to) {
    Optional<Version> old = Version.ofProduct(from);
    Optional<Version> now = Version.ofProduct(to);
    return old.isPresent() && now.isPresent() && old.get().compareTo(now.get()) < 0;
  }

  private static Target to(
      Product product, String from, ReleaseLine line, String reason, ProductCatalogue known) {
    String to = line.latest().map(ReleaseLine.Latest::version).orElse(line.name());
    return new Target(
        to, product.step(from, to), VersionPath.from(from, to, product, known.rules()), reason);
  }
}
