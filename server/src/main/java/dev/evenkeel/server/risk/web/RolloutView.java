package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.RolloutGaps;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.RolloutSheet;
import dev.evenkeel.server.risk.reckon.RolloutSheet.Data;
import dev.evenkeel.server.risk.reckon.RolloutSheet.Parallel;
import dev.evenkeel.server.risk.reckon.RolloutSheet.Phase;
import dev.evenkeel.server.risk.reckon.RolloutSheet.Scope;
import dev.evenkeel.server.risk.reckon.RolloutSheet.ThirdParty;
import dev.evenkeel.server.risk.reckon.RolloutSheet.Tiers;
import dev.evenkeel.server.risk.reckon.RolloutSheet.Together;
import dev.evenkeel.server.risk.reckon.RolloutSheet.WayBack;
import dev.evenkeel.server.shared.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How it is rolled out: order, data, phases, side by side, third parties, way back. */
@Component
@Order(8)
class RolloutView implements SheetView<RolloutSheet> {
  private static final BigDecimal MOST = new BigDecimal("1000000000000");
  private static final int A_YEAR = 366;
  private static final int A_WEEK_MINUTES = 7 * 24 * 60;
  private static final int A_MONTH_HOURS = 31 * 24;

  private final RolloutGaps gaps;

  RolloutView(RolloutGaps gaps) {
    this.gaps = gaps;
  }

  @Override
  public SheetKind<RolloutSheet> kind() {
    return SheetKind.ROLLOUT;
  }

  @Override
  public String label() {
    return "Roll-out";
  }

  @Override
  public UpgradeAspect.Phase phase() {
    return UpgradeAspect.Phase.PLAN;
  }

  /** What is proposed stands in the form until somebody says otherwise. */
  @Override
  public Typed form(RolloutSheet sheet) {
    return Typed.filledWith(
        new RolloutSheet(
            sheet.supplier(),
            sheet.developed(),
            sheet.resources(),
            sheet.tiers(),
            sheet.data(),
            sheet.parallel(),
            sheet.plannedPhases(),
            sheet.thirdParties(),
            sheet.wayBack()));
  }

  @Override
  public RolloutSheet read(Typed typed, Kept<RolloutSheet> before, Edit edit) {
    List<String> order = new ArrayList<>();
    for (int row = 0; row < typed.rows("tiers.order"); row++) {
      typed.words("tiers.order[%d]".formatted(row), Reads.LINE).ifPresent(order::add);
    }
    return new RolloutSheet(
        typed.words("supplier", Reads.TEXT),
        typed.words("developed", Reads.TEXT),
        typed.words("resources", Reads.TEXT),
        new Tiers(
            typed.choice("tiers.together", Together.class),
            typed.words("tiers.why", Reads.TEXT),
            order),
        new Data(
            typed.choice("data.scope", Scope.class),
            typed.words("data.method", Reads.TEXT),
            typed.words("data.region", Reads.LINE)),
        new Parallel(
            typed.whole("parallel.days", 0, A_YEAR),
            typed.words("parallel.cycle", Reads.LINE),
            typed.words("parallel.reconciled", Reads.TEXT),
            Reads.stated(typed, "parallel.hosting", MOST)),
        phases(typed),
        thirdParties(typed),
        new WayBack(
            typed.whole("wayBack.minutes", 1, A_WEEK_MINUTES),
            typed.words("wayBack.data", Reads.TEXT),
            typed.words("wayBack.integrations", Reads.TEXT),
            typed.words("wayBack.users", Reads.TEXT)));
  }

  private static List<Phase> phases(Typed typed) {
    List<Phase> phases = new ArrayList<>();
    int before = 0;
    for (int row = 0; row < typed.rows("phases"); row++) {
      if (!typed.has("phases[%d]".formatted(row))) {
        continue;
      }
      String at = "phases[%d].".formatted(row);
      String name = typed.needed(at + "name", Reads.LINE, "Name the phase, or clear the row.");
      Optional<Integer> percent = typed.whole(at + "percent", 1, 100);
      if (percent.isEmpty() && typed.says(at + "percent").isEmpty()) {
        typed.wrong(at + "percent", "Say how many percent of the users have it by then.");
      }
      if (percent.isPresent() && percent.get() <= before) {
        typed.wrong(
            at + "percent",
            "By then %d percent have it, and by the phase before %d. Each phase brings it to more."
                .formatted(percent.get(), before));
      }
      before = percent.orElse(before);
      phases.add(
          new Phase(
              name,
              percent.orElse(100),
              typed.words(at + "who", Reads.LINE),
              typed.whole(at + "hours", 0, A_MONTH_HOURS)));
    }
    if (!phases.isEmpty() && before != 100 && !typed.isWrong()) {
      typed.wrong(
          "phases[%d].percent".formatted(phases.size() - 1),
          "After the last phase %d percent have it. The last one brings it to 100."
              .formatted(before));
    }
    return phases;
  }

  private static List<ThirdParty> thirdParties(Typed typed) {
    List<ThirdParty> all = new ArrayList<>();
    for (int row = 0; row < typed.rows("thirdParties"); row++) {
      if (typed.has("thirdParties[%d]".formatted(row))) {
        String at = "thirdParties[%d].".formatted(row);
        all.add(
            new ThirdParty(
                typed.needed(at + "name", Reads.LINE, "Name it, or clear the row."),
                typed.words(at + "away", Reads.TEXT),
                typed.words(at + "after", Reads.TEXT)));
      }
    }
    return all;
  }

  @Override
  public Map<String, Object> computed(Upgrade upgrade, RolloutSheet sheet) {
    return Map.of(
        "open", gaps.of(upgrade, sheet),
        "outOfOrder", gaps.outOfOrder(sheet),
        "neighbours", gaps.neighbours(upgrade));
  }
}
