package dev.evenkeel.server.plan;

import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What closes tasks, as facts of the upgrade. */
@Component
class ProofFacts implements FactSource {
  private final ObjectProvider<Proofs> proofs;
  private final Clock clock;

  ProofFacts(ObjectProvider<Proofs> proofs, Clock clock) {
    this.proofs = proofs;
    this.clock = clock;
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    return of(upgrade, _ -> true);
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return of(upgrade, kind -> Lifecycle.TELLING.contains(kind.word()));
  }

  private Stream<Fact> of(Upgrade upgrade, Predicate<ProofKind> wanted) {
    return proofs
        .orderedStream()
        .flatMap(source ->
            Stream.concat(source.kinds().stream(), source.sometimes().stream())
                .filter(wanted)
                .sorted()
                .flatMap(kind -> fact(source, upgrade, kind).stream()));
  }

  private Optional<Fact> fact(Proofs source, Upgrade upgrade, ProofKind kind) {
    Instant asked = clock.instant();
    return source
        .of(UpgradeUndertakings.of(upgrade), kind)
        .map(proof ->
            new Fact(
                kind.word(),
                // What is only known to be so now is told with the moment of the question.
                Optional.of(proof.at()).filter(at -> at.isBefore(asked)),
                Optional.empty(),
                proof.says(),
                proof.path(),
                true));
  }

  /**
   * Kinds the go-live checklist asks for that somebody can tell of it: of these nobody else says
   * that they are so.
   */
  Set<ProofKind> known(Upgrade upgrade) {
    Undertaking about = UpgradeUndertakings.of(upgrade);
    Set<ProofKind> known = EnumSet.noneOf(ProofKind.class);
    proofs
        .orderedStream()
        .forEach(one -> {
          known.addAll(one.kinds());
          one.sometimes().stream()
              .filter(Gate.PROOFS::contains)
              .filter(kind -> one.tells(about, kind))
              .forEach(known::add);
        });
    return known;
  }
}
