package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Duty;
import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.StandingRights;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.Undertakings;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose agreement is missing, and who of them may give it. */
@Component
public class Deciders {
  private final ApprovalBook book;
  private final ApprovalStore store;
  private final DelegationDesk delegations;
  private final Undertakings people;
  private final StandingRights rights;
  private final Clock clock;

  Deciders(
      ApprovalBook book,
      ApprovalStore store,
      DelegationDesk delegations,
      Undertakings people,
      StandingRights rights,
      Clock clock) {
    this.book = book;
    this.store = store;
    this.delegations = delegations;
    this.people = people;
    this.rights = rights;
    this.clock = clock;
  }

  /** The names, teams and roles somebody decides as. */
  Set<Owner> hats(String person) {
    Set<Owner> hats = new HashSet<>(people.hats(person));
    Owner.parse(person).ifPresent(hats::add);
    return hats;
  }

  /** Whether somebody is among those whose agreement is missing, as themselves or as a delegate. */
  public boolean waitsFor(Standing standing, String person, List<String> insteadOf) {
    if (standing.state() != Standing.State.WAITING
        || standing.request().people().contains(person)
        || standing.approvers().contains(person)) {
      return false;
    }
    Set<Owner> hats = hats(person);
    insteadOf.forEach(of -> hats.addAll(hats(of)));
    return standing.request().quorum().needs().stream()
        .anyMatch(need -> need.of().isEmpty() || hats.contains(need.of().get()));
  }

  /** Those of these people who may decide on it now, as themselves or as a delegate. */
  public List<String> of(Standing standing, Collection<String> people) {
    Duty.Held held = book.held(standing.request().upgrade(), Optional.of(standing));
    boolean waived = standing.request().waiver().isPresent();
    return people.stream()
        .filter(person ->
            waitsFor(standing, person, delegations.insteadOf(person))
                && held.against(Duty.APPROVER, Set.of(person), waived).isEmpty()
                && may(person, Right.APPROVE))
        .toList();
  }

  /**
   * How many wait for somebody, as themselves or as a delegate; without a look at what changed
   * since, as every page asks for it.
   */
  public int waiting(String person) {
    return undecidedFor(person).size();
  }

  /** The same, one by one. */
  List<Standing> undecidedFor(String person) {
    Instant now = clock.instant();
    List<Request> undecided = store.undecided(now);
    if (undecided.isEmpty() || !may(person, Right.APPROVE)) {
      return List.of();
    }
    List<String> insteadOf = delegations.insteadOf(person);
    var steps = store.steps(undecided.stream().map(Request::id).toList());
    return undecided.stream()
        .map(one -> Standing.of(one, steps.getOrDefault(one.id(), List.of()), one.content(), now))
        .filter(one -> waitsFor(one, person, insteadOf))
        .toList();
  }

  /** Whether somebody has a right now. */
  public boolean may(String person, Right right) {
    return rights.of(Actor.person(person), clock.instant())
            instanceof StandingRights.Standing.Holds(Rights has)
        && has.maySomewhere(right);
  }
}
