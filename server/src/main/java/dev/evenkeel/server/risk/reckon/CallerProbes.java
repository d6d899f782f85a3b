package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.server.inventory.callers.CallerFinding;
import dev.evenkeel.server.plan.Terms;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whoever calls a red system and is not declared breaks unnoticed when it is upgraded.
 *
 * <ol>
 *   <li>An upgrade touches its systems and what needs them directly, as that is away with them.
 *   <li>Each caller of those that no dependency explains is a risk of its own, under the same key
 *       for as long as it is the same caller of the same system.
 *   <li>Of very many the busiest are told one by one, by powers of ten, so that a new log of the
 *       same callers does not exchange them; the rest as one.
 * </ol>
 */
public final class CallerProbes {
  private static final String KEY = "caller:";

  /** More strangers than a person can ask about would hide all other risks. */
  static final int MOST = 10;

  private static final int IMPACT_ON_RED = 5;

  private final Terms terms;
  private final EstateMap map;

  private CallerProbes(Terms terms, EstateMap map) {
    this.terms = terms;
    this.map = map;
  }

  /**
   * @param findings all that there are, of red systems only
   */
  public static List<Probe> of(Terms terms, EstateMap map, List<CallerFinding> findings) {
    return findings.isEmpty() ? List.of() : new CallerProbes(terms, map).of(findings);
  }

  private List<Probe> of(List<CallerFinding> findings) {
    Set<String> touched = touched();
    List<CallerFinding> found =
        findings.stream()
            .filter(finding -> touched.contains(finding.callee()))
            .sorted(
                Comparator.comparingInt((CallerFinding finding) -> powerOfTen(finding.count()))
                    .reversed()
                    .thenComparing(CallerFinding::first)
                    .thenComparing(CallerFinding::digest))
            .toList();
    List<Probe> probes = new ArrayList<>();
    found.stream().limit(MOST).map(this::probe).forEach(probes::add);
    if (found.size() > MOST) {
      probes.add(
          new Probe(
              KEY + "*",
              "%d more callers are not declared".formatted(found.size() - MOST),
              "They are listed under Estate, Callers. Say of whole networks or hosts what they are.",
              3,
              IMPACT_ON_RED,
              Probe.Source.CALLS));
    }
    return probes;
  }

  private static int powerOfTen(long count) {
    return (int) Math.log10(Math.max(1, count));
  }

  private Set<String> touched() {
    Set<String> touched = new HashSet<>(terms.systems());
    for (String system : terms.systems()) {
      map.find(new Document.Key(EntryKind.SYSTEM, system)).stream()
          .flatMap(node -> map.neededBy(node, Integer.MAX_VALUE).stream())
          .forEach(link -> touched.add(link.node().name()));
    }
    return touched;
  }

  private Probe probe(CallerFinding finding) {
    String callee = title(finding.callee());
    boolean upgraded = terms.systems().contains(finding.callee());
    boolean known = finding.caller().isPresent();
    String title =
        known
            ? "%s calls %s, and has not declared it"
                .formatted(title(finding.caller().get()), callee)
            : "Somebody unknown calls %s: %s".formatted(callee, finding.who());
    String wayOut =
        known
            ? "Declare the dependency, or have the calls stopped."
            : "Find out who it is, say so under Estate, Callers, and declare the dependency.";
    String detail =
        "Seen in logs or traces: %s from %s to %s%s. %sWhat this upgrade does to it nobody has looked at. %s"
            .formatted(
                finding.count() == 1 ? "1 call" : "%,d calls".formatted(finding.count()),
                day(finding.first()),
                day(finding.last()),
                finding.example().isBlank() ? "" : ", such as " + finding.example(),
                upgraded ? "" : "%s needs what is upgraded. ".formatted(callee),
                wayOut);
    // A stranger is worse than a known system, whose people can be asked.
    int near = known ? 3 : 4;
    return new Probe(
        KEY + finding.digest(),
        title,
        detail,
        upgraded ? near : near - 1,
        IMPACT_ON_RED,
        Probe.Source.CALLS);
  }

  private static LocalDate day(java.time.Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private String title(String system) {
    return map.find(new Document.Key(EntryKind.SYSTEM, system))
        .map(node -> map.node(node).title())
        .orElse(system);
  }
}
