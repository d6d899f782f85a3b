package dev.evenkeel.server.schedule.times;

import dev.evenkeel.estate.Demand;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.CostSheet;
import dev.evenkeel.server.risk.reckon.DowntimeCost;
import dev.evenkeel.server.schedule.FreeSlot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a slot costs in money, by the cost sheet of an upgrade. By demand it is the share of the
 * day's demand that falls into the slot; otherwise an hour of average use costs what the sheet says
 * of an hour.
 */
@Component
class Prices {
  private static final Duration LONGEST = Duration.ofDays(7);

  private final RiskDesk desk;
  private final SheetBook sheets;
  private final EstateBook estate;

  Prices(RiskDesk desk, SheetBook sheets, EstateBook estate) {
    this.desk = desk;
    this.sheets = sheets;
    this.estate = estate;
  }

  /** An amount of money. */
  record Price(BigDecimal amount, String currency) {}

  /** Empty while numbers are missing on the sheet. */
  Optional<Price> of(Upgrade upgrade, FreeSlot slot) {
    CostSheet sheet = sheets.get(upgrade.id(), SheetKind.COST).sheet();
    Optional<BigDecimal> amount =
        sheet.method().filter(CostSheet.Method.DEMAND::equals).isPresent()
            ? byDemand(sheet, slot)
            : desk.cost(upgrade)
                .map(cost ->
                    cost.perHour()
                        .multiply(BigDecimal.valueOf(slot.cost().averageHours()))
                        .setScale(2, RoundingMode.HALF_UP));
    return amount.map(money -> new Price(money, sheet.currency()));
  }

  private Optional<BigDecimal> byDemand(CostSheet sheet, FreeSlot slot) {
    Optional<EstateSystem> system = sheet.system().flatMap(estate.estate()::system);
    Optional<Demand> demand = system.flatMap(EstateSystem::demand);
    Duration length = slot.span().length();
    if (demand.isEmpty() || sheet.dailyRevenue().isEmpty() || length.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    ZoneId zone = system.flatMap(EstateSystem::timeZone).orElse(ZoneId.of("UTC"));
    return Optional.of(
        DowntimeCost.byDemand(
                sheet.dailyRevenue().get().amount(),
                demand.get(),
                slot.span().from().atZone(zone).toLocalDateTime(),
                length)
            .overWindow());
  }
}
