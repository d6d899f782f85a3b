package dev.evenkeel.server.inventory.advisory;

import dev.evenkeel.estate.advisory.AdvisoryIndex;
import dev.evenkeel.estate.advisory.Hit;
import dev.evenkeel.estate.advisory.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which vulnerabilities the estate has, at one moment.
 *
 * @param estate the last change of the estate that is in it
 * @param imports the last import of advisories that is in it
 * @param advisories how many count
 * @param systems how many there were
 * @param vulnerabilities those that affect a system, or may; the worst first
 */
public record Standing(
    long estate, long imports, int advisories, int systems, List<Vulnerability> vulnerabilities) {
  static final Standing NONE = new Standing(-1, -1, 0, 0, List.of());

  /**
   * One vulnerability.
   *
   * @param hits the systems that have it, or may have it; the sure ones first
   * @param affected how many have it for sure
   */
  public record Vulnerability(
      String name,
      String summary,
      Optional<Severity> severity,
      Optional<String> url,
      List<Hit> hits,
      int affected) {

    static Vulnerability of(List<Hit> hits) {
      Hit first = hits.getFirst();
      int affected = (int) hits.stream().filter(hit -> hit.answer() == Hit.Answer.AFFECTED).count();
      return new Vulnerability(
          first.vulnerability(),
          first.summary(),
          first.severity(),
          first.url(),
          List.copyOf(hits),
          affected);
    }
  }

  private static final Comparator<Vulnerability> WORST_FIRST =
      Comparator.<Vulnerability, Hit>comparing(
              one -> one.hits().getFirst(), AdvisoryIndex.WORST_FIRST)
          .thenComparing(Vulnerability::name);

  /**
   * @param hits that affect a system, or may
   */
  static Standing of(long estate, long imports, int advisories, int systems, List<Hit> hits) {
    Map<String, List<Hit>> byName = new LinkedHashMap<>();
    hits.forEach(
        hit -> byName.computeIfAbsent(hit.vulnerability(), _ -> new ArrayList<>(2)).add(hit));
    byName.values().forEach(ofOne -> ofOne.sort(AdvisoryIndex.WORST_FIRST));
    return new Standing(
        estate,
        imports,
        advisories,
        systems,
        byName.values().stream().map(Vulnerability::of).sorted(WORST_FIRST).toList());
  }

  public boolean isComputed() {
    return imports >= 0;
  }
}
