package dev.evenkeel.server.people;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** That a team is ready, and that somebody decides on going back. */
@Component
class PeopleProofs implements Proofs {
  private final TeamBook book;
  private final Clock clock;

  PeopleProofs(TeamBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of(ProofKind.TEAM_READY, ProofKind.ROLLBACK_AUTHORITY);
  }

  @Override
  public Optional<Proof> of(Undertaking about, ProofKind kind) {
    TeamState state = book.of(new UpgradeId(about.id()));
    String path = about.path() + "/" + PeopleAspect.PATH;
    return switch (kind) {
      case TEAM_READY ->
          state.ready()
              ? Optional.of(
                  new Proof(
                      "The team has %d people; all of them have seen the chart of duties, and the window is covered."
                          .formatted(state.seats().size()),
                      clock.instant(),
                      path))
              : Optional.empty();
      case ROLLBACK_AUTHORITY ->
          state
              .decides()
              .map(who ->
                  new Proof("%s decides on going back.".formatted(who), clock.instant(), path));
      default -> Optional.empty();
    };
  }
}
