package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.binding.Difference;
import dev.evenkeel.server.approval.binding.Duty;
import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.approval.store.DutyStore;
import dev.evenkeel.server.plan.FactBook;
import dev.evenkeel.server.plan.MomentObjection;
import dev.evenkeel.server.plan.StartObjection;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Obstacle;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a run in production begin when exactly it was agreed to, for now, by others than who starts
 * it, and the go-live checklist holds. A rehearsal needs none of it, and going back is never asked
 * about.
 */
@Component
@EnableConfigurationProperties(ApprovalSettings.class)
class ApprovalGate implements GoAhead, StartObjection {
  private final ApprovalBook book;
  private final ApprovalStore store;
  private final UpgradeBook upgrades;
  private final FactBook facts;
  private final DutyStore duties;
  private final ObjectProvider<MomentObjection> objections;
  private final ApprovalSettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ApprovalGate(
      ApprovalBook book,
      ApprovalStore store,
      UpgradeBook upgrades,
      FactBook facts,
      DutyStore duties,
      ObjectProvider<MomentObjection> objections,
      ApprovalSettings settings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.store = store;
    this.upgrades = upgrades;
    this.facts = facts;
    this.duties = duties;
    this.objections = objections;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /** When it is asked, which says what of an approval is looked at. */
  private enum Moment {
    START,
    GOING_ON,
    IN_FLIGHT;

    Standing judges(Standing standing) {
      return switch (this) {
        case START -> standing;
        case GOING_ON -> standing.butForWindow();
        case IN_FLIGHT -> standing.byDecisions();
      };
    }
  }

  @Override
  public void hold(Question question) {
    meant(question).stream()
        .map(Upgrade::id)
        .sorted(Comparator.comparing(UpgradeId::value))
        .forEach(store::lock);
  }

  @Override
  public Ruling aboutStart(Question question) {
    return rule(question, Moment.START, _ -> Optional.of(book.behind(question.operator())));
  }

  @Override
  public Ruling aboutGoingOn(Question question) {
    return rule(question, Moment.GOING_ON, _ -> Optional.of(book.behind(question.operator())));
  }

  @Override
  public Ruling inFlight(Question question, String run) {
    return rule(
        question,
        Moment.IN_FLIGHT,
        upgrade -> Optional.ofNullable(duties.operators(upgrade.id()).get(run)));
  }

  /**
   * @param operators who carries it out, by sign-in name; empty when nobody is known to
   */
  private Ruling rule(
      Question question, Moment moment, Function<Upgrade, Optional<Set<String>>> operators) {
    if (settings.production() == ApprovalSettings.Production.NEVER) {
      return Ruling.NOTHING_AGAINST;
    }
    List<Upgrade> meant = meant(question);
    List<Obstacle> never = new ArrayList<>();
    List<Obstacle> overridable = new ArrayList<>();
    for (Upgrade upgrade : meant) {
      agreed(upgrade, question, moment, operators.apply(upgrade), never);
      checklist(upgrade, overridable);
      if (moment == Moment.START) {
        objections
            .orderedStream()
            .flatMap(one -> one.against(upgrade, question.at()).stream())
            .forEach(overridable::add);
      }
    }
    if (meant.isEmpty() && moment == Moment.START) {
      unnamed(question).ifPresent(overridable::add);
    }
    return new Ruling(never, overridable, meant.stream().map(Upgrade::id).toList());
  }

  /** The one that it was made for, else those that its systems and versions tell. */
  private List<Upgrade> meant(Question question) {
    return question
        .upgrade()
        .map(id -> List.of(upgrades.get(id)))
        .orElseGet(() ->
            upgrades.open().stream()
                .filter(one ->
                    question.systems().containsAll(one.terms().systems())
                        && question.versions().contains(one.terms().to()))
                .toList());
  }

  private void agreed(
      Upgrade upgrade,
      Question question,
      Moment moment,
      Optional<Set<String>> operators,
      List<Obstacle> never) {
    Content now = book.content(upgrade, question);
    Optional<Standing> current = book.current(upgrade, now);
    agreed(upgrade, current, moment, question.at(), never);
    if (current.isPresent()) {
      Standing standing = current.get();
      Duty.Held held = book.held(upgrade.id(), current);
      operators
          .flatMap(people ->
              held.against(Duty.OPERATOR, people, standing.request().waiver().isPresent()))
          .ifPresent(why -> never.add(approval(upgrade, why)));
    }
  }

  private static void agreed(
      Upgrade upgrade,
      Optional<Standing> current,
      Moment moment,
      Instant at,
      List<Obstacle> never) {
    if (current.isEmpty()) {
      never.add(
          approval(
              upgrade,
              "nobody has agreed to it. Ask for its approval on its tab Approval (evenkeel approval request %s)."
                  .formatted(upgrade.id())));
      return;
    }
    Standing standing = current.get();
    against(moment.judges(standing)).ifPresent(why -> never.add(approval(upgrade, why)));
    if (moment == Moment.START && standing.isCurrent()) {
      outside(standing.request(), at).ifPresent(why -> never.add(approval(upgrade, why)));
    }
  }

  private static Obstacle approval(Upgrade upgrade, String why) {
    return Obstacle.of(
        new Obstacle.Clearing(
            "approval",
            "Approval of upgrade %s".formatted(upgrade.id()),
            "A requester asks for it; approvers without another duty in it decide.",
            Optional.of("/upgrades/%s/approval".formatted(upgrade.id()))),
        "Upgrade %s, %s: %s".formatted(upgrade.id(), upgrade.terms().title(), why));
  }

  /** Whoever would start it, and whatever its runbook. */
  @Override
  public List<Obstacle> against(Upgrade upgrade) {
    if (settings.production() == ApprovalSettings.Production.NEVER) {
      return List.of();
    }
    List<Obstacle> against = new ArrayList<>();
    agreed(upgrade, book.current(upgrade), Moment.START, clock.instant(), against);
    checklist(upgrade, against);
    return against;
  }

  private static Optional<String> against(Standing standing) {
    return switch (standing.state()) {
      case APPROVED -> Optional.empty();
      case WAITING ->
          Optional.of(
              "its approval waits for %s.".formatted(String.join(" and ", standing.missing())));
      case VOID ->
          Optional.of(
              "what was approved is not what there is. %s Ask for its approval again."
                  .formatted(
                      String.join(
                          " ", standing.material().stream().map(Difference::says).toList())));
      case REJECTED -> Optional.of("its approval was rejected.");
      case WITHDRAWN -> Optional.of("its approval was taken back.");
      case EXPIRED ->
          Optional.of(
              "its approval held until %s, and that is over. Ask for its approval again."
                  .formatted(minute(standing.request().until())));
    };
  }

  private static Optional<String> outside(Request request, Instant at) {
    return at.isBefore(request.from())
        ? Optional.of(
            "its approval lets it begin from %s to %s, and it is %s."
                .formatted(minute(request.from()), minute(request.until()), minute(at)))
        : Optional.empty();
  }

  private static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private void checklist(Upgrade upgrade, List<Obstacle> overridable) {
    Obstacle.Clearing by =
        new Obstacle.Clearing(
            "checklist",
            "Go-live checklist of upgrade %s".formatted(upgrade.id()),
            "A fact makes an item yes, or a validator confirms it.",
            Optional.of("/upgrades/%s/go-live".formatted(upgrade.id())));
    facts.checklist(upgrade).items().stream()
        .filter(item -> !item.yes())
        .map(item -> "'%s' is no.".formatted(item.gate().asks()))
        .map(no ->
            new Obstacle(by, "Upgrade %s, go-live checklist: %s".formatted(upgrade.id(), no), no))
        .forEach(overridable::add);
  }

  private Optional<Obstacle> unnamed(Question question) {
    if (settings.production() != ApprovalSettings.Production.UPGRADES) {
      return Optional.empty();
    }
    List<String> touched =
        upgrades.open().stream()
            .filter(one -> !Collections.disjoint(one.terms().systems(), question.systems()))
            .map(one -> "%s (%s)".formatted(one.id(), one.terms().title()))
            .limit(5)
            .toList();
    return touched.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Obstacle.besides(
                "It changes systems that have an open upgrade, %s, and names none, so nobody has agreed to it. Make it for its upgrade (--upgrade NUMBER)."
                    .formatted(String.join(", ", touched))));
  }

  @Override
  @Transactional
  public void began(Ruling ruling, Actor operator, String run) {
    Set<String> people = book.behind(operator);
    ruling
        .upgrades()
        .forEach(upgrade -> {
          agreed(upgrade, run);
          if (duties.operates(upgrade, people, run, clock.instant())) {
            events.publishEvent(
                Auditable.by(operator, "upgrade carried out", "/upgrades/" + upgrade)
                    .with("run", run)
                    .with("people", String.join(", ", people)));
          }
        });
  }

  /** On whose word it begins, or goes on. */
  private void agreed(UpgradeId upgrade, String run) {
    book.current(upgrades.get(upgrade))
        .ifPresent(standing -> {
          duties.agreed(upgrade, Duty.REQUESTER, standing.request().people(), run, clock.instant());
          duties.agreed(upgrade, Duty.APPROVER, book.approvers(standing), run, clock.instant());
        });
  }
}
