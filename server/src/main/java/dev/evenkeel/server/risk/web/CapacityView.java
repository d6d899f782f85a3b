package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect.Phase;
import dev.evenkeel.server.risk.CapacityDesk;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.CapacityCheck;
import dev.evenkeel.server.risk.reckon.CapacitySheet;
import dev.evenkeel.server.risk.reckon.CapacitySheet.Resource;
import dev.evenkeel.server.risk.reckon.CapacitySheet.Row;
import dev.evenkeel.server.shared.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether there is room for the target version. */
@Component
@Order(6)
class CapacityView implements SheetView<CapacitySheet> {
  private static final BigDecimal MOST = new BigDecimal("1000000000");
  private static final int MOST_SPARE = 1_000;

  private final CapacityDesk capacity;

  CapacityView(CapacityDesk capacity) {
    this.capacity = capacity;
  }

  @Override
  public SheetKind<CapacitySheet> kind() {
    return SheetKind.CAPACITY;
  }

  @Override
  public String label() {
    return "Capacity";
  }

  @Override
  public Phase phase() {
    return Phase.PLAN;
  }

  @Override
  public CapacitySheet read(Typed typed, Kept<CapacitySheet> before, Edit edit) {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < typed.rows("rows"); row++) {
      String at = "rows[%d].".formatted(row);
      var resource = typed.choice(at + "resource", Resource.class);
      var read =
          new Row(
              resource.orElse(Resource.CPU),
              Reads.stated(typed, at + "needed", MOST),
              Reads.stated(typed, at + "there", MOST),
              MetricWords.read(typed, at + "thereRead"),
              Reads.stated(typed, at + "used", MOST),
              MetricWords.read(typed, at + "usedRead"),
              typed.whole(at + "spare", 0, MOST_SPARE));
      if (resource.isEmpty()) {
        typed.wrong(at + "resource", "This is missing. Write cpu, memory or disk.");
      } else if (rows.stream().anyMatch(other -> other.resource() == read.resource())) {
        typed.wrong(at + "resource", "It stands there twice. Give one row for each.");
      }
      refuseBoth(typed, at + "there", at + "thereRead");
      refuseBoth(typed, at + "used", at + "usedRead");
      rows.add(read);
    }
    return new CapacitySheet(rows);
  }

  @Override
  public Typed form(CapacitySheet sheet) {
    return Typed.filledWith(
        new CapacitySheet(Arrays.stream(Resource.values()).map(sheet::row).toList()));
  }

  private static void refuseBoth(Typed typed, String number, String read) {
    if (typed.has(number) && typed.has(read)) {
      typed.wrong(number + ".amount", "Type the number or say where it is read, not both.");
    }
  }

  @Override
  public Map<String, Object> computed(Upgrade upgrade, CapacitySheet sheet) {
    CapacityCheck check = capacity.forDecision(upgrade.id());
    return Map.of("check", check, "passes", check.passes(), "reads", !sheet.asked().isEmpty());
  }
}
