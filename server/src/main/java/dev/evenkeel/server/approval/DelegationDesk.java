package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.approval.store.DelegationStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.StandingRights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where approvers say who agrees in their place for a while, and why. */
@Service
public class DelegationDesk {
  private static final Duration LONGEST = Duration.ofDays(92);

  private final DelegationStore store;
  private final ApprovalStore approvals;
  private final StandingRights rights;
  private final ApprovalBook book;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DelegationDesk(
      DelegationStore store,
      ApprovalStore approvals,
      StandingRights rights,
      ApprovalBook book,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.approvals = approvals;
    this.rights = rights;
    this.book = book;
    this.events = events;
    this.clock = clock;
  }

  /** Those that have not ended. */
  public List<Delegation> open() {
    return store.open(clock.instant());
  }

  /** For whom somebody may agree now. */
  public List<String> insteadOf(String person) {
    Instant now = clock.instant();
    return store.open(now).stream()
        .filter(one -> one.to().equals(person) && one.holds(now))
        .map(Delegation::of)
        .distinct()
        .toList();
  }

  /**
   * Lets another approver agree in one's place.
   *
   * @throws Refused when the other may not agree to changes, or asked for one that waits
   */
  @Transactional
  public void give(String to, Instant from, Instant until, String reason, Actor actor) {
    Instant now = clock.instant();
    String of = book.person(actor, "A delegate is named");
    if (to.equals(of)) {
      throw new Refused(Refused.Kind.INVALID, "A delegate is somebody else than who names one.");
    }
    if (!until.isAfter(from) || !until.isAfter(now)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "From %s until %s is no time that lies ahead.".formatted(from, until));
    }
    if (until.isAfter(from.plus(LONGEST))) {
      throw new Refused(
          Refused.Kind.INVALID,
          "A delegation lasts %d days at most. Give the right to approve instead."
              .formatted(LONGEST.toDays()));
    }
    StandingRights.Standing standing = rights.of(Actor.person(to), now);
    if (!(standing instanceof StandingRights.Standing.Holds(Rights has))
        || !has.maySomewhere(Right.APPROVE)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "%s may not agree to changes: that takes %s.".formatted(to, Right.APPROVE.words()));
    }
    approvals.undecided(now).stream()
        .filter(request -> request.people().contains(to))
        .findFirst()
        .ifPresent(request -> {
          throw new Refused(
              Refused.Kind.FORBIDDEN,
              "%s asked for the approval of upgrade %s, and may not be given the place of who agrees to it. Name another delegate."
                  .formatted(to, request.upgrade()));
        });
    long id =
        store.add(new Delegation(0, of, to, from, until, reason, actor, now, Optional.empty()));
    events.publishEvent(
        Auditable.by(actor, "approval delegated", "/approvals")
            .with("delegation", id)
            .with("of", of)
            .with("to", to)
            .with("from", from)
            .with("until", until)
            .with("reason", reason));
  }

  /** Ends one's own before its time. */
  @Transactional
  public void end(long id, Actor actor) {
    String person = book.person(actor, "A delegation is ended");
    Delegation one =
        store
            .find(id)
            .filter(found -> found.of().equals(person))
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_FOUND, "There is no delegation %d of yours.".formatted(id)));
    if (!store.end(id, clock.instant())) {
      throw new Refused(Refused.Kind.NOT_NOW, "This delegation has ended already.");
    }
    events.publishEvent(
        Auditable.by(actor, "approval delegation ended", "/approvals")
            .with("delegation", id)
            .with("to", one.to()));
  }

  /**
   * @throws Refused when one may not agree in the place of the other now
   */
  void require(String of, String person) {
    if (!insteadOf(person).contains(of)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "%s has not named %s as delegate for this time.".formatted(of, person));
    }
  }
}
