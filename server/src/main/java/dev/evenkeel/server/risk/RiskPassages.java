package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.ChapterSource;
import dev.evenkeel.server.plan.Heading;
import dev.evenkeel.server.plan.Passage;
import dev.evenkeel.server.plan.Passage.Points;
import dev.evenkeel.server.plan.Passage.Table;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.risk.reckon.RolloutSheet;
import dev.evenkeel.server.risk.reckon.Stocktake;
import dev.evenkeel.server.risk.reckon.Strategy;
import dev.evenkeel.server.risk.reckon.StrategySheet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the sheets of an upgrade tell for its documents. */
@Component
@Order(0)
class RiskPassages implements ChapterSource {
  private final SheetBook sheets;
  private final RolloutGaps gaps;

  RiskPassages(SheetBook sheets, RolloutGaps gaps) {
    this.sheets = sheets;
    this.gaps = gaps;
  }

  @Override
  public Stream<Passage> of(Upgrade upgrade) {
    RolloutSheet rollout = sheets.get(upgrade.id(), SheetKind.ROLLOUT).sheet();
    String tab = "/upgrades/%s/rollout".formatted(upgrade.id());
    return Stream.of(
            bespoke(upgrade, rollout, tab),
            how(upgrade),
            inTheRollout(upgrade, rollout, tab),
            wayBack(rollout, tab))
        .flatMap(one -> one);
  }

  private Stream<Passage> bespoke(Upgrade upgrade, RolloutSheet rollout, String tab) {
    Stocktake stocktake = sheets.get(upgrade.id(), SheetKind.STOCKTAKE).sheet();
    String path = "/upgrades/%s/stocktake".formatted(upgrade.id());
    Passage bespoke =
        stocktake.items().isEmpty()
            ? Passage.said(
                Heading.WHAT,
                "What is redeveloped",
                stocktake.none()
                    ? Optional.of("Nothing: somebody looked, and there is nothing bespoke.")
                    : Optional.empty(),
                path)
            : new Passage(
                Heading.WHAT,
                new Table(
                    "What becomes of what is bespoke",
                    List.of("What", "Becomes"),
                    stocktake.items().stream()
                        .map(item ->
                            List.of(
                                item.name(),
                                item.decision().map(RiskPassages::word).orElse("not decided")))
                        .toList()));
    return Stream.of(
        bespoke, Passage.said(Heading.WHAT, "What is newly developed", rollout.developed(), tab));
  }

  private static String word(Stocktake.Decision decision) {
    return switch (decision) {
      case UPGRADE -> "upgraded";
      case RE_IMPLEMENT -> "redeveloped";
      case DROP -> "dropped";
    };
  }

  private Stream<Passage> how(Upgrade upgrade) {
    StrategySheet strategy = sheets.get(upgrade.id(), SheetKind.STRATEGY).sheet();
    String path = "/upgrades/%s/strategy".formatted(upgrade.id());
    return Stream.of(
        Passage.said(Heading.HOW, "Strategy", strategy.decided().map(RiskPassages::name), path),
        Passage.said(Heading.HOW, "Why this one", strategy.rationale(), path));
  }

  private static String name(Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Stream<Passage> inTheRollout(Upgrade upgrade, RolloutSheet rollout, String tab) {
    var tiers = rollout.tiers();
    var parallel = rollout.parallel();
    return Stream.of(
        Passage.said(Heading.SUPPLIER, "What the supplier says", rollout.supplier(), tab),
        Passage.said(Heading.RESOURCES, "Machines, licences, rooms", rollout.resources(), tab),
        new Passage(
            Heading.PHASES,
            new Table(
                rollout.phases().isEmpty() ? "Proposed; nobody has said" : "Who gets it when",
                List.of("Phase", "Have it by then", "Who", "Watched"),
                phases(upgrade, rollout).stream()
                    .map(phase ->
                        List.of(
                            phase.name(),
                            phase.percent() + " %",
                            phase.who().orElse(""),
                            phase.hours().map(hours -> hours + " hours").orElse("")))
                    .toList())),
        Passage.said(
            Heading.ORDER,
            "Application and database",
            tiers.together().map(RolloutSheet::words),
            tab),
        Passage.said(Heading.ORDER, "Why", tiers.why(), tab),
        new Passage(Heading.ORDER, new Points("Components, the first first", true, tiers.order())),
        new Passage(
            Heading.ORDER, new Points("This cannot be so", false, gaps.outOfOrder(rollout))),
        Passage.said(
            Heading.DATA,
            "Data that are there",
            rollout.data().scope().map(RolloutSheet::words),
            tab),
        Passage.said(Heading.DATA, "How they move", rollout.data().method(), tab),
        Passage.said(
            Heading.DATA,
            "Into which region",
            rollout
                .data()
                .region()
                .or(() -> rollout.data().scope().map(_ -> "They stay where they are.")),
            tab),
        Passage.said(
            Heading.PARALLEL,
            "Old and new side by side",
            parallel.days().map(days -> days == 0 ? "no" : "%d days".formatted(days)),
            tab),
        Passage.said(Heading.PARALLEL, "The business cycle within it", parallel.cycle(), tab),
        Passage.said(
            Heading.PARALLEL, "How data are held against each other", parallel.reconciled(), tab),
        Passage.said(
            Heading.PARALLEL,
            "What running both costs",
            parallel.hosting().map(cost -> "%,.0f (%s)".formatted(cost.amount(), cost.source())),
            tab),
        thirdParties(upgrade, rollout, tab));
  }

  /** None are proposed where it was decided to do it at once. */
  private List<RolloutSheet.Phase> phases(Upgrade upgrade, RolloutSheet rollout) {
    StrategySheet strategy = sheets.get(upgrade.id(), SheetKind.STRATEGY).sheet();
    boolean atOnce =
        strategy
            .decided()
            .filter(one -> one == Strategy.BIG_BANG || one == Strategy.PARALLEL)
            .isPresent();
    return atOnce ? rollout.phases() : rollout.plannedPhases();
  }

  private Passage thirdParties(Upgrade upgrade, RolloutSheet rollout, String tab) {
    if (rollout.thirdParties().isEmpty()) {
      List<String> neighbours = gaps.neighbours(upgrade);
      return Passage.said(
          Heading.THIRD_PARTIES,
          neighbours.isEmpty()
              ? "What to do while a third party is away"
              : "What to do while one of %s is away".formatted(String.join(", ", neighbours)),
          Optional.empty(),
          tab);
    }
    return new Passage(
        Heading.THIRD_PARTIES,
        new Table(
            "What to do",
            List.of("Third party", "While it is away", "After the upgrade"),
            rollout.thirdParties().stream()
                .map(one ->
                    List.of(
                        one.name(),
                        one.away().orElse("not known"),
                        one.after().orElse("not known")))
                .toList()));
  }

  private static Stream<Passage> wayBack(RolloutSheet rollout, String tab) {
    var back = rollout.wayBack();
    return Stream.of(
        Passage.said(
            Heading.WAY_BACK,
            "Everything is as before within",
            back.minutes().map("%d minutes"::formatted),
            tab),
        Passage.said(Heading.WAY_BACK, "Restore data", back.data(), tab),
        Passage.said(Heading.WAY_BACK, "Set up integrations", back.integrations(), tab),
        Passage.said(Heading.WAY_BACK, "Tell users", back.users(), tab));
  }
}
