package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Person;
import dev.evenkeel.estate.backlog.Compatibility;
import dev.evenkeel.estate.backlog.Standing;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Node;
import dev.evenkeel.server.plan.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks through the estate for what could go wrong with an upgrade.
 *
 * <ol>
 *   <li>What the systems need, directly or over others, and what needs them directly: is any of it
 *       out of support on the day of go-live?
 *   <li>Who knows them inside out: is there anybody, and is any of them there around go-live?
 *   <li>What needs them directly: does it work with the target version?
 *   <li>Does anything in question stand in the estate only as a name?
 *   <li>Do they depend on themselves over others?
 *   <li>Has anybody said how one gets back?
 * </ol>
 *
 * The same key stands for the same risk, however often one looks.
 */
public final class Probes {
  /** Days around go-live on which somebody who knows the system is needed. */
  public static final int DAYS_BEFORE = 3;

  public static final int DAYS_AFTER = 7;

  /** More of one sort than a register can hold are told as one. */
  static final int MOST_OF_A_SORT = 40;

  private final Terms terms;
  private final Estate estate;
  private final EstateMap map;
  private final LocalDate today;
  private final LocalDate day;
  private final Support ends;
  private final Map<String, Probe> found = new LinkedHashMap<>();

  /** The end of a system's support, as its document states or as its vendor says. */
  @FunctionalInterface
  public interface Support {
    Optional<Standing.End> of(EstateSystem system);
  }

  private Probes(Terms terms, Estate estate, EstateMap map, Support ends, LocalDate today) {
    this.ends = ends;
    this.terms = terms;
    this.estate = estate;
    this.map = map;
    this.today = today;
    this.day = terms.goLive().orElse(today);
  }

  public static List<Probe> of(
      Terms terms, Estate estate, EstateMap map, Support ends, LocalDate today) {
    Probes probes = new Probes(terms, estate, map, ends, today);
    terms.systems().forEach(probes::look);
    probes.wayBack();
    return List.copyOf(probes.found.values());
  }

  private void look(String name) {
    Optional<Integer> node = map.find(new Document.Key(EntryKind.SYSTEM, name));
    Optional<EstateSystem> system = estate.system(name);
    if (node.isEmpty() || system.isEmpty()) {
      add(
          "gone:" + name,
          "%s is not in the estate any more".formatted(name),
          "Nobody can tell what it would break. Describe it again, or take it out of the upgrade.",
          5,
          4);
      return;
    }
    Chains chains = Chains.from(map, node.get());
    support(node.get(), chains);
    knowledge(system.get(), node.get());
    compatibility(node.get());
    dangling(chains, node.get());
    chains
        .cycle()
        .ifPresent(cycle ->
            add(
                "cycle:" + name,
                "%s depends on itself over others".formatted(system.get().shownAs()),
                "No order is right for %s → %s: they go together, or through a version that gets along with both."
                    .formatted(chains.words(cycle), map.node(cycle.getFirst()).title()),
                2,
                impact(node.get())));
  }

  private void support(int node, Chains chains) {
    Stream<Integer> near =
        Stream.of(
                Stream.of(node),
                chains.needed().stream(),
                map.neededBy(node, Integer.MAX_VALUE).stream().map(EstateMap.Link::place))
            .flatMap(nodes -> nodes)
            .distinct();
    List<Integer> out =
        near.filter(other ->
                map.node(other)
                    .system()
                    .flatMap(ends::of)
                    .filter(end -> end.isOverOn(day))
                    .isPresent())
            .toList();
    out.stream()
        .limit(MOST_OF_A_SORT)
        .forEach(other -> {
          EstateSystem system = map.node(other).system().orElseThrow();
          boolean needed = chains.needed().contains(other);
          String how =
              other == node
                  ? "It is what is upgraded."
                  : needed
                      ? "It is needed: %s.".formatted(chains.words(chains.to(other)))
                      : "It needs %s.".formatted(map.node(node).title());
          add(
              "out-of-support:" + system.name(),
              title(system, ends.of(system).orElseThrow()),
              "%s %s What breaks in it is mended by nobody, and it may not get along with %s."
                  .formatted(over(system, ends.of(system).orElseThrow()), how, terms.to()),
              likelihood(other, node, chains),
              impact(other));
        });
    rest(
        out.size(),
        "out-of-support",
        "systems near it are out of support" + (day.isAfter(today) ? " by the go-live" : ""),
        4);
  }

  /** The farther away, the less likely it is that it minds; what is upgraded is cured by it. */
  private static int likelihood(int other, int node, Chains chains) {
    return other == node ? 2 : Math.max(2, 6 - chains.to(other).size());
  }

  /** What is still supported today is not called out of support, though it will be by go-live. */
  private String title(EstateSystem system, Standing.End end) {
    return end.isOverOn(today)
        ? "%s is out of support".formatted(system.shownAs())
        : "Support of %s ends on %s, before the go-live".formatted(system.shownAs(), end.day());
  }

  /** The day may be before today or after it: what is asked about is the day of go-live. */
  private static String over(EstateSystem system, Standing.End end) {
    return end.isDated()
        ? "%s has no support after %s.".formatted(runs(system), end.day())
        : "%s: %s %s.".formatted(runs(system), end.what().words(), Standing.End.UNDATED);
  }

  private static String runs(EstateSystem system) {
    String runs = (system.product().orElse("") + " " + system.version().orElse("")).strip();
    return runs.isEmpty() ? system.shownAs() : runs;
  }

  private void knowledge(EstateSystem system, int node) {
    String key = "knowledge:" + system.name();
    if (system.experts().isEmpty()) {
      add(
          key,
          "Nobody knows %s inside out".formatted(system.shownAs()),
          "The estate names no expert. Name one, or have somebody learn it before go-live.",
          3,
          impact(node));
      return;
    }
    List<String> away = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String name : system.experts()) {
      Optional<Person> person =
          estate
              .find(new Document.Key(EntryKind.PERSON, name))
              .map(found -> (Person) found.entry());
      if (person.isEmpty()) {
        unknown.add(name);
      } else if (terms.goLive().isPresent()) {
        person.get().absences().stream()
            .filter(absence -> absence.meets(day.minusDays(DAYS_BEFORE), day.plusDays(DAYS_AFTER)))
            .findFirst()
            .ifPresent(absence ->
                away.add(
                    "%s is away from %s to %s"
                        .formatted(person.get().shownAs(), absence.from(), absence.to())));
      }
    }
    int experts = system.experts().size();
    if (away.size() == experts) {
      add(
          key,
          "Nobody who knows %s is there around go-live".formatted(system.shownAs()),
          "%s; somebody is needed from %s to %s. Move go-live, or have somebody else learn it."
              .formatted(
                  String.join(", ", away), day.minusDays(DAYS_BEFORE), day.plusDays(DAYS_AFTER)),
          5,
          impact(node));
    } else if (away.size() + unknown.size() == experts) {
      add(
          key,
          "It is not known whether anybody who knows %s is there".formatted(system.shownAs()),
          "%s not in the estate as a person, so absences are not known. Add them."
              .formatted(String.join(", ", unknown) + (unknown.size() == 1 ? " is" : " are")),
          3,
          impact(node));
    }
  }

  private void compatibility(int node) {
    int unknown = 0;
    for (EstateMap.Link link : map.neededBy(node, Integer.MAX_VALUE)) {
      if (link.node().sort() != Node.Sort.SYSTEM || terms.systems().contains(link.node().name())) {
        continue;
      }
      String via = link.dependency().via().map(text -> " (%s)".formatted(text)).orElse("");
      String key =
          "%s:%s"
                  .formatted(
                      link.node().name(),
                      link.dependency().type().name().toLowerCase(java.util.Locale.ROOT))
              + via;
      Compatibility fits = Compatibility.of(link.dependency(), terms.to());
      switch (fits.answer()) {
        case INCOMPATIBLE ->
            add(
                "incompatible:" + key,
                "%s does not work with %s".formatted(link.node().title(), terms.to()),
                "Of its dependency%s: %s. Upgrade it first, or find a way around."
                    .formatted(via, fits.why()),
                5,
                impact(link.place()));
        case UNKNOWN -> {
          if (++unknown <= MOST_OF_A_SORT) {
            add(
                "compatibility-unknown:" + key,
                "It is not known whether %s works with %s"
                    .formatted(link.node().title(), terms.to()),
                "Of its dependency%s: %s. Try it, and say there up to which version it works (`until`)."
                    .formatted(via, fits.why()),
                3,
                impact(link.place()));
          }
        }
        case COMPATIBLE -> {}
      }
    }
    rest(unknown, "compatibility-unknown", "dependencies are of unknown compatibility", 3);
  }

  private void dangling(Chains chains, int node) {
    List<Integer> missing =
        chains.needed().stream()
            .filter(other -> map.node(other).sort() == Node.Sort.MISSING)
            .toList();
    missing.stream()
        .limit(MOST_OF_A_SORT)
        .forEach(other ->
            add(
                "dangling:" + map.node(other).name(),
                "%s is needed and nobody has described it".formatted(map.node(other).name()),
                "%s. What it is, where it runs and who answers for it is not known. Describe it in the estate."
                    .formatted(chains.words(chains.to(other))),
                likelihood(other, node, chains) - 1,
                impact(node)));
    rest(missing.size(), "dangling", "systems are needed that nobody has described", 3);
  }

  private void rest(int amount, String sort, String what, int likelihood) {
    if (amount > MOST_OF_A_SORT) {
      add(
          sort + ":*",
          "%d more %s".formatted(amount - MOST_OF_A_SORT, what),
          "They are on the map.",
          likelihood,
          3);
    }
  }

  private void wayBack() {
    if (terms.wayBack().isEmpty()) {
      add(
          "no-way-back",
          "No way back is known",
          "Nobody has said how one gets back to %s when it goes wrong. Say so in the upgrade."
              .formatted(terms.from()),
          3,
          5);
    }
  }

  private int impact(int node) {
    return switch (map.rating(node).criticality()) {
      case RED -> 5;
      case YELLOW -> 3;
      case GREEN -> 2;
    };
  }

  private void add(String key, String title, String detail, int likelihood, int impact) {
    found.putIfAbsent(key, new Probe(key, title, detail, likelihood, impact, Probe.Source.ESTATE));
  }

  /** The worst that the upgrade touches. */
  public static Criticality worst(Terms terms, EstateMap map) {
    return terms.systems().stream()
        .flatMap(name -> map.find(new Document.Key(EntryKind.SYSTEM, name)).stream())
        .map(node -> map.rating(node).criticality())
        .min(Criticality::compareTo)
        .orElse(Criticality.RED);
  }
}
