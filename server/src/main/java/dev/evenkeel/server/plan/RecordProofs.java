package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.DecisionStore;
import dev.evenkeel.server.plan.store.FollowUpStore;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the record itself has: an item of the checklist that a validator confirmed, the next upgrade
 * that was put on the schedule. Where nobody did so here, a person tells.
 */
@Component
class RecordProofs implements Proofs {
  private final UpgradeBook book;
  private final DecisionStore decisions;
  private final FollowUpStore followed;

  RecordProofs(UpgradeBook book, DecisionStore decisions, FollowUpStore followed) {
    this.book = book;
    this.decisions = decisions;
    this.followed = followed;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of();
  }

  @Override
  public Set<ProofKind> sometimes() {
    return Set.of(ProofKind.TEST_ENVIRONMENT_CONFIRMED, ProofKind.NEXT_PLANNED);
  }

  @Override
  public boolean tells(Undertaking upgrade, ProofKind kind) {
    UpgradeId id = new UpgradeId(upgrade.id());
    return switch (kind) {
      case TEST_ENVIRONMENT_CONFIRMED -> said(id).isPresent();
      case NEXT_PLANNED -> next(id).isPresent();
      default -> false;
    };
  }

  @Override
  public Optional<Proof> of(Undertaking about, ProofKind kind) {
    UpgradeId id = new UpgradeId(about.id());
    return switch (kind) {
      case TEST_ENVIRONMENT_CONFIRMED ->
          said(id)
              .filter(one -> one.kind() == Decision.Kind.CONFIRM)
              .filter(one -> one.about().equals(Checklist.about(book.get(id))))
              .map(one ->
                  new Proof(
                      "%s confirmed it: %s".formatted(one.by().name(), one.why()),
                      one.at(),
                      about.path() + "/go-live"));
      case NEXT_PLANNED -> next(id).map(one -> new Proof(one.says(), one.at(), one.path()));
      default -> Optional.empty();
    };
  }

  private Optional<Decision> said(UpgradeId id) {
    return Gate.TEST_ENVIRONMENT.last(decisions.of(id));
  }

  private Optional<FollowUp> next(UpgradeId id) {
    return followed.of(id).stream()
        .filter(one -> one.kind() == FollowUp.Kind.NEXT)
        .reduce((one, later) -> later);
  }
}
