package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.approval.binding.Quorum;
import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Moments;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.Undertakings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people ask others for their agreement. */
@Service
public class RequestDesk {
  private final ApprovalBook book;
  private final ApprovalStore store;
  private final StandingDesk standings;
  private final UpgradeBook upgrades;
  private final Undertakings people;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RequestDesk(
      ApprovalBook book,
      ApprovalStore store,
      StandingDesk standings,
      UpgradeBook upgrades,
      Undertakings people,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.store = store;
    this.standings = standings;
    this.upgrades = upgrades;
    this.people = people;
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
    Optional<StandingApproval> standing =
        asked.kind() == Request.Kind.STANDARD
            ? Optional.of(standings.covering(upgrade, content))
            : Optional.empty();
    requireWaiver(asked, rights);
    Optional<Standing> before = book.current(upgrade, content);
    book.againstAsking(id, book.behind(actor), asked.waiver().isPresent())
        .ifPresent(why -> {
          throw new Refused(Refused.Kind.FORBIDDEN, why);
        });
    standing.ifPresent(given -> requireOther(given, actor));
    boolean high = Rules.highImpact(upgrade, content);
    Quorum wanted =
        asked.quorum().orElseGet(() -> Rules.quorum(asked.kind(), high, people.choices().teams()));
    for (Quorum.Need need : asked.quorum().map(Quorum::needs).orElse(List.of())) {
      need.of()
          .ifPresent(
              of -> of.requireThere(people.choices().teams(), "'%s' asks".formatted(need.text())));
    }
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
            standing
                .flatMap(StandingApproval::process)
                .map(process -> content.with(Field.PROCESS, process.signed()))
                .orElse(content)
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
    events.publishEvent(new ApprovalChanged(upgrade, made));
    return made;
  }

  /** Teams that are asked and are not in the estate, so that nobody can agree for them. */
  public List<String> nobodyIn(Quorum quorum) {
    var teams = people.choices().teams();
    return quorum.needs().stream()
        .flatMap(need -> need.of().stream())
        .filter(of -> of.isMissing(teams))
        .map(Owner::name)
        .distinct()
        .toList();
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

  private void requireOther(StandingApproval given, Actor actor) {
    Set<String> same = new HashSet<>(book.behind(given.by()));
    same.retainAll(book.behind(actor));
    if (!same.isEmpty()) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
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
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "To let one person have several duties needs %s.".formatted(Right.OVERRIDE.words()));
    }
  }
}
