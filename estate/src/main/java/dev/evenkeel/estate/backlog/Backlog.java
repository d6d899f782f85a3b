package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Factor.Weight;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.SupportStatus;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Rating;
import dev.evenkeel.estate.version.Step;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ranks every system that could move by risk × impact.
 *
 * <ol>
 *   <li>A system is in the backlog when a newer version is known that it could go to, when
 *       something of it has ended or ends within a year, or when an advisory is true for it.
 *   <li>Each factor is a share from 0 to 1 on a scale of its own that no other system has a part
 *       in; so what is added or changed elsewhere never turns the order of two systems round.
 *   <li>Risk and impact are the weighted means of their factors, times 100; the score is their
 *       product divided by 100.
 *   <li>The highest score first, then by name.
 * </ol>
 */
public final class Backlog {
  private static final long YEAR = 365;
  private static final double OLD_YEARS = 10;

  private final EstateMap map;
  private final Exposures exposures;
  private final Weights weights;
  private final LocalDate today;
  private final Reach.Counter reach;

  Backlog(EstateMap map, Exposures exposures, Weights weights, LocalDate today) {
    this.map = map;
    this.exposures = exposures;
    this.weights = weights;
    this.today = today;
    this.reach = new Reach.Counter(map);
  }

  /** All of them; for many systems see {@link Ranking}, which keeps less. */
  public static List<BacklogItem> of(
      EstateMap map,
      ProductCatalogue known,
      Exposures exposures,
      Weights weights,
      LocalDate today) {
    Ranking ranking =
        Ranking.of(map, new Standings(known, today), exposures, weights, Optional.empty());
    return ranking.items(0, ranking.size());
  }

  /** Empty when it has nowhere to go, nothing of it ends within a year, and no advisory is true. */
  Optional<BacklogItem> item(int node, Standing standing, Optional<Target> byVendor) {
    EstateSystem system = map.node(node).system().orElseThrow();
    boolean ends =
        standing.end().filter(end -> !end.day().isAfter(today.plusDays(YEAR))).isPresent();
    List<Exposure> before = Exposure.of(system, byVendor, exposures);
    Optional<Target> target = byVendor.or(() -> Target.fixing(standing, before));
    List<Exposure> exposed =
        target.equals(byVendor) ? before : Exposure.of(system, target, exposures);
    if (target.isEmpty() && !ends && exposed.stream().noneMatch(Exposure::sure)) {
      return Optional.empty();
    }
    Rating rating = map.rating(node);
    List<Factor> factors = new ArrayList<>();
    factors.add(support(standing));
    factors.add(advisories(exposed, target));
    factors.add(behind(standing, target));
    factors.add(problems(system));
    factors.add(age(system));
    factors.add(knowledge(system));
    factors.add(criticality(rating));
    factors.addAll(hits(reach.of(node)));
    double risk = mean(factors, true);
    double impact = mean(factors, false);
    factors.sort(Comparator.comparingDouble(Factor::points).reversed());
    return Optional.of(
        new BacklogItem(
            system, rating, standing, target, risk, impact, risk * impact / 100, factors, exposed));
  }

  private double mean(List<Factor> factors, boolean ofRisk) {
    double points =
        factors.stream()
            .filter(factor -> factor.name().ofRisk() == ofRisk)
            .mapToDouble(Factor::points)
            .sum();
    return 100 * points / weights.most(ofRisk);
  }

  private Factor factor(Weight weight, double share, String why) {
    double bounded = Math.clamp(share, 0.0, 1.0);
    return new Factor(weight, bounded, bounded * weights.of(weight), why);
  }

  /** Out of support counts whole; the nearer the end, the more. */
  private Factor support(Standing standing) {
    if (standing.end().isEmpty()) {
      boolean runs =
          standing
              .status()
              .filter(status -> status.phase() != SupportStatus.Phase.UNKNOWN)
              .isPresent();
      return runs
          ? factor(Weight.SUPPORT, 0, standing.status().get().reason())
          : factor(Weight.SUPPORT, 0.3, "nobody knows how long it is supported");
    }
    Standing.End end = standing.end().get();
    long left = ChronoUnit.DAYS.between(today, end.day());
    String words = Spoken.start(end.what().words());
    if (!end.isDated()) {
      return factor(Weight.SUPPORT, 1, words + " " + Standing.End.UNDATED);
    }
    if (left < 0) {
      return factor(Weight.SUPPORT, 1, "%s ended on %s".formatted(words, end.day()));
    }
    double share =
        left <= 30 ? 0.9 : left <= 90 ? 0.75 : left <= 180 ? 0.5 : left <= YEAR ? 0.25 : 0;
    return factor(
        Weight.SUPPORT, share, "%s ends on %s, in %d days".formatted(words, end.day(), left));
  }

  private Factor behind(Standing standing, Optional<Target> target) {
    if (target.isEmpty()) {
      return factor(Weight.BEHIND, 0, "no newer version is known");
    }
    Step step = target.get().step();
    double share =
        switch (step.size()) {
          case MAJOR -> 0.7 + 0.1 * Math.min(3, target.get().path().hops().size() - 1);
          case MINOR -> 0.4;
          case PATCH -> 0.2;
          case UNKNOWN -> 0.5;
          case NONE, DOWNGRADE -> 0;
        };
    return factor(
        Weight.BEHIND,
        share,
        "from %s to %s: %s"
            .formatted(
                standing.match().version().orElse("?"), target.get().version(), step.reason()));
  }

  /** The worst counts; that there are more of them does not make a system move faster. */
  private Factor advisories(List<Exposure> exposed, Optional<Target> target) {
    if (exposed.isEmpty()) {
      return factor(Weight.ADVISORIES, 0, "no advisory is known to be true for it");
    }
    Exposure worst =
        exposed.stream()
            .max(
                Comparator.comparingDouble(Exposure::share)
                    .thenComparing(Exposure::vulnerability, Comparator.reverseOrder()))
            .orElseThrow();
    String words = worst.words(target.map(Target::version).orElse(""));
    long sure = exposed.stream().filter(Exposure::sure).count();
    long cured = exposed.stream().filter(one -> one.cure() == Exposure.Cure.FIXED).count();
    String all =
        exposed.size() == 1
            ? ""
            : " (the worst of %d%s%s)"
                .formatted(
                    exposed.size(),
                    sure == exposed.size()
                        ? ""
                        : ", %d of them perhaps".formatted(exposed.size() - sure),
                    target.isEmpty() ? "" : "; the target ends %d".formatted(cured));
    return factor(Weight.ADVISORIES, worst.share(), words + all);
  }

  private Factor problems(EstateSystem system) {
    int count = system.problems().size();
    return factor(
        Weight.PROBLEMS,
        count / 3.0,
        switch (count) {
          case 0 -> "no problem is noted";
          case 1 -> "a problem is noted: " + system.problems().getFirst();
          default -> count + " problems are noted";
        });
  }

  private Factor age(EstateSystem system) {
    return system
        .installed()
        .map(day -> {
          double years = ChronoUnit.DAYS.between(day, today) / 365.25;
          return factor(
              Weight.AGE, years / OLD_YEARS, "there since %s, %.1f years".formatted(day, years));
        })
        .orElseGet(() -> factor(Weight.AGE, 0, "nobody has said since when it is there"));
  }

  private Factor knowledge(EstateSystem system) {
    return switch (system.experts().size()) {
      case 0 -> factor(Weight.KNOWLEDGE, 1, "nobody is known who knows it inside out");
      case 1 ->
          factor(
              Weight.KNOWLEDGE,
              0.5,
              "only %s knows it inside out".formatted(system.experts().getFirst()));
      default ->
          factor(Weight.KNOWLEDGE, 0, system.experts().size() + " people know it inside out");
    };
  }

  private Factor criticality(Rating rating) {
    double share =
        switch (rating.criticality()) {
          case RED -> 1;
          case YELLOW -> 0.5;
          case GREEN -> 0.1;
        };
    return factor(
        Weight.CRITICALITY,
        share,
        "%s: %s"
            .formatted(
                Spoken.word(rating.criticality()),
                rating.stated() ? "a person says so" : rating.why()));
  }

  /**
   * On a scale of powers of ten: 1,000 systems, a million people and three workflows are the end.
   */
  private List<Factor> hits(Reach hit) {
    return List.of(
        factor(
            Weight.SYSTEMS_HIT,
            Math.log10(1.0 + hit.systems()) / Math.log10(1.0 + Reach.MOST),
            hit.systems() >= Reach.MOST
                ? "%,d systems or more need it".formatted(Reach.MOST)
                : hit.systems() == 1 ? "1 system needs it" : hit.systems() + " systems need it"),
        factor(
            Weight.PEOPLE_HIT,
            Math.log10(1.0 + hit.people()) / 6,
            hit.people() == 0
                ? "nobody has said how many people use it"
                : "%,d people use it, or what needs it".formatted(hit.people())),
        factor(
            Weight.WORKFLOWS_HIT,
            hit.workflows() / 3.0,
            hit.workflows() == 1 ? "1 workflow needs it" : hit.workflows() + " workflows need it"));
  }

  /** Words. */
  private static final class Spoken {
    static String start(String text) {
      return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String word(Criticality criticality) {
      return criticality.name().toLowerCase(Locale.ROOT);
    }
  }
}
