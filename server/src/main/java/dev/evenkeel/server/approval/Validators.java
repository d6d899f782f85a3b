package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Duty;
import dev.evenkeel.server.approval.store.DutyStore;
import dev.evenkeel.server.plan.Separation;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
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
  private final DutyStore duties;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Validators(ApprovalBook book, DutyStore duties, ApplicationEventPublisher events, Clock clock) {
    this.book = book;
    this.duties = duties;
    this.events = events;
    this.clock = clock;
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
