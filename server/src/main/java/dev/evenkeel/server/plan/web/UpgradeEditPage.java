package dev.evenkeel.server.plan.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.TermsForm;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds and edits upgrades. */
@Controller
@RequestMapping("/upgrades")
@Needs(value = Right.REQUEST, teams = true)
class UpgradeEditPage {
  private final UpgradeBook book;
  private final EstateBook estate;

  UpgradeEditPage(UpgradeBook book, EstateBook estate) {
    this.book = book;
    this.estate = estate;
  }

  /** What is given in the address is filled in, so that other pages can lead here. */
  @GetMapping("/new")
  String add(@RequestParam Map<String, String> given, Model model) {
    return form(Typed.of(given), model);
  }

  @PostMapping
  String save(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    Optional<Terms> terms =
        TermsForm.read(typed, estate.estate(), Optional.empty(), book.firstDay());
    Optional<Upgrade> same = terms.flatMap(wanted -> madeBefore(wanted, actor));
    if (same.isPresent()) {
      return "redirect:/upgrades/" + same.get().id();
    }
    var added = new AtomicReference<Upgrade>();
    if (typed.keeps(() -> added.set(book.add(terms.orElseThrow(), actor)))) {
      return "redirect:/upgrades/" + added.get().id();
    }
    response.setStatus(typed.status());
    return form(typed, model);
  }

  /**
   * The same form sent twice, after the button that leads back: what it made is there, as it was
   * made.
   */
  private Optional<Upgrade> madeBefore(Terms terms, Actor actor) {
    return book.open().stream()
        .filter(one -> one.version() == 1 && one.madeBy().equals(actor))
        .filter(one -> one.terms().equals(terms))
        .findFirst();
  }

  @GetMapping("/{id}/edit")
  String edit(@PathVariable UpgradeId id, Model model) {
    Upgrade upgrade = book.get(id);
    Map<String, String> texts = new HashMap<>();
    Terms terms = upgrade.terms();
    texts.put("systems", String.join(" ", terms.systems()));
    texts.put("title", terms.title());
    texts.put("why", terms.why());
    texts.put("from", terms.from());
    texts.put("to", terms.to());
    texts.put("upgradeClass", terms.upgradeClass().name());
    texts.put("owner", terms.owner());
    terms.goLive().ifPresent(day -> texts.put("goLive", day.toString()));
    terms.downtimeMinutes().ifPresent(minutes -> texts.put("downtimeMinutes", minutes.toString()));
    terms.wayBack().ifPresent(text -> texts.put("wayBack", text));
    texts.put("version", Long.toString(upgrade.version()));
    model.addAttribute("upgrade", upgrade);
    return form(Typed.of(texts), model);
  }

  @PostMapping("/{id}")
  String saveEdited(
      @PathVariable UpgradeId id,
      @RequestParam Map<String, String> given,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Upgrade upgrade = book.get(id);
    Typed typed = Typed.of(given);
    Optional<Terms> terms =
        TermsForm.read(typed, estate.estate(), Optional.of(upgrade.terms()), book.firstDay());
    if (typed.keeps(() -> book.edit(id, terms.orElseThrow(), version, actor))) {
      return "redirect:/upgrades/" + id;
    }
    response.setStatus(typed.status());
    model.addAttribute("upgrade", upgrade);
    return form(typed, model);
  }

  private String form(Typed typed, Model model) {
    model.addAttribute("form", typed);
    model.addAttribute("classes", UpgradeClass.values());
    model.addAttribute("people", estate.estate().all(EntryKind.PERSON).keySet());
    model.addAttribute(
        "known", estate.estate().all(EntryKind.SYSTEM).keySet().stream().limit(500).toList());
    return "plan/edit";
  }
}
