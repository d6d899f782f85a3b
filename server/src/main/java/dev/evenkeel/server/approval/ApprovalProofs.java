package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether whoever must agree has agreed, to what there is. */
@Component
class ApprovalProofs implements Proofs {
  private final ApprovalBook book;
  private final UpgradeBook upgrades;

  ApprovalProofs(ApprovalBook book, UpgradeBook upgrades) {
    this.book = book;
    this.upgrades = upgrades;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of(ProofKind.APPROVED);
  }

  @Override
  public Optional<Proof> of(Undertaking about, ProofKind kind) {
    return book.current(upgrades.get(new UpgradeId(about.id())))
        .filter(one -> one.state() == Standing.State.APPROVED)
        .map(one ->
            new Proof(
                "It was approved as a %s change, to begin from %s until %s, by %s."
                    .formatted(
                        one.request().kind().word(),
                        one.request().from(),
                        one.request().until(),
                        String.join(", ", book.approvers(one).stream().sorted().toList())),
                one.last().map(Step::at).orElse(one.request().at()),
                one.request().path()));
  }
}
