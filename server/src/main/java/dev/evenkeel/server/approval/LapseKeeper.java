package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Difference;
import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.approval.store.LapseStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeChanged;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down when what was agreed to becomes something else, and when it is as agreed again. That
 * it is so is computed each time; this keeps the moment, what changed, and who changed it. A change
 * of the upgrade itself is seen at once, all else within half a minute.
 */
@Component
class LapseKeeper {
  private static final Logger log = LoggerFactory.getLogger(LapseKeeper.class);
  private static final int MOST = 1_000;

  private final ApprovalBook book;
  private final ApprovalStore store;
  private final LapseStore lapses;
  private final UpgradeBook upgrades;
  private final Concerned concerned;
  private final ObjectProvider<Substance> substances;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transactions;

  LapseKeeper(
      ApprovalBook book,
      ApprovalStore store,
      LapseStore lapses,
      UpgradeBook upgrades,
      Concerned concerned,
      ObjectProvider<Substance> substances,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.book = book;
    this.store = store;
    this.lapses = lapses;
    this.upgrades = upgrades;
    this.concerned = concerned;
    this.substances = substances;
    this.events = events;
    this.clock = clock;
    this.transactions = new TransactionTemplate(transactions);
  }

  @EventListener
  void changed(UpgradeChanged event) {
    look(event.upgrade().id());
  }

  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void sweep() {
    for (Request request : store.newest(MOST)) {
      try {
        look(request.upgrade());
      } catch (RuntimeException failed) {
        log.warn(
            "Could not look whether upgrade {} is what was agreed to", request.upgrade(), failed);
      }
    }
  }

  private void look(UpgradeId id) {
    Optional<Standing> found = current(id);
    if (found.filter(this::isNews).isPresent()) {
      transactions.executeWithoutResult(_ -> {
        store.lock(id);
        current(id).filter(this::isNews).ifPresent(standing -> keep(id, standing));
      });
    }
  }

  private Optional<Standing> current(UpgradeId id) {
    Upgrade upgrade = upgrades.get(id);
    return upgrade.isOver() ? Optional.empty() : book.current(upgrade).filter(Standing::isCurrent);
  }

  private boolean isNews(Standing standing) {
    boolean known =
        lapses.of(standing.request().id()).stream()
            .reduce((_, later) -> later)
            .filter(Lapse::lapsed)
            .isPresent();
    return known != (standing.state() == Standing.State.VOID);
  }

  private void keep(UpgradeId id, Standing standing) {
    Request request = standing.request();
    List<Lapse> before = lapses.of(request.id());
    boolean lapsed = standing.state() == Standing.State.VOID;
    List<Difference> material = standing.material();
    Lapse lapse =
        new Lapse(
            request.id(),
            before.size() + 1,
            lapsed,
            material.stream().map(Difference::says).toList(),
            lapsed
                ? by(upgrades.get(id), material)
                : Optional.of(upgrades.get(id).changedBy().name()),
            clock.instant());
    lapses.add(lapse);
    if (lapsed) {
      Upgrade upgrade = upgrades.get(id);
      Set<String> people = new TreeSet<>(concerned.by(upgrade, standing));
      people.addAll(book.approvers(standing));
      events.publishEvent(new ApprovalLapsed(upgrade, standing, lapse, people));
    }
    events.publishEvent(
        Auditable.by(
                Actor.EVENKEEL, lapsed ? "approval lapsed" : "approval holds again", request.path())
            .with("request", request.id())
            .with("changed by", lapse.by())
            .with("differences", String.join(" ", lapse.differences()))
            .with("digest agreed to", request.content().digest())
            .with("digest now", book.asSigned(request, book.content(upgrades.get(id))).digest()));
  }

  /** Who changed what differs, as those who keep it know; each once. */
  private Optional<String> by(Upgrade upgrade, List<Difference> material) {
    List<Substance> all = substances.orderedStream().toList();
    String names =
        material.stream()
            .map(one ->
                all.stream()
                    .flatMap(substance -> substance.changedBy(upgrade, one.field()).stream())
                    .findFirst()
                    .orElse(null))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(names).filter(text -> !text.isEmpty());
  }
}
