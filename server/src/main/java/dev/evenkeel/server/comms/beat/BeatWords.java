package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Typed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads words as people and programs write them. */
@Component
class BeatWords {
  private static final int LONGEST = 4_000;
  private static final Duration RECENT = Duration.ofDays(30);

  private final UpgradeBook book;
  private final RunReports reports;
  private final BeatDesk desk;
  private final Clock clock;

  BeatWords(UpgradeBook book, RunReports reports, BeatDesk desk, Clock clock) {
    this.book = book;
    this.reports = reports;
    this.desk = desk;
    this.clock = clock;
  }

  /** What to do once nothing is wrong. */
  Runnable said(Typed typed, UpgradeId id, Actor actor) {
    String says = typed.needed("says", LONGEST, "Say how it stands.");
    return () -> {
      Upgrade upgrade = book.get(id);
      desk.say(upgrade, run(upgrade), says, actor);
    };
  }

  /** The newest run that carries it out. */
  Optional<RunReport> run(Upgrade upgrade) {
    return reports.underWayOrEndedSince(clock.instant().minus(RECENT)).stream()
        .filter(run -> reports.carriesOut(run, upgrade))
        .findFirst();
  }
}
