package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect.Phase;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.Stocktake;
import dev.evenkeel.server.risk.reckon.Stocktake.Answer;
import dev.evenkeel.server.risk.reckon.Stocktake.Decision;
import dev.evenkeel.server.risk.reckon.Stocktake.Item;
import dev.evenkeel.server.risk.reckon.Stocktake.Place;
import dev.evenkeel.server.shared.Typed;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The stocktake of everything bespoke. */
@Component
@Order(4)
class StocktakeView implements SheetView<Stocktake> {

  @Override
  public SheetKind<Stocktake> kind() {
    return SheetKind.STOCKTAKE;
  }

  @Override
  public String label() {
    return "Customisations";
  }

  @Override
  public Phase phase() {
    return Phase.WHY;
  }

  @Override
  public Stocktake read(Typed typed, Kept<Stocktake> before, Edit edit) {
    List<Item> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int row = 0; row < typed.rows("items"); row++) {
      String at = "items[%d].".formatted(row);
      if (!typed.has("items[%d]".formatted(row))) {
        continue;
      }
      typed.passes(at + "decidedBy");
      Item item = item(typed, at, before.sheet(), edit);
      if (!item.name().isEmpty() && !names.add(item.name())) {
        typed.wrong(at + "name", "There are two of this name. Give one another.");
      }
      items.add(item);
    }
    boolean none = typed.ticked("none");
    if (none && !items.isEmpty()) {
      typed.wrong("none", "Something bespoke is listed. Untick this, or remove the names.");
    }
    return new Stocktake(items, none);
  }

  private static Item item(Typed typed, String at, Stocktake before, Edit edit) {
    String name = typed.needed(at + "name", Reads.LINE, "Name it, or clear the row.");
    Optional<Decision> decision = typed.choice(at + "decision", Decision.class);
    Optional<String> decidedBy =
        decision.map(now ->
            before.items().stream()
                .filter(old -> old.name().equals(name) && old.decision().equals(decision))
                .flatMap(old -> old.decidedBy().stream())
                .findFirst()
                .orElseGet(() ->
                    "%s, %s"
                        .formatted(
                            edit.actor().name(),
                            edit.now().atOffset(ZoneOffset.UTC).toLocalDate())));
    return new Item(
        name,
        typed.words(at + "does", Reads.TEXT),
        typed.words(at + "documents", Reads.TEXT),
        typed.choice(at + "place", Place.class),
        typed.choice(at + "offered", Answer.class),
        typed.choice(at + "needed", Answer.class),
        typed.words(at + "integrated", Reads.LINE),
        typed.words(at + "conflict", Reads.TEXT),
        decision,
        decidedBy);
  }

  @Override
  public Map<String, Object> computed(Upgrade upgrade, Stocktake sheet) {
    return Map.of(
        "open", sheet.open(),
        "judged",
            sheet.items().stream()
                .map(item -> new Judged(item.name(), item.proposed(), item.flags(), item.open()))
                .toList());
  }

  /** What the answers say of one. */
  record Judged(String name, Optional<Decision> proposed, List<String> flags, List<String> open) {}
}
