package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.binding.Difference;
import dev.evenkeel.server.approval.binding.Duty;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.approval.binding.Quorum;
import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.approval.store.StandingStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Moments;
import dev.evenkeel.server.shared.Refused;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people ask for agreement and give it, or do not. */
@Service
public class ApprovalDesk {
  private final ApprovalBook book;
  private final ApprovalStore store;
  private final StandingStore standings;
  private final DelegationDesk delegations;
  private final UpgradeBook upgrades;
  private final Undertakings people;
  private final AfterEmergency after;
  private final StandingRights rights;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ApprovalDesk(
      ApprovalBook book,
      ApprovalStore store,
      StandingStore standings,
      DelegationDesk delegations,
      UpgradeBook upgrades,
      Undertakings people,
      AfterEmergency after,
      StandingRights rights,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.store = store;
    this.standings = standings;
    this.delegations = delegations;
    this.upgrades = upgrades;
    this.people = people;
    this.after = after;
    this.rights = rights;
    this.events = events;
    this.clock = clock;
  }

  /** What a request would be like when nothing is said. */
  public record Proposed(
      boolean highImpact, Quorum quorum, Optional<Instant> from, Optional<Instant> until) {}

  public Proposed proposed(Upgrade upgrade, Request.Kind kind) {
    Content content = book.content(upgrade);
    boolean high = Rules.highImpact(upgrade, content);
    Optional<Rules.Window> window = Rules.window(kind, content, clock.instant());
    return new Proposed(
        high,
        Rules.quorum(kind, high, people.choices().teams()),
        window.map(Rules.Window::from),
        window.map(Rules.Window::until));
  }

  /**
   * Asks others to agree to the upgrade as it is now. What was asked before counts no more.
   *
   * @param rights of who asks; a waiver takes the right to override
   * @throws Refused when something that is signed is missing, or who asks has another duty
   */
  @Transactional
  public Standing request(UpgradeId id, Asked asked, Rights rights, Actor actor) {
    store.lock(id);
    Upgrade upgrade = upgrades.get(id);
    if (upgrade.isOver()) {
      throw upgrade.refused();
    }
    Instant now = clock.instant();
    book.person(actor, "Approval is asked for");
    Content content = book.content(upgrade);
    if (content.get(Field.RUNBOOK_DIGEST).isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "There is no runbook to agree to: no run and no rehearsal was made for upgrade %s. Rehearse it, or take its run in without starting it (evenkeel run start FILE --upgrade %s --no-start), then ask."
              .formatted(id, id));
    }
    Rules.Window window = window(asked, content, now);
    Optional<StandingApproval> standing = standing(asked, upgrade, content, now);
    requireWaiver(asked, rights);
    Optional<Standing> before = book.current(upgrade, content);
    book.againstAsking(id, book.behind(actor), asked.waiver().isPresent())
        .ifPresent(why -> {
          throw forbidden(why);
        });
    standing.ifPresent(given -> requireOther(given, actor));
    boolean high = Rules.highImpact(upgrade, content);
    Quorum wanted =
        asked.quorum().orElseGet(() -> Rules.quorum(asked.kind(), high, people.choices().teams()));
    int least = Rules.least(asked.kind(), high);
    if (!wanted.isNoLessThan(least)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "At least %d must agree to this; '%s' are fewer.".formatted(least, wanted.text()));
    }
    Quorum quorum = wanted.byAtLeast(least);
    Request request =
        new Request(
            0,
            id,
            asked.kind(),
            asked.why(),
            quorum,
            content
                .with(Field.WINDOW_FROM, window.from().toString())
                .with(Field.WINDOW_UNTIL, window.until().toString()),
            window.from(),
            window.until(),
            standing.map(StandingApproval::id),
            asked.waiver(),
            asked.waiver().map(_ -> actor),
            actor,
            book.behind(actor),
            now);
    long number = store.add(request);
    Request kept = store.find(number).orElseThrow();
    events.publishEvent(
        Auditable.by(actor, "approval requested", kept.path())
            .with("request", number)
            .with("kind", kept.kind().word())
            .with("quorum", quorum.text())
            .with("from", kept.from())
            .with("until", kept.until())
            .with("digest", kept.content().digest())
            .with("instead of", before.map(one -> one.request().id()))
            .with("standing approval", kept.standing())
            .with("duties waived because", kept.waiver())
            .with("why", kept.why()));
    Standing made = book.standing(kept, content);
    tell(upgrade, made);
    return made;
  }

  private Rules.Window window(Asked asked, Content content, Instant now) {
    Optional<Rules.Window> usual = Rules.window(asked.kind(), content, now);
    Instant from =
        asked
            .from()
            .or(() -> usual.map(Rules.Window::from))
            .or(() -> asked.until().map(_ -> now))
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.INVALID,
                    "Nobody has said when it happens. Say from when until when it may begin, or give the upgrade its day of go-live."));
    Instant until =
        asked
            .until()
            .or(() -> asked.from().map(at -> at.plus(java.time.Duration.ofDays(1))))
            .or(() -> usual.map(Rules.Window::until))
            .orElseThrow();
    if (!until.isAfter(from) || !until.isAfter(now)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "It may begin from %s until %s, and that is %s. Give a window that lies ahead."
              .formatted(
                  Moments.at(from), Moments.at(until), until.isAfter(from) ? "over" : "no time"));
    }
    return new Rules.Window(from, until);
  }

  private Optional<StandingApproval> standing(
      Asked asked, Upgrade upgrade, Content content, Instant now) {
    if (asked.kind() != Request.Kind.STANDARD) {
      return Optional.empty();
    }
    StringBuilder why = new StringBuilder();
    for (StandingApproval one : standings.all()) {
      Optional<String> beyond = Rules.beyond(one, upgrade, content, now);
      if (beyond.isEmpty()) {
        return Optional.of(one);
      }
      why.append(" '%s': %s.".formatted(one.title(), beyond.get()));
    }
    throw new Refused(
        Refused.Kind.NOT_NOW,
        "No standing approval lets this go as a standard change.%s Ask for it as a normal change."
            .formatted(why));
  }

  private void requireOther(StandingApproval given, Actor actor) {
    Set<String> same = new HashSet<>(book.behind(given.by()));
    same.retainAll(book.behind(actor));
    if (!same.isEmpty()) {
      throw forbidden(
          "%s gave the standing approval '%s', and may not ask for what it lets through: requester and approver of one upgrade are different people."
              .formatted(same.iterator().next(), given.title()));
    }
  }

  private static void requireWaiver(Asked asked, Rights rights) {
    if (asked.waiver().isEmpty()) {
      return;
    }
    if (asked.kind() != Request.Kind.EMERGENCY) {
      throw new Refused(
          Refused.Kind.INVALID,
          "Only in an emergency may one person have several duties, and it is reviewed afterwards. Ask for it as an emergency, or leave the waiver out.");
    }
    if (!rights.maySomewhere(Right.OVERRIDE)) {
      throw forbidden(
          "To let one person have several duties needs %s.".formatted(Right.OVERRIDE.words()));
    }
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
    Set<Owner> hats = hats(person);
    insteadOf.ifPresent(of -> {
      delegations.require(of, person);
      hats.addAll(hats(of));
    });
    if (verdict == Step.Verdict.APPROVED || verdict == Step.Verdict.REJECTED) {
      Set<String> all = new HashSet<>(book.behind(actor));
      insteadOf.ifPresent(all::add);
      book.held(id, Optional.of(current))
          .against(Duty.APPROVER, all, current.request().waiver().isPresent())
          .ifPresent(why -> {
            throw forbidden(why);
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
    tell(upgrade, now);
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

  private Set<Owner> hats(String person) {
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
  public List<String> deciders(Standing standing, Collection<String> people) {
    Instant now = clock.instant();
    Duty.Held held = book.held(standing.request().upgrade(), Optional.of(standing));
    boolean waived = standing.request().waiver().isPresent();
    return people.stream()
        .filter(person -> {
          List<String> insteadOf = delegations.insteadOf(person);
          return waitsFor(standing, person, insteadOf)
              && held.against(Duty.APPROVER, Set.of(person), waived).isEmpty()
              && rights.of(Actor.person(person), now)
                  instanceof StandingRights.Standing.Holds(Rights has)
              && has.maySomewhere(Right.APPROVE);
        })
        .toList();
  }

  /**
   * How many wait for somebody, as themselves or as a delegate; without a look at what changed
   * since, as every page asks for it.
   */
  public int waiting(String person) {
    Instant now = clock.instant();
    List<Request> undecided = store.undecided(now);
    if (undecided.isEmpty()
        || !(rights.of(Actor.person(person), now)
            instanceof StandingRights.Standing.Holds(Rights has))
        || !has.maySomewhere(Right.APPROVE)) {
      return 0;
    }
    List<String> insteadOf = delegations.insteadOf(person);
    var steps = store.steps(undecided.stream().map(Request::id).toList());
    return (int)
        undecided.stream()
            .map(one ->
                Standing.of(one, steps.getOrDefault(one.id(), List.of()), one.content(), now))
            .filter(one -> waitsFor(one, person, insteadOf))
            .count();
  }

  private void tell(Upgrade upgrade, Standing standing) {
    events.publishEvent(new ApprovalChanged(upgrade, standing));
  }

  private static Refused forbidden(String why) {
    return new Refused(Refused.Kind.FORBIDDEN, why);
  }
}
