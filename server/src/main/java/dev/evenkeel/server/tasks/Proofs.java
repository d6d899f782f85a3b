package dev.evenkeel.server.tasks;

import java.util.Optional;
import java.util.Set;

/** Whoever knows facts tells here which of them are so. A kind has one that knows it. */
public interface Proofs {
  /** The kinds this one knows: their tasks are closed by it and by nobody else. */
  Set<ProofKind> kinds();

  /** Kinds it can tell of some upgrades only: of the others a named person says so. */
  default Set<ProofKind> sometimes() {
    return Set.of();
  }

  /** Whether it can tell such facts of this upgrade, so that nobody else says them. */
  default boolean tells(Undertaking upgrade, ProofKind kind) {
    return kinds().contains(kind);
  }

  /** The fact, while it is so. */
  Optional<Proof> of(Undertaking upgrade, ProofKind kind);
}
