package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Typed;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the sheet an address names, and has it read and kept. */
@Component
class SheetViews {
  private final List<SheetView<?>> views;
  private final SheetBook book;
  private final UpgradeBook upgrades;
  private final Clock clock;

  SheetViews(List<SheetView<?>> views, SheetBook book, UpgradeBook upgrades, Clock clock) {
    this.views = List.copyOf(views);
    this.book = book;
    this.upgrades = upgrades;
    this.clock = clock;
  }

  List<SheetView<?>> all() {
    return views;
  }

  SheetView<?> at(String path) {
    return views.stream()
        .filter(view -> view.path().equals(path))
        .findFirst()
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "An upgrade has no '%s'.".formatted(path)));
  }

  Upgrade upgrade(UpgradeId id) {
    return upgrades.get(id);
  }

  <T> Kept<T> kept(UpgradeId id, SheetView<T> view) {
    return book.get(id, view.kind());
  }

  /**
   * @return whether it was kept; otherwise {@code typed} says why not
   */
  <T> boolean keep(Upgrade upgrade, SheetView<T> view, Typed typed, long seen, Actor actor) {
    T sheet = view.read(typed, kept(upgrade.id(), view), new Edit(upgrade, actor, clock.instant()));
    return typed.keeps(() -> book.keep(upgrade.id(), view.kind(), sheet, seen, actor));
  }

  /** The same for programs. */
  <T> void keepOrRefuse(Upgrade upgrade, SheetView<T> view, Typed typed, long seen, Actor actor) {
    T sheet = view.read(typed, kept(upgrade.id(), view), new Edit(upgrade, actor, clock.instant()));
    typed.refuseIfWrong();
    book.keep(upgrade.id(), view.kind(), sheet, seen, actor);
  }
}
