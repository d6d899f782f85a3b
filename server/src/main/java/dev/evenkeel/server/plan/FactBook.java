package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.DecisionStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** All facts of upgrades, from all who know some, and what follows from them. */
@Service
public class FactBook {
  private final ObjectProvider<FactSource> sources;
  private final ProofFacts proofs;
  private final DecisionStore decisions;
  private final ObjectProvider<GateObjection> objections;

  FactBook(
      ObjectProvider<FactSource> sources,
      ProofFacts proofs,
      DecisionStore decisions,
      ObjectProvider<GateObjection> objections) {
    this.sources = sources;
    this.proofs = proofs;
    this.decisions = decisions;
    this.objections = objections;
  }

  /** All of them, in no order. */
  public List<Fact> of(Upgrade upgrade) {
    return sources.orderedStream().flatMap(source -> source.of(upgrade)).toList();
  }

  /** What is so now, then what happened, the newest first; what two tell stands there once. */
  public static List<Fact> timeline(Collection<Fact> facts) {
    record Moment(Instant at, String path) {}
    record Told(Optional<Moment> moment, String kind) {}
    Map<Told, Fact> once = new LinkedHashMap<>();
    Set<Moment> named = new HashSet<>();
    for (Fact fact : facts) {
      Optional<Moment> moment = fact.at().map(at -> new Moment(at, fact.path()));
      moment.filter(_ -> fact.by().isPresent()).ifPresent(named::add);
      once.merge(
          new Told(moment, fact.kind()), fact, (one, other) -> one.by().isPresent() ? one : other);
    }
    return once.entrySet().stream()
        .filter(one ->
            one.getValue().by().isPresent()
                || one.getKey().moment().filter(named::contains).isEmpty())
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(FactBook::moment).reversed())
        .toList();
  }

  private static Instant moment(Fact fact) {
    return fact.at().orElse(Instant.MAX);
  }

  public Lifecycle lifecycle(Upgrade upgrade) {
    return Lifecycle.of(
        sources.orderedStream().flatMap(source -> source.ofTheWay(upgrade)).toList(),
        decisions.of(upgrade.id()));
  }

  public Checklist checklist(Upgrade upgrade) {
    return Checklist.of(
            upgrade, proofs.of(upgrade).toList(), proofs.known(upgrade), decisions.of(upgrade.id()))
        .against(gate ->
            objections
                .orderedStream()
                .flatMap(one -> one.against(upgrade, gate).stream())
                .reduce(GateObjection.Objection::and));
  }

  /** The oldest first. */
  public List<Decision> decisions(UpgradeId id) {
    return decisions.of(id);
  }
}
