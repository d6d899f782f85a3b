package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.CapacityCheck;
import dev.evenkeel.server.risk.reckon.CapacitySheet;
import dev.evenkeel.server.risk.reckon.Readings;
import dev.evenkeel.server.risk.reckon.Readings.Asked;
import dev.evenkeel.server.risk.reckon.Readings.Reading;
import dev.evenkeel.server.risk.store.CapacityReadingStore;
import dev.evenkeel.server.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;

/** Whether there is room for the target, with numbers from metric sources where a sheet says so. */
@Service
public class CapacityDesk {
  /** Who looks again within this time sees what was read before. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final SheetBook sheets;
  private final CapacityReader reader;
  private final CapacityReadingStore store;
  private final Clock clock;

  CapacityDesk(SheetBook sheets, CapacityReader reader, CapacityReadingStore store, Clock clock) {
    this.sheets = sheets;
    this.reader = reader;
    this.store = store;
    this.clock = clock;
  }

  /** With what was read before. */
  public CapacityCheck check(UpgradeId upgrade) {
    return judged(upgrade, sheet(upgrade));
  }

  /** Reads again what was not read in the last minutes. */
  public CapacityCheck forDecision(UpgradeId upgrade) {
    CapacitySheet sheet = sheet(upgrade);
    Readings known = store.newest(upgrade, sheet.asked());
    read(
        upgrade,
        sheet.asked().stream()
            .filter(asked ->
                known
                    .of(asked)
                    .filter(one -> one.at().plus(FRESH).isAfter(clock.instant()))
                    .isEmpty())
            .toList(),
        Actor.EVENKEEL);
    return judged(upgrade, sheet);
  }

  /** Reads all of it. */
  public CapacityCheck readNow(UpgradeId upgrade, Actor actor) {
    CapacitySheet sheet = sheet(upgrade);
    read(upgrade, sheet.asked(), actor);
    return judged(upgrade, sheet);
  }

  private CapacitySheet sheet(UpgradeId upgrade) {
    return sheets.get(upgrade, SheetKind.CAPACITY).sheet();
  }

  private CapacityCheck judged(UpgradeId upgrade, CapacitySheet sheet) {
    return CapacityCheck.of(sheet, store.newest(upgrade, sheet.asked()), clock.instant());
  }

  /** Side by side, so that several that do not answer take no longer than one. */
  private void read(UpgradeId upgrade, Collection<Asked> asked, Actor actor) {
    Map<Asked, CompletableFuture<Reading>> readings = new HashMap<>();
    for (Asked one : asked) {
      readings.put(
          one,
          CompletableFuture.supplyAsync(() -> reader.read(one, actor), Thread::startVirtualThread));
    }
    List.copyOf(readings.entrySet())
        .forEach(entry -> store.add(upgrade, entry.getKey(), entry.getValue().join()));
  }
}
