package dev.evenkeel.server.risk.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Finding;
import dev.evenkeel.server.risk.FindingState;
import dev.evenkeel.server.risk.FindingTerms;
import dev.evenkeel.server.risk.RiskRegister;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of risks: of all upgrades, of one, and a single one with its history. */
@Controller
@Needs(Right.VIEW)
class RisksPage {
  private static final int ROWS = 60;

  private final RiskRegister register;
  private final UpgradeBook upgrades;
  private final UpgradeFrame frame;
  private final EstateBook estate;

  RisksPage(RiskRegister register, UpgradeBook upgrades, UpgradeFrame frame, EstateBook estate) {
    this.register = register;
    this.upgrades = upgrades;
    this.frame = frame;
    this.estate = estate;
  }

  @GetMapping("/risks")
  String all(
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(defaultValue = "0") int from,
      Model model) {
    boolean settled = show.equals("all");
    RiskRegister.Amounts amounts = register.amounts();
    int found = settled ? amounts.open() + amounts.settled() : amounts.open();
    int first = Math.clamp(from, 0, found);
    List<Finding> findings = register.all(settled, first, ROWS);
    model.addAttribute("show", settled ? "all" : "open");
    model.addAttribute("findings", findings);
    model.addAttribute("hidden", amounts.settled());
    model.addAttribute("from", first);
    model.addAttribute("step", ROWS);
    model.addAttribute("found", found);
    model.addAttribute("matrix", Matrix.of(register.spread().stream()));
    model.addAttribute(
        "titles", upgrades.titles(findings.stream().map(Finding::upgrade).distinct().toList()));
    return "risk/register";
  }

  @GetMapping("/upgrades/{id}/risks")
  String ofUpgrade(@PathVariable UpgradeId id, Model model) {
    return ofUpgrade(upgrades.get(id), Typed.of(Map.of()), model);
  }

  private String ofUpgrade(Upgrade upgrade, Typed typed, Model model) {
    List<Finding> findings = register.of(upgrade.id());
    frame.around(upgrade, "risks", model);
    model.addAttribute("findings", findings);
    model.addAttribute("shelves", Shelves.of(findings));
    model.addAttribute("matrix", Matrix.of(Matrix.spread(findings)));
    model.addAttribute("form", typed);
    model.addAttribute("people", estate.estate().all(EntryKind.PERSON).keySet());
    model.addAttribute("states", FindingState.values());
    return "risk/risks";
  }

  @PostMapping("/upgrades/{id}/risks")
  @Needs(Right.PLAN)
  String add(
      @PathVariable UpgradeId id,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Upgrade upgrade = upgrades.get(id);
    Typed typed = Typed.of(given);
    FindingTerms terms = FindingForm.read(typed, Optional.empty());
    if (typed.keeps(() -> register.add(id, terms, actor))) {
      return "redirect:/upgrades/%s/risks".formatted(id);
    }
    response.setStatus(typed.status());
    return ofUpgrade(upgrade, typed, model);
  }

  @GetMapping("/risks/{risk:\\d+}")
  String one(@PathVariable long risk, Model model) {
    Finding finding = register.get(risk);
    model.addAttribute("version", finding.version());
    return one(finding, FindingForm.of(finding), model);
  }

  private String one(Finding finding, Typed typed, Model model) {
    model.addAttribute("finding", finding);
    model.addAttribute("upgradeTitle", upgrades.get(finding.upgrade()).terms().title());
    model.addAttribute("history", register.history(finding.id()));
    model.addAttribute("form", typed);
    model.addAttribute("people", estate.estate().all(EntryKind.PERSON).keySet());
    model.addAttribute("states", FindingState.values());
    return "risk/finding";
  }

  @PostMapping("/risks/{risk:\\d+}")
  @Needs(Right.PLAN)
  String save(
      @PathVariable long risk,
      @RequestParam Map<String, String> given,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Finding finding = register.get(risk);
    Typed typed = Typed.of(given);
    FindingTerms terms = FindingForm.read(typed, Optional.of(finding));
    if (typed.keeps(() -> register.edit(risk, terms, version, actor))) {
      return "redirect:/risks/" + risk;
    }
    response.setStatus(typed.status());
    model.addAttribute("version", version);
    return one(finding, typed, model);
  }
}
