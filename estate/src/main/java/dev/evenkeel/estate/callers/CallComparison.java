package dev.evenkeel.estate.callers;

import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.DependencyType;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen beside what is declared.
 *
 * @param links between systems, those that were seen and not declared first
 * @param strangers parties nobody has named, that called a system; the busiest first
 * @param unnamed calls to something that nobody has named
 */
public record CallComparison(List<Link> links, List<Stranger> strangers, List<SeenCall> unnamed) {

  /** How both go together. */
  public enum State {
    SEEN_NOT_DECLARED,
    DECLARED_NOT_SEEN,
    DECLARED_AND_SEEN
  }

  /**
   * One system that calls another.
   *
   * @param count 0 when it was not seen
   */
  public record Link(
      State state,
      String caller,
      String callee,
      long count,
      Optional<Instant> first,
      Optional<Instant> last,
      String example) {}

  /** Somebody who called a system, and nobody knows who it is. */
  public record Stranger(String callee, SeenCall call) {}

  private record Pair(String caller, String callee) {}

  /** Calls that need a declared dependency to be explained. */
  private static final Set<DependencyType> SEEN_IN_LOGS =
      Set.of(DependencyType.CALLS, DependencyType.WEBHOOK);

  public CallComparison {
    links = List.copyOf(links);
    strangers = List.copyOf(strangers);
    unnamed = List.copyOf(unnamed);
  }

  public static CallComparison of(Estate estate, CallerRules rules, Collection<SeenCall> calls) {
    Map<Pair, SeenCall> seen = new LinkedHashMap<>();
    List<Stranger> strangers = new ArrayList<>();
    List<SeenCall> unnamed = new ArrayList<>();
    Set<String> watched = new HashSet<>();
    for (SeenCall call : calls) {
      CallerRules.Behind callee = rules.behind(call.callee());
      if (callee.system().isEmpty()) {
        if (!callee.known()) {
          unnamed.add(call);
        }
        continue;
      }
      String called = callee.system().get();
      watched.add(called);
      CallerRules.Behind caller = rules.behind(call.caller());
      if (caller.system().isPresent()) {
        if (!caller.system().get().equals(called)) {
          seen.merge(new Pair(caller.system().get(), called), call, SeenCall::and);
        }
      } else if (!caller.known()) {
        strangers.add(new Stranger(called, call));
      }
    }
    strangers.sort(
        Comparator.comparingLong((Stranger one) -> one.call().count())
            .reversed()
            .thenComparing(Stranger::callee));
    unnamed.sort(Comparator.comparingLong(SeenCall::count).reversed());
    return new CallComparison(links(estate, seen, watched), strangers, unnamed);
  }

  private static List<Link> links(Estate estate, Map<Pair, SeenCall> seen, Set<String> watched) {
    Map<Pair, Boolean> declared = declared(estate);
    List<Link> links = new ArrayList<>();
    seen.forEach((pair, call) ->
        links.add(
            new Link(
                declared.containsKey(pair) ? State.DECLARED_AND_SEEN : State.SEEN_NOT_DECLARED,
                pair.caller(),
                pair.callee(),
                call.count(),
                Optional.of(call.first()),
                Optional.of(call.last()),
                call.example())));
    // Of a system without any log nothing can be missed.
    declared.forEach((pair, isCall) -> {
      if (isCall && watched.contains(pair.callee()) && !seen.containsKey(pair)) {
        links.add(
            new Link(
                State.DECLARED_NOT_SEEN,
                pair.caller(),
                pair.callee(),
                0,
                Optional.empty(),
                Optional.empty(),
                ""));
      }
    });
    links.sort(
        Comparator.comparing(Link::state)
            .thenComparing(Link::count, Comparator.reverseOrder())
            .thenComparing(Link::callee)
            .thenComparing(Link::caller));
    return links;
  }

  /** Who may call whom, and whether a log should show it. */
  private static Map<Pair, Boolean> declared(Estate estate) {
    Map<Pair, Boolean> declared = new HashMap<>();
    for (Document document : estate.all(EntryKind.SYSTEM).values()) {
      if (document.entry() instanceof EstateSystem system) {
        for (Dependency need : system.dependsOn()) {
          boolean shown = SEEN_IN_LOGS.contains(need.type());
          // Who is called back is the callee.
          Pair pair =
              need.type() == DependencyType.WEBHOOK
                  ? new Pair(need.system(), system.name())
                  : new Pair(system.name(), need.system());
          declared.merge(pair, shown, Boolean::logicalOr);
          if (need.type() == DependencyType.WEBHOOK) {
            declared.putIfAbsent(new Pair(system.name(), need.system()), false);
          }
        }
      }
    }
    return declared;
  }
}
