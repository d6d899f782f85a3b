package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.DecisionStore;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.TeamGate;
import dev.evenkeel.server.shared.Wait;
import dev.evenkeel.server.shared.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Items of go-live checklists that wait for who validates, once the go-live is near. */
@Component
class ChecklistWaits implements Waiting {
  private final NearUpgrades near;
  private final DecisionStore decisions;
  private final ProofFacts proofs;
  private final TeamGate teams;
  private final ObjectProvider<Separation> separation;

  ChecklistWaits(
      NearUpgrades near,
      DecisionStore decisions,
      ProofFacts proofs,
      TeamGate teams,
      ObjectProvider<Separation> separation) {
    this.near = near;
    this.decisions = decisions;
    this.proofs = proofs;
    this.teams = teams;
    this.separation = separation;
  }

  @Override
  public List<Wait> of(String person, Rights rights) {
    if (!rights.maySomewhere(Right.VALIDATE)) {
      return List.of();
    }
    List<NearUpgrades.Near> all =
        near.all().stream()
            .filter(one ->
                teams.against(rights, Right.VALIDATE, one.upgrade().terms().systems()).isEmpty())
            .toList();
    Map<UpgradeId, List<Decision>> said =
        decisions.of(all.stream().map(one -> one.upgrade().id()).toList());
    return all.stream()
        .flatMap(
            one -> wait(one, said.getOrDefault(one.upgrade().id(), List.of()), person).stream())
        .toList();
  }

  private Optional<Wait> wait(NearUpgrades.Near one, List<Decision> said, String person) {
    Upgrade upgrade = one.upgrade();
    int open = Checklist.unanswered(upgrade, proofs.known(upgrade), said).size();
    return open == 0 || separation.orderedStream().anyMatch(it -> it.isAgainst(upgrade, person))
        ? Optional.empty()
        : Optional.of(
            new Wait(
                Wait.Kind.CHECKLIST,
                "checklist/" + upgrade.id(),
                upgrade.terms().title(),
                String.valueOf(open),
                Optional.of(one.start()),
                "/upgrades/%s/%s".formatted(upgrade.id(), GoLiveAspect.PATH)));
  }
}
