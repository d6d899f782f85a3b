package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.store.SheetStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sheets people fill in for upgrades, with all they ever were. */
@Service
public class SheetBook {
  private final SheetStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SheetBook(SheetStore store, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  public <T> Kept<T> get(UpgradeId upgrade, SheetKind<T> kind) {
    return store.newest(upgrade, kind);
  }

  /** Of all upgrades that have one. */
  public <T> Map<UpgradeId, T> newest(SheetKind<T> kind) {
    return store.newest(kind);
  }

  /** The newest of each upgrade that says this name. */
  public <T> Map<UpgradeId, T> naming(SheetKind<T> kind, String name) {
    return store.naming(kind, name);
  }

  /** The newest first. */
  public <T> List<Kept<T>> history(UpgradeId upgrade, SheetKind<T> kind) {
    return store.all(upgrade, kind);
  }

  /**
   * @param seen the version the edit began with; 0 when there was none
   * @throws Refused when it is another by now
   */
  @Transactional
  public <T> void keep(UpgradeId upgrade, SheetKind<T> kind, T sheet, long seen, Actor actor) {
    if (seen < 0 || !store.add(upgrade, kind, sheet, seen, actor, clock.instant())) {
      throw new Refused(
          Refused.Kind.STALE,
          "This was changed by somebody else meanwhile. Load it again and edit that.");
    }
    events.publishEvent(new SheetKept(upgrade, kind.name()));
    events.publishEvent(
        Auditable.by(
                actor,
                "sheet kept",
                "/upgrades/%s/sheets/%s"
                    .formatted(upgrade, kind.name().toLowerCase(java.util.Locale.ROOT)))
            .with("version", seen + 1)
            .with("sha256", SheetStore.digest(sheet)));
  }
}
