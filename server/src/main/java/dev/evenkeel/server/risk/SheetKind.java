package dev.evenkeel.server.risk;

import dev.evenkeel.server.risk.reckon.Answers;
import dev.evenkeel.server.risk.reckon.AuditSheet;
import dev.evenkeel.server.risk.reckon.CapacitySheet;
import dev.evenkeel.server.risk.reckon.CostSheet;
import dev.evenkeel.server.risk.reckon.RolloutSheet;
import dev.evenkeel.server.risk.reckon.Stocktake;
import dev.evenkeel.server.risk.reckon.StrategySheet;

/**
 * What people fill in for an upgrade.
 *
 * @param name stored, so it never changes
 */
public record SheetKind<T>(String name, Class<T> type, T empty) {
  public static final SheetKind<AuditSheet> AUDIT =
      new SheetKind<>("audit", AuditSheet.class, AuditSheet.EMPTY);
  public static final SheetKind<CostSheet> COST =
      new SheetKind<>("cost", CostSheet.class, CostSheet.EMPTY);
  public static final SheetKind<Stocktake> STOCKTAKE =
      new SheetKind<>("stocktake", Stocktake.class, Stocktake.EMPTY);
  public static final SheetKind<Answers> ANSWERS =
      new SheetKind<>("answers", Answers.class, Answers.EMPTY);
  public static final SheetKind<CapacitySheet> CAPACITY =
      new SheetKind<>("capacity", CapacitySheet.class, CapacitySheet.EMPTY);
  public static final SheetKind<StrategySheet> STRATEGY =
      new SheetKind<>("strategy", StrategySheet.class, StrategySheet.EMPTY);
  public static final SheetKind<RolloutSheet> ROLLOUT =
      new SheetKind<>("rollout", RolloutSheet.class, RolloutSheet.EMPTY);
}
