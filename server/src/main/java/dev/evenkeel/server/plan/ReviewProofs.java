package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.DecisionStore;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether the review is written down, and nobody opened the upgrade again since. */
@Component
class ReviewProofs implements Proofs {
  private final DecisionStore decisions;

  ReviewProofs(DecisionStore decisions) {
    this.decisions = decisions;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of(ProofKind.REVIEW_HELD);
  }

  @Override
  public Optional<Proof> of(Undertaking about, ProofKind kind) {
    return decisions.of(new UpgradeId(about.id())).stream()
        .filter(one -> one.kind().ofTheWhole())
        .max(Comparator.comparingInt(Decision::number))
        .filter(one -> one.kind() == Decision.Kind.REVIEW)
        .map(one ->
            new Proof(
                "%s wrote the review down: %s".formatted(one.by().name(), one.why()),
                one.at(),
                about.path()));
  }
}
