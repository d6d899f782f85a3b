package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.Question;
import dev.evenkeel.server.risk.reckon.RolloutSheet;
import dev.evenkeel.server.risk.reckon.StrategySheet;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which facts the sheets of an upgrade show, for the tasks that ask for them. */
@Component
class RiskProofs implements Proofs {
  private static final Set<ProofKind> KINDS =
      Set.of(
          ProofKind.RISK_AUDIT_OVER,
          ProofKind.DOWNTIME_COST_KNOWN,
          ProofKind.STOCKTAKE_DONE,
          ProofKind.REQUIREMENTS_ANSWERED,
          ProofKind.SECURITY_ANSWERED,
          ProofKind.CAPACITY_PASSED,
          ProofKind.STRATEGY_DECIDED,
          ProofKind.DATA_MOVE_DECIDED);

  private final RiskDesk desk;
  private final SheetBook sheets;
  private final CapacityDesk capacity;
  private final UpgradeBook upgrades;
  private final Clock clock;

  RiskProofs(
      RiskDesk desk, SheetBook sheets, CapacityDesk capacity, UpgradeBook upgrades, Clock clock) {
    this.desk = desk;
    this.sheets = sheets;
    this.capacity = capacity;
    this.upgrades = upgrades;
    this.clock = clock;
  }

  @Override
  public Set<ProofKind> kinds() {
    return KINDS;
  }

  /**
   * Whoever names no third party in the roll-out says in person that there is none; so does who
   * says nothing of the order there.
   */
  @Override
  public Set<ProofKind> sometimes() {
    return Set.of(ProofKind.FALLBACKS_STATED, ProofKind.ORDER_DECIDED);
  }

  @Override
  public boolean tells(Undertaking upgrade, ProofKind kind) {
    return KINDS.contains(kind)
        || (kind == ProofKind.FALLBACKS_STATED && !rollout(upgrade).thirdParties().isEmpty())
        || (kind == ProofKind.ORDER_DECIDED && rollout(upgrade).tiers().together().isPresent());
  }

  @Override
  public Optional<Proof> of(Undertaking about, ProofKind kind) {
    UpgradeId id = new UpgradeId(about.id());
    Upgrade upgrade = upgrades.get(id);
    return switch (kind) {
      case RISK_AUDIT_OVER ->
          when(
              desk.auditState(upgrade).gateOpen(),
              "The risk audit is over and in time.",
              about,
              "audit");
      case DOWNTIME_COST_KNOWN ->
          desk.cost(upgrade)
              .flatMap(cost ->
                  when(
                      true,
                      "An hour of downtime costs %,.0f.".formatted(cost.perHour()),
                      about,
                      "cost"));
      case STOCKTAKE_DONE ->
          when(
              sheets.get(id, SheetKind.STOCKTAKE).sheet().open().isEmpty(),
              "Every customisation is decided on.",
              about,
              "stocktake");
      case REQUIREMENTS_ANSWERED -> answered(about, Question.Part.REQUIREMENTS);
      case SECURITY_ANSWERED -> answered(about, Question.Part.SECURITY);
      case CAPACITY_PASSED -> {
        var verdicts = capacity.check(id).verdicts();
        yield when(
            !verdicts.isEmpty() && verdicts.stream().allMatch(verdict -> verdict.passes()),
            "All %d resources reach.".formatted(verdicts.size()),
            about,
            "capacity");
      }
      case DATA_MOVE_DECIDED -> {
        RolloutSheet sheet = rollout(about);
        yield when(
            sheet.movesDecided(),
            "Data that are there: %s."
                .formatted(sheet.data().scope().map(RolloutSheet::words).orElse("")),
            about,
            "rollout");
      }
      case FALLBACKS_STATED -> {
        RolloutSheet sheet = rollout(about);
        yield when(
            !sheet.thirdParties().isEmpty() && sheet.withoutFallback().isEmpty(),
            "%s: what is done while they are away is written down."
                .formatted(
                    sheet.thirdParties().stream()
                        .map(RolloutSheet.ThirdParty::name)
                        .collect(Collectors.joining(", "))),
            about,
            "rollout");
      }
      case ORDER_DECIDED -> {
        RolloutSheet.Tiers tiers = rollout(about).tiers();
        yield when(
            tiers.together().isPresent() && tiers.why().isPresent(),
            "The order of tiers and components is decided: %s."
                .formatted(tiers.together().map(RolloutSheet::words).orElse("")),
            about,
            "rollout");
      }
      case STRATEGY_DECIDED -> decided(about, sheets.get(id, SheetKind.STRATEGY).sheet());
      default -> Optional.empty();
    };
  }

  private RolloutSheet rollout(Undertaking about) {
    return sheets.get(new UpgradeId(about.id()), SheetKind.ROLLOUT).sheet();
  }

  private Optional<Proof> answered(Undertaking about, Question.Part part) {
    List<String> open = sheets.get(new UpgradeId(about.id()), SheetKind.ANSWERS).sheet().open(part);
    return when(
        open.isEmpty(),
        "All of the questions are answered %s."
            .formatted(
                part == Question.Part.SECURITY
                    ? "that are about sign-in and encryption"
                    : "that are about requirements"),
        about,
        "answers");
  }

  private Optional<Proof> decided(Undertaking about, StrategySheet sheet) {
    return sheet
        .decided()
        .map(strategy ->
            new Proof(
                "%s was decided%s."
                    .formatted(
                        strategy.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        sheet.decidedBy().map(" by %s"::formatted).orElse("")),
                sheet.decidedAt().orElseGet(clock::instant),
                about.path() + "/strategy"));
  }

  private Optional<Proof> when(boolean so, String says, Undertaking about, String tab) {
    return so
        ? Optional.of(new Proof(says, clock.instant(), about.path() + "/" + tab))
        : Optional.empty();
  }
}
