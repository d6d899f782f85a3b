package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.advisory.Hit.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says of a system which vulnerabilities it has; made once for many systems.
 *
 * <ol>
 *   <li>What is withdrawn is left out; what shares a name is one vulnerability.
 *   <li>A system is looked up by its identifiers and its product, never compared with all.
 *   <li>A statement about the system's product and version decides, the newest first.
 *   <li>Otherwise one range that holds the version is enough to be affected; one that cannot be
 *       told leaves it unknown; else it is not affected.
 * </ol>
 */
public final class AdvisoryIndex {
  private record Entry(String vulnerability, Advisory advisory, Affected affected, Check check) {}

  private record Said(String vulnerability, Advisory advisory, Statement statement, Check check) {}

  /** All that is known of one vulnerability in one system. */
  private static final class Case {
    final List<Told> told = new ArrayList<>();
    final List<Said> said = new ArrayList<>();
    final Set<String> advisories = new LinkedHashSet<>();
    Optional<String> version = Optional.empty();
    Optional<Advisory> advisory = Optional.empty();
  }

  private record Told(Entry entry, Subject.Named named, Check.Result result) {}

  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final Map<String, List<Said>> statements = new HashMap<>();
  private final Map<String, Severity> severities = new HashMap<>();
  private final int advisories;

  private AdvisoryIndex(Collection<Advisory> all) {
    List<Advisory> counting = all.stream().filter(Advisory::counts).toList();
    Aliases aliases = new Aliases(counting);
    this.advisories = counting.size();
    for (Advisory advisory : counting) {
      String name = aliases.of(advisory);
      advisory
          .severity()
          .ifPresent(severity ->
              severities.merge(name, severity, (one, other) -> other.worseThan(one) ? other : one));
      for (Affected affected : advisory.affected()) {
        Check check = new Check(affected.scheme(), affected.versions(), affected.fixed());
        Entry entry = new Entry(name, advisory, affected, check);
        affected.keys().forEach(key -> in(entries, key).add(entry));
      }
      for (Statement statement : advisory.statements()) {
        Check check = new Check(statement.scheme(), List.of(statement.versions()), List.of());
        Said said = new Said(name, advisory, statement, check);
        statement.keys().forEach(key -> in(statements, key).add(said));
      }
    }
  }

  private static <T> List<T> in(Map<String, List<T>> map, String key) {
    return map.computeIfAbsent(key, _ -> new ArrayList<>(1));
  }

  public static AdvisoryIndex of(Collection<Advisory> advisories) {
    return new AdvisoryIndex(advisories);
  }

  /** How many of them count. */
  public int size() {
    return advisories;
  }

  /** Also those it is not affected by; the worst first. */
  public List<Hit> of(Subject system) {
    Map<String, Case> cases = new LinkedHashMap<>();
    for (Subject.Named named : system.names()) {
      for (Entry entry : entries.getOrDefault(named.key(), List.of())) {
        if (isOfAnotherRelease(entry.affected(), named)) {
          continue;
        }
        Case one = caseOf(cases, entry.vulnerability(), entry.advisory(), named);
        one.told.add(new Told(entry, named, entry.check().of(named.version())));
      }
      for (Said said : statements.getOrDefault(named.key(), List.of())) {
        Case one = caseOf(cases, said.vulnerability(), said.advisory(), named);
        if (said.check().holds(named.version())) {
          one.said.add(said);
        }
      }
    }
    List<Hit> hits = new ArrayList<>();
    cases.forEach((name, one) -> judged(system, name, one).ifPresent(hits::add));
    hits.sort(WORST_FIRST);
    return hits;
  }

  private static Case caseOf(
      Map<String, Case> cases, String name, Advisory advisory, Subject.Named named) {
    Case one = cases.computeIfAbsent(name, _ -> new Case());
    one.advisories.add(advisory.id());
    one.version = one.version.or(named::version);
    if (one.advisory.filter(first -> !first.summary().isEmpty()).isEmpty()) {
      one.advisory = Optional.of(advisory);
    }
    return one;
  }

  /** The worst first, then by name. */
  public static final Comparator<Hit> WORST_FIRST =
      Comparator.comparing(Hit::answer)
          .thenComparing(
              hit -> hit.severity().map(Severity::level).map(Enum::ordinal).orElse(-1),
              Comparator.reverseOrder())
          .thenComparing(
              hit -> hit.severity().flatMap(Severity::score).orElse(-1.0),
              Comparator.reverseOrder())
          .thenComparing(Hit::vulnerability, Comparator.reverseOrder())
          .thenComparing(Hit::system);

  private static boolean isOfAnotherRelease(Affected affected, Subject.Named named) {
    return affected.release().isPresent()
        && named.release().isPresent()
        && !affected.release().equals(named.release());
  }

  /** Empty when somebody made a statement about other versions only. */
  private Optional<Hit> judged(Subject system, String name, Case one) {
    Optional<Said> said =
        one.said.stream()
            .min(
                Comparator.comparing(
                        (Said s) -> s.statement().at().orElse(Instant.MIN),
                        Comparator.reverseOrder())
                    .thenComparing(s -> s.statement().status()));
    Optional<Told> worst = worst(one.told);
    if (said.isEmpty() && worst.isEmpty()) {
      return Optional.empty();
    }
    Answer answer =
        said.map(s -> answer(s.statement().status()))
            .orElseGet(() -> worst.orElseThrow().result().answer());
    Optional<String> fixed =
        answer == Answer.NOT_AFFECTED
            ? Optional.empty()
            : worst.flatMap(told -> told.result().fixedIn());
    String reason =
        said.map(s -> words(s.statement(), worst)).orElseGet(() -> words(worst.orElseThrow()));
    Optional<Advisory> shown = one.advisory;
    return Optional.of(
        new Hit(
            system.name(),
            name,
            List.copyOf(one.advisories),
            answer,
            reason,
            one.version,
            fixed,
            Optional.ofNullable(severities.get(name)),
            shown.map(Advisory::summary).orElse(""),
            shown.flatMap(Advisory::url)));
  }

  private static Answer answer(Statement.Status status) {
    return switch (status) {
      case NOT_AFFECTED, FIXED -> Answer.NOT_AFFECTED;
      case UNDER_INVESTIGATION -> Answer.UNKNOWN;
    };
  }

  /**
   * One that says affected decides. When it is not known which release of a distribution runs, its
   * releases must agree.
   */
  private static Optional<Told> worst(List<Told> told) {
    Optional<Told> first = told.stream().min(Comparator.comparing(one -> one.result().answer()));
    boolean guessed =
        first
            .filter(one ->
                one.result().answer() == Answer.AFFECTED
                    && one.entry().affected().release().isPresent()
                    && one.named().release().isEmpty())
            .isPresent();
    boolean agree = told.stream().map(one -> one.result().answer()).distinct().count() == 1;
    return guessed && !agree
        ? first.map(one ->
            new Told(
                one.entry(),
                one.named(),
                new Check.Result(
                    Answer.UNKNOWN,
                    "it depends on the release of the distribution, which its identifier does not say: in release %s %s"
                        .formatted(
                            one.entry().affected().release().orElse(""), one.result().reason()),
                    one.result().fixedIn())))
        : first;
  }

  private static String words(Told told) {
    return "%s says of %s: %s; matched by %s"
        .formatted(
            told.entry().advisory().id(),
            told.entry().affected().label(),
            told.result().reason(),
            told.named().by());
  }

  private static String words(Statement statement, Optional<Told> otherwise) {
    String said =
        switch (statement.status()) {
          case NOT_AFFECTED -> "says that %s is not affected";
          case FIXED -> "says that %s has the fix";
          case UNDER_INVESTIGATION -> "is still looking into %s";
        };
    return "%s %s%s%s"
        .formatted(
            statement.by(),
            said.formatted(statement.label()),
            statement.because().map(why -> ": " + why).orElse(""),
            otherwise
                .filter(told -> told.result().answer() == Answer.AFFECTED)
                .map(told -> " (otherwise: " + words(told) + ")")
                .orElse(""));
  }
}
