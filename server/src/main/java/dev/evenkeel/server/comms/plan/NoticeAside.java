package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.execution.ReadyRuns;
import dev.evenkeel.server.execution.RunAside;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says what is wrong with the notice where somebody makes a run or starts it. */
@Component
@Order(20)
class NoticeAside implements RunAside {
  private final AdvanceNotice notice;
  private final UpgradeBook book;
  private final ReadyRuns ready;
  private final Clock clock;

  NoticeAside(AdvanceNotice notice, UpgradeBook book, ReadyRuns ready, Clock clock) {
    this.notice = notice;
    this.book = book;
    this.ready = ready;
    this.clock = clock;
  }

  @Override
  public List<Line> of(RunId run) {
    return ready.upgrade(run).stream().flatMap(this::lines).toList();
  }

  @Override
  public List<Line> ofNew(UpgradeId upgrade) {
    return lines(upgrade).toList();
  }

  private Stream<Line> lines(UpgradeId id) {
    return Stream.of(id)
        .filter(one -> book.titles(List.of(one)).containsKey(one))
        .map(book::get)
        .flatMap(upgrade ->
            notice.fault(upgrade).or(() -> notice.ofAnotherTime(upgrade, clock.instant())).stream()
                .map(fault -> line(upgrade, fault)));
  }

  private static Line line(Upgrade upgrade, NoticeFault fault) {
    return new Line(
        "advance notice of upgrade %s".formatted(upgrade.id()),
        fault.word(),
        "warn",
        "%s %s".formatted(fault.says(), fault.wayOut()),
        Optional.empty());
  }
}
