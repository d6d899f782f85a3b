package dev.evenkeel.server.risk.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A sheet of an upgrade: what is computed from it, and its form. */
@Controller
@RequestMapping("/upgrades/{id}/{sheet:audit|cost|stocktake|answers|capacity|strategy|rollout}")
@Needs(Right.VIEW)
class SheetPage {
  private final SheetViews views;
  private final UpgradeFrame frame;
  private final EstateBook estate;

  SheetPage(SheetViews views, UpgradeFrame frame, EstateBook estate) {
    this.views = views;
    this.frame = frame;
    this.estate = estate;
  }

  @GetMapping
  @Needs(value = Right.VIEW, duty = true)
  String page(@PathVariable UpgradeId id, @PathVariable String sheet, Model model) {
    return filled(views.upgrade(id), views.at(sheet), model);
  }

  @PostMapping
  @Needs(value = Right.PLAN, duty = true)
  String save(
      @PathVariable UpgradeId id,
      @PathVariable String sheet,
      @RequestParam Map<String, String> given,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Upgrade upgrade = views.upgrade(id);
    SheetView<?> view = views.at(sheet);
    Typed typed = Typed.of(given);
    if (views.keep(upgrade, view, typed, version, actor)) {
      return "redirect:/upgrades/%s/%s".formatted(id, sheet);
    }
    response.setStatus(typed.status());
    model.addAttribute("form", typed);
    model.addAttribute("version", version);
    return show(upgrade, view, model);
  }

  private <T> String filled(Upgrade upgrade, SheetView<T> view, Model model) {
    Kept<T> kept = views.kept(upgrade.id(), view);
    model.addAttribute("form", view.form(kept.sheet()));
    model.addAttribute("version", kept.version());
    return show(upgrade, view, model);
  }

  private <T> String show(Upgrade upgrade, SheetView<T> view, Model model) {
    Kept<T> kept = views.kept(upgrade.id(), view);
    frame.around(upgrade, view.path(), model);
    model.addAttribute("kept", kept);
    model.addAttribute("sheet", kept.sheet());
    model.addAttribute("people", estate.estate().all(EntryKind.PERSON).keySet());
    model.addAllAttributes(view.computed(upgrade, kept.sheet()));
    return "risk/" + view.path();
  }
}
