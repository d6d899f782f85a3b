package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Difference;
import dev.evenkeel.server.approval.binding.Duty;
import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.tasks.Owner;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people agree to what others ask for, or do not. */
@Service
public class ApprovalDesk {
  private final ApprovalBook book;
  private final ApprovalStore store;
  private final DelegationDesk delegations;
  private final Deciders deciders;
  private final UpgradeBook upgrades;
  private final AfterEmergency after;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ApprovalDesk(
      ApprovalBook book,
      ApprovalStore store,
      DelegationDesk delegations,
      Deciders deciders,
      UpgradeBook upgrades,
      AfterEmergency after,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.store = store;
    this.delegations = delegations;
    this.deciders = deciders;
    this.upgrades = upgrades;
    this.after = after;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Agrees, rejects, takes one's own agreement or request back, or says something.
   *
   * @param insteadOf whose delegate it is done as
   * @param seen the edition of {@link Standing} that was looked at
   * @throws Refused when it is another by now, or who decides has another duty
   */
  @Transactional
  public Standing decide(
      UpgradeId id,
      Step.Verdict verdict,
      Optional<String> comment,
      Optional<String> insteadOf,
      String seen,
      Actor actor) {
    store.lock(id);
    Upgrade upgrade = upgrades.get(id);
    Standing current =
        book.current(upgrade)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "Nobody has asked for the approval of upgrade %s.".formatted(id)));
    if (!current.edition().equals(seen)) {
      throw new Refused(
          Refused.Kind.STALE,
          "The request, or what it asks for, is another than you looked at: it is %s now. Load it again and decide on that."
              .formatted(current.state().words()));
    }
    String person = book.person(actor, "Approvals are decided");
    boolean own = current.request().people().contains(person);
    requireSense(current, verdict, own, person);
    Set<Owner> hats = deciders.hats(person);
    insteadOf.ifPresent(of -> {
      delegations.require(of, person);
      hats.addAll(deciders.hats(of));
    });
    if (verdict == Step.Verdict.APPROVED || verdict == Step.Verdict.REJECTED) {
      Set<String> all = new HashSet<>(book.behind(actor));
      insteadOf.ifPresent(all::add);
      book.held(id, Optional.of(current))
          .against(Duty.APPROVER, all, current.request().waiver().isPresent())
          .ifPresent(why -> {
            throw new Refused(Refused.Kind.FORBIDDEN, why);
          });
    }
    Step step =
        new Step(
            current.request().id(),
            current.steps().size() + 1,
            verdict,
            actor,
            person,
            insteadOf,
            hats,
            current.request().content().digest(),
            comment,
            clock.instant());
    if (!store.add(step)) {
      throw new Refused(
          Refused.Kind.STALE, "Somebody else decided at the same time. Load it again.");
    }
    events.publishEvent(
        Auditable.by(
                actor,
                "approval " + verdict.name().toLowerCase(Locale.ROOT),
                current.request().path())
            .with("request", step.request())
            .with("digest", step.digest())
            .with("instead of", insteadOf)
            .with("comment", comment));
    Standing now = book.get(step.request());
    events.publishEvent(new ApprovalChanged(upgrade, now));
    if (current.state() != Standing.State.APPROVED) {
      after.review(now, actor);
    }
    return now;
  }

  private static void requireSense(
      Standing current, Step.Verdict verdict, boolean own, String person) {
    switch (verdict) {
      case COMMENTED -> {}
      case WITHDRAWN -> {
        boolean agreed = current.approvers().contains(person);
        if (!own && !agreed) {
          throw new Refused(
              Refused.Kind.NOT_NOW,
              "%s neither asked for this nor agreed to it, so there is nothing to take back."
                  .formatted(person));
        }
        if (current.state() == Standing.State.WITHDRAWN
            || current.state() == Standing.State.REJECTED) {
          throw decided(current);
        }
      }
      case APPROVED, REJECTED -> {
        if (current.state() == Standing.State.VOID) {
          throw new Refused(
              Refused.Kind.NOT_NOW,
              "It changed since it was asked for: %s Whoever wants it asks again."
                  .formatted(
                      String.join(
                          " ", current.material().stream().map(Difference::says).toList())));
        }
        boolean mayReject =
            verdict == Step.Verdict.REJECTED && current.state() == Standing.State.APPROVED;
        if (current.state() != Standing.State.WAITING && !mayReject) {
          throw decided(current);
        }
        if (verdict == Step.Verdict.APPROVED && current.approvers().contains(person)) {
          throw new Refused(
              Refused.Kind.NOT_NOW,
              "%s agreed already; it waits for %s."
                  .formatted(person, String.join(" and ", current.missing())));
        }
      }
    }
  }

  private static Refused decided(Standing current) {
    return new Refused(
        Refused.Kind.NOT_NOW,
        "Request %d is %s, so there is nothing to decide."
            .formatted(current.request().id(), current.state().words()));
  }
}
