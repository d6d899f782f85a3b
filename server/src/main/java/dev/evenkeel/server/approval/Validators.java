package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Duty;
import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.approval.store.DutyStore;
import dev.evenkeel.server.plan.Separation;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps apart who says whether an upgrade is well from who asked for it, agreed to it or did it.
 */
@Component
class Validators implements Separation {
  private final ApprovalBook book;
  private final ApprovalStore requests;
  private final DutyStore duties;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Validators(
      ApprovalBook book,
      ApprovalStore requests,
      DutyStore duties,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.requests = requests;
    this.duties = duties;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public boolean isAgainst(Upgrade upgrade, String person) {
    Map<Duty, Set<String>> people = new EnumMap<>(Duty.class);
    people.putAll(duties.of(upgrade.id()));
    Optional<Standing> binding =
        requests.of(upgrade.id()).stream()
            .findFirst()
            .map(one -> Standing.of(one, requests.steps(one.id()), one.content(), clock.instant()))
            .filter(Standing::isCurrent);
    binding.ifPresent(one -> {
      people.put(Duty.REQUESTER, one.request().people());
      people.put(Duty.APPROVER, book.approvers(one));
    });
    return new Duty.Held(people)
        .against(
            Duty.VALIDATOR,
            Set.of(person),
            binding.filter(one -> one.request().waiver().isPresent()).isPresent())
        .isPresent();
  }

  @Override
  public void validates(Upgrade upgrade, Actor actor) {
    Optional<Standing> current = book.current(upgrade);
    Set<String> people = book.behind(actor);
    book.held(upgrade.id(), current)
        .against(
            Duty.VALIDATOR,
            people,
            current
                .filter(book::binds)
                .filter(one -> one.request().waiver().isPresent())
                .isPresent())
        .ifPresent(why -> {
          throw new Refused(Refused.Kind.FORBIDDEN, why);
        });
    if (duties.add(upgrade.id(), Duty.VALIDATOR, people, "the checklist", clock.instant())) {
      events.publishEvent(
          Auditable.by(actor, "upgrade validated", "/upgrades/%s/go-live".formatted(upgrade.id()))
              .with("people", String.join(", ", people)));
    }
  }
}
