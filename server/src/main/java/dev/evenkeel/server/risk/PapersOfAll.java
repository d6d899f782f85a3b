package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a kind of sheet of all upgrades when it is asked for first. Of one thread. */
final class PapersOfAll implements Papers {
  private final SheetBook sheets;
  private final RiskRegister register;
  private final Map<SheetKind<?>, Map<UpgradeId, ?>> read = new HashMap<>();
  private @Nullable Map<UpgradeId, Integer> high;

  PapersOfAll(SheetBook sheets, RiskRegister register) {
    this.sheets = sheets;
    this.register = register;
  }

  @Override
  public <T> T sheet(UpgradeId upgrade, SheetKind<T> kind) {
    Map<UpgradeId, ?> all = read.computeIfAbsent(kind, sheets::newest);
    return Optional.<Object>ofNullable(all.get(upgrade))
        .map(kind.type()::cast)
        .orElseGet(kind::empty);
  }

  @Override
  public int highRisks(UpgradeId upgrade) {
    if (high == null) {
      high = register.high();
    }
    return Objects.requireNonNull(high).getOrDefault(upgrade, 0);
  }
}
