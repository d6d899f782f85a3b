package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Wave;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.ChapterSource;
import dev.evenkeel.server.plan.Heading;
import dev.evenkeel.server.plan.Passage;
import dev.evenkeel.server.plan.Passage.Table;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.schedule.RehearsedTimes;
import dev.evenkeel.server.shared.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When it was carried out, and in which waves it was rehearsed, for the documents. */
@Component
@Order(40)
class RunPassages implements ChapterSource {
  private final RunReports reports;
  private final RehearsedTimes rehearsals;
  private final Plans plans;

  RunPassages(RunReports reports, RehearsedTimes rehearsals, Plans plans) {
    this.reports = reports;
    this.rehearsals = rehearsals;
    this.plans = plans;
  }

  @Override
  public Stream<Passage> of(Upgrade upgrade) {
    Optional<String> window =
        reports.underWayOrEndedSince(upgrade.madeAt()).stream()
            .filter(run -> reports.carriesOut(run, upgrade))
            .findFirst()
            .flatMap(RunPassages::carriedOut);
    String path = "/upgrades/%s/schedule".formatted(upgrade.id());
    return Stream.of(
        Passage.said(Heading.TIME, "Window", window, path),
        Passage.said(Heading.WHEN, "Window", window, path),
        new Passage(
            Heading.PHASES,
            new Table(
                "Waves of the runbook, as it was rehearsed",
                List.of("Wave", "Share of the targets", "Share of the traffic", "Watched"),
                waves(upgrade).stream().map(RunPassages::row).toList())));
  }

  private static Optional<String> carriedOut(RunReport run) {
    return run.began().map(began -> "the run %s: %s".formatted(run.title(), times(began, run)));
  }

  private static String times(Instant began, RunReport run) {
    return run.ended()
        .map(ended -> Moments.span(began, ended))
        .orElseGet(() -> "under way since " + Moments.at(began));
  }

  private List<Wave> waves(Upgrade upgrade) {
    return RehearsedTimes.of(rehearsals.newest(), upgrade.terms().systems(), upgrade.terms().to())
        .map(one -> plans.of(new RunId(one.run())).runbook().rollout().waves())
        .orElse(List.of());
  }

  private static List<String> row(Wave wave) {
    return List.of(
        wave.name(), percent(wave.targets()), percent(wave.traffic()), watched(wave.soak()));
  }

  private static String percent(double share) {
    return "%d %%".formatted(Math.round(100 * share));
  }

  private static String watched(Duration soak) {
    return soak.toHours() > 0
        ? "%d h %d min".formatted(soak.toHours(), soak.toMinutesPart())
        : soak.toMinutes() > 0
            ? "%d min".formatted(soak.toMinutes())
            : "%d s".formatted(soak.toSeconds());
  }
}
