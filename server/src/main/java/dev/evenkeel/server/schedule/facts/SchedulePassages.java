package dev.evenkeel.server.schedule.facts;

import dev.evenkeel.server.plan.ChapterSource;
import dev.evenkeel.server.plan.Heading;
import dev.evenkeel.server.plan.Passage;
import dev.evenkeel.server.plan.Passage.Points;
import dev.evenkeel.server.plan.Passage.Table;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.schedule.budget.CostDesk;
import dev.evenkeel.server.schedule.budget.CostStanding;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import dev.evenkeel.server.schedule.timetable.TermsDesk;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Need;
import dev.evenkeel.server.schedule.timetable.terms.UpgradePlan;
import dev.evenkeel.server.shared.Moments;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When, with whom and for how much, as it is planned. */
@Component
@Order(10)
class SchedulePassages implements ChapterSource {
  private final AgreedPlan agreed;
  private final TermsDesk terms;
  private final CostDesk costs;

  SchedulePassages(AgreedPlan agreed, TermsDesk terms, CostDesk costs) {
    this.agreed = agreed;
    this.terms = terms;
    this.costs = costs;
  }

  @Override
  public Stream<Passage> of(Upgrade upgrade) {
    String path = "/upgrades/%s/schedule".formatted(upgrade.id());
    UpgradePlan plan = terms.get(upgrade.id()).plan();
    Optional<String> window =
        agreed
            .of(upgrade.id())
            .map(place ->
                "%s (%s)".formatted(Moments.span(place.start(), place.end()), place.mode()));
    CostStanding standing = costs.get(upgrade.id());
    return Stream.of(
        Passage.said(Heading.TIME, "Window", window, path),
        Passage.said(Heading.WHEN, "Window", window, path),
        new Passage(
            Heading.TIME,
            new Table(
                "How long each way takes",
                List.of("Way", "Work", "To spare", "Way back", "Away"),
                plan.ways().stream()
                    .map(way ->
                        List.of(
                            way.word(),
                            minutes(way.work()),
                            minutes(way.buffer()),
                            minutes(way.wayBack()),
                            minutes(way.outage())))
                    .toList())),
        new Passage(
            Heading.RESOURCES,
            new Points(
                "People who are needed",
                false,
                plan.ways().stream()
                    .flatMap(way ->
                        way.people().stream()
                            .map(Need::says)
                            .map(says -> "%s: %s".formatted(way.word(), says)))
                    .distinct()
                    .toList())),
        Passage.said(
            Heading.BUDGET,
            "Costs",
            standing.costs().isNothing()
                ? Optional.empty()
                : Optional.of(
                    "%,d %s, %s"
                        .formatted(
                            standing.costs().total(),
                            standing.costs().currency(),
                            standing.state().word())),
            "/upgrades/%s/budget".formatted(upgrade.id())),
        new Passage(
            Heading.BUDGET,
            new Table(
                "What for",
                List.of("Way", "Kind", "Amount", "For"),
                plan.ways().stream()
                    .flatMap(way ->
                        way.costs().stream()
                            .map(cost ->
                                List.of(
                                    way.word(),
                                    cost.kind().name().toLowerCase(Locale.ROOT),
                                    "%,d".formatted(cost.amount()),
                                    cost.what().orElse(""))))
                    .toList())),
        Passage.said(
            Heading.IMPLEMENTATION,
            "Runbook, as it was rehearsed",
            plan.rehearsed()
                .map(one ->
                    "%s: forward in %s, back in %s (%s)"
                        .formatted(
                            one.runbook(),
                            minutes(one.work()),
                            minutes(one.wayBack()),
                            one.path())),
            "/runs"),
        Passage.said(
            Heading.WAY_BACK,
            "Rehearsed",
            plan.rehearsed()
                .map(one ->
                    "back in %s, on %s".formatted(minutes(one.wayBack()), Moments.at(one.at()))),
            "/runs"));
  }

  private static String minutes(Duration time) {
    long amount = time.toMinutes() == 0 ? time.toSeconds() : time.toMinutes();
    String unit = time.isZero() || time.toMinutes() > 0 ? "minute" : "second";
    return "%d %s%s".formatted(amount, unit, amount == 1 ? "" : "s");
  }
}
