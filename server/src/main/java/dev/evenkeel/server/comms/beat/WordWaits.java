package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.comms.plan.MessageWaits;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Wait;
import dev.evenkeel.server.shared.Waiting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The next word while a run is under way. */
@Component
class WordWaits implements Waiting {
  private final RunReports reports;
  private final UpgradeBook book;
  private final MessageDesk desk;
  private final MessageWaits messages;
  private final BeatDesk beats;
  private final Clock clock;

  WordWaits(
      RunReports reports,
      UpgradeBook book,
      MessageDesk desk,
      MessageWaits messages,
      BeatDesk beats,
      Clock clock) {
    this.reports = reports;
    this.book = book;
    this.desk = desk;
    this.messages = messages;
    this.beats = beats;
    this.clock = clock;
  }

  @Override
  public List<Wait> of(String person, Rights rights) {
    List<Wait> all = new ArrayList<>();
    List<RunReport> runs =
        rights.maySomewhere(Right.COMMUNICATE)
            ? reports.underWayOrEndedSince(clock.instant()).stream()
                .filter(RunReport::isUnderWay)
                .toList()
            : List.of();
    if (runs.isEmpty()) {
      return all;
    }
    for (Upgrade upgrade : book.open()) {
      for (RunReport run : runs) {
        if (reports.carriesOut(run, upgrade) && !desk.isPractice(upgrade.id())) {
          MessagePlan plan = desk.of(upgrade);
          if (messages.speaks(upgrade, plan, person, rights)
              && !beats.channels(run, upgrade).isEmpty()) {
            all.add(
                new Wait(
                    Wait.Kind.WORD,
                    "word/%s/%s".formatted(upgrade.id(), run.id().value()),
                    upgrade.terms().title(),
                    "",
                    Optional.of(beats.next(run, upgrade)),
                    "/upgrades/%s/messages/live".formatted(upgrade.id())));
          }
        }
      }
    }
    return all;
  }
}
