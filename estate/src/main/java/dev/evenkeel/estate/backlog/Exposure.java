package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.advisory.Hit;
import dev.evenkeel.estate.advisory.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A vulnerability a system has, or may have, and whether going to its target ends it.
 *
 * @param fixedIn the lowest version above the system's that has the fix
 */
public record Exposure(
    String vulnerability,
    Optional<Severity> severity,
    boolean sure,
    Optional<String> fixedIn,
    Cure cure) {

  /** What the proposed target does about it. */
  public enum Cure {
    /** The target does not have it. */
    FIXED,
    /** The target has it still. */
    STILL_THERE,
    /** Nobody can tell of the target. */
    UNKNOWN,
    /** No target is known. */
    NO_TARGET
  }

  /** Of a severity nobody has told. */
  private static final double UNRATED = 5;

  static List<Exposure> of(EstateSystem system, Optional<Target> target, Exposures known) {
    List<Hit> now = known.now(system);
    if (now.isEmpty()) {
      return List.of();
    }
    Optional<Map<String, Hit>> then =
        target.map(to ->
            known.at(system, to.version()).stream()
                .collect(
                    Collectors.toMap(Hit::vulnerability, Function.identity(), (one, _) -> one)));
    return now.stream()
        .map(hit ->
            new Exposure(
                hit.vulnerability(),
                hit.severity(),
                hit.answer() == Hit.Answer.AFFECTED,
                hit.fixedIn(),
                then.map(hits -> cure(Optional.ofNullable(hits.get(hit.vulnerability()))))
                    .orElse(Cure.NO_TARGET)))
        .toList();
  }

  private static Cure cure(Optional<Hit> atTarget) {
    return atTarget
        .map(hit ->
            switch (hit.answer()) {
              case AFFECTED -> Cure.STILL_THERE;
              case NOT_AFFECTED -> Cure.FIXED;
              case UNKNOWN -> Cure.UNKNOWN;
            })
        .orElse(Cure.UNKNOWN);
  }

  /**
   * How much it speaks for moving: the base score of CVSS of 10; what is not sure counts a quarter,
   * and what the target does not end counts half.
   */
  double share() {
    double score =
        severity
            .map(known ->
                known
                    .score()
                    .orElseGet(() ->
                        switch (known.level()) {
                          case NONE -> 0.0;
                          case LOW -> 3.0;
                          case MEDIUM -> 5.5;
                          case HIGH -> 8.0;
                          case CRITICAL -> 9.5;
                        }))
            .orElse(UNRATED);
    return score / 10 * (sure ? 1 : 0.25) * (cure == Cure.STILL_THERE ? 0.5 : 1);
  }

  /** In words, such as {@code CVE-2026-1, critical (9.8), which 18.3 has not}. */
  String words(String target) {
    String cured =
        switch (cure) {
          case FIXED -> "; %s does not have it".formatted(target);
          case STILL_THERE -> "; %s has it still".formatted(target);
          case UNKNOWN -> "; nobody can tell of %s".formatted(target);
          case NO_TARGET -> fixedIn.map("; fixed in %s"::formatted).orElse("; no fix is known");
        };
    return "%s%s, %s%s"
        .formatted(
            sure ? "" : "perhaps ",
            vulnerability,
            severity.map(Severity::toString).orElse("not rated"),
            cured);
  }
}
