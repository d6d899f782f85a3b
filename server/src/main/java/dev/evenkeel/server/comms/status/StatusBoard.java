package dev.evenkeel.server.comms.status;

import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.comms.plan.OpenMessage;
import dev.evenkeel.server.comms.plan.UpgradeWindows;
import dev.evenkeel.server.comms.plan.Window;
import dev.evenkeel.server.comms.status.PublicStatus.Item;
import dev.evenkeel.server.comms.status.PublicStatus.Stand;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.plan.UpgradeState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the public status page for some seconds, so that however many look at it, the database is
 * asked no more often than that; when the database is away, the last one known is shown.
 */
@Component
class StatusBoard {
  static final Duration KEPT = Duration.ofSeconds(10);
  private static final Duration OLD = Duration.ofDays(14);
  private static final int MESSAGES = 20;
  private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

  private final MessageDesk desk;
  private final UpgradeBook book;
  private final UpgradeWindows windows;
  private final RunReports reports;
  private final Clock clock;
  private final AtomicReference<Optional<PublicStatus>> kept =
      new AtomicReference<>(Optional.empty());

  StatusBoard(
      MessageDesk desk, UpgradeBook book, UpgradeWindows windows, RunReports reports, Clock clock) {
    this.desk = desk;
    this.book = book;
    this.windows = windows;
    this.reports = reports;
    this.clock = clock;
  }

  /** What needs no asking: so many may look as want to. */
  Optional<PublicStatus> kept() {
    Instant now = clock.instant();
    return kept.get().filter(last -> now.isBefore(last.at().plus(KEPT)));
  }

  /** What was known last, however long ago. */
  Optional<PublicStatus> last() {
    return kept.get();
  }

  synchronized PublicStatus now() {
    Instant now = clock.instant();
    Optional<PublicStatus> last = kept.get();
    if (last.isPresent() && now.isBefore(last.get().at().plus(KEPT))) {
      return last.get();
    }
    try {
      PublicStatus fresh = read(now);
      kept.set(Optional.of(fresh));
      return fresh;
    } catch (DataAccessException away) {
      LOG.atWarn().setCause(away).log("the public status page shows what was known before");
      return last.orElseThrow(() -> away);
    }
  }

  private PublicStatus read(Instant now) {
    List<UpgradeId> open = desk.open();
    List<RunReport> runs =
        open.isEmpty() ? List.of() : reports.underWayOrEndedSince(now.minus(OLD));
    List<Item> items = new ArrayList<>();
    for (UpgradeId id : open) {
      Upgrade upgrade = book.get(id);
      MessagePlan plan = desk.of(upgrade);
      Optional<Window> window = windows.of(upgrade);
      List<OpenMessage> messages = desk.published(id, MESSAGES);
      boolean old =
          window.filter(one -> one.end().isAfter(now.minus(OLD))).isEmpty()
              && messages.stream().noneMatch(one -> one.at().isAfter(now.minus(OLD)));
      if (old || upgrade.state() == UpgradeState.CANCELLED) {
        continue;
      }
      Optional<RunReport> run =
          runs.stream().filter(one -> reports.carriesOut(one, upgrade)).findFirst();
      items.add(
          new Item(
              plan.terms().openTitle().orElse(""),
              run.map(RunReport::status).map(Stand::of).orElse(Stand.PLANNED),
              run.map(one -> "run/%s/end".formatted(one.id().value())).orElse(""),
              plan.terms().zone().orElseGet(() -> windows.zone(upgrade)),
              window.map(Window::start),
              window.filter(Window::exact).map(Window::end),
              window.filter(one -> !one.exact()).flatMap(_ -> upgrade.terms().goLive()),
              run.flatMap(RunReport::began),
              run.flatMap(RunReport::ended),
              messages));
    }
    items.sort(Comparator.comparing(one -> one.start().orElse(Instant.MAX)));
    return new PublicStatus(now, items);
  }
}
