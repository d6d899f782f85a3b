package dev.evenkeel.server.tasks;

import java.util.Optional;
import java.util.Set;

/** Whoever knows facts tells here which of them are so. A kind has one that knows it. */
public interface Proofs {
  /** The kinds this one knows: their tasks are closed by it and by nobody else. */
  Set<ProofKind> kinds();

  /** The fact, while it is so. */
  Optional<Proof> of(Undertaking upgrade, ProofKind kind);
}
