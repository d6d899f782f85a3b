package dev.evenkeel.server.comms.rule.web;

import dev.evenkeel.server.comms.rule.AutomationDesk;
import dev.evenkeel.server.comms.rule.Rule;
import dev.evenkeel.server.comms.rule.RuleClock;
import dev.evenkeel.server.comms.rule.RuleTerms;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Pressed;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Automations: all of them, a form for each, what they would have done, and what they did. */
@Controller
@Needs(Right.COMMUNICATE)
class AutomationsPage {
  private final AutomationDesk desk;
  private final RuleForm form;
  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final RuleClock clock;

  AutomationsPage(
      AutomationDesk desk, RuleForm form, UpgradeBook book, UpgradeFrame frame, RuleClock clock) {
    this.desk = desk;
    this.form = form;
    this.book = book;
    this.frame = frame;
    this.clock = clock;
  }

  @GetMapping("/settings/automations")
  @Needs(Right.VIEW)
  String all(Model model) {
    rules(desk.all(), model);
    model.addAttribute("firings", desk.firings());
    model.addAttribute("repeatable", desk.repeatable());
    return "comms/automations";
  }

  @GetMapping("/upgrades/{id}/automations")
  @Needs(Right.VIEW)
  String ofUpgrade(@PathVariable UpgradeId id, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, AutomationsAspect.PATH, model);
    rules(desk.of(id), model);
    model.addAttribute("firings", desk.firings(id));
    model.addAttribute("repeatable", desk.repeatable());
    return "comms/upgrade-automations";
  }

  @GetMapping("/settings/automations/new")
  String blank(@RequestParam(defaultValue = "") String upgrade, Model model) {
    return form(Typed.of(Map.of("upgrade", upgrade, "mostAnHour", "60")), Optional.empty(), model);
  }

  @PostMapping("/settings/automations")
  String add(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    RuleTerms terms = form.read(typed);
    long[] made = new long[1];
    if (typed.keeps(() -> made[0] = desk.add(terms, actor).id())) {
      return "redirect:/settings/automations/" + made[0];
    }
    response.setStatus(typed.status());
    return form(typed, Optional.empty(), model);
  }

  @GetMapping("/settings/automations/{id:\\d+}")
  @Needs(Right.VIEW)
  String one(@PathVariable long id, Model model) {
    Rule rule = desk.get(id);
    model.addAttribute("version", rule.version());
    return form(Typed.of(RuleForm.filled(rule)), Optional.of(rule), model);
  }

  @PostMapping("/settings/automations/{id:\\d+}")
  String save(
      @PathVariable long id,
      @RequestParam Map<String, String> given,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Rule rule = desk.get(id);
    Typed typed = Typed.of(given);
    RuleTerms terms = form.read(typed);
    if (typed.keeps(() -> desk.edit(id, terms, version, actor))) {
      return "redirect:/settings/automations/" + id;
    }
    response.setStatus(typed.status());
    model.addAttribute("version", version);
    return form(typed, Optional.of(rule), model);
  }

  /** Tries it over the last month; nothing is told. */
  @GetMapping("/settings/automations/{id:\\d+}/trial")
  @Needs(Right.VIEW)
  String trial(@PathVariable long id, Model model) {
    model.addAttribute("rule", RuleView.of(desk.get(id)));
    model.addAttribute("trial", desk.trial(id));
    return "comms/automation-trial";
  }

  @PostMapping("/settings/automations/{id:\\d+}/{turn:on|off|remove}")
  String turn(
      @PathVariable long id,
      @PathVariable String turn,
      @RequestParam long version,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    if (turn.equals("remove")) {
      return Pressed.done(() -> desk.remove(id, version, actor), response, model)
          ? "redirect:/settings/automations"
          : one(id, model);
    }
    return pressed(id, () -> desk.turn(id, turn.equals("on"), version, actor), response, model);
  }

  /** Tries once more what failed. */
  @PostMapping("/settings/automations/{id:\\d+}/firings/{seq:\\d+}/again")
  String again(
      @PathVariable long id,
      @PathVariable long seq,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    return pressed(id, () -> clock.again(id, seq, actor), response, model);
  }

  private String pressed(long id, Runnable order, HttpServletResponse response, Model model) {
    return Pressed.done(order, response, model)
        ? "redirect:/settings/automations/" + id
        : one(id, model);
  }

  /** With the titles of the upgrades they are for, by which people know them. */
  private void rules(List<Rule> rules, Model model) {
    model.addAttribute("rules", rules.stream().map(RuleView::of).toList());
    Map<Long, String> titles = new HashMap<>();
    book.titles(rules.stream().flatMap(one -> one.terms().upgrade().stream()).toList())
        .forEach((id, title) -> titles.put(id.value(), title));
    model.addAttribute("titles", titles);
  }

  private String form(Typed typed, Optional<Rule> rule, Model model) {
    model.addAttribute("form", typed);
    model.addAttribute("title", rule.map(one -> one.terms().name()).orElse("A new automation"));
    model.addAttribute("rule", rule.map(RuleView::of).orElse(null));
    model.addAttribute("choices", form.choices(typed));
    rule.ifPresent(one -> model.addAttribute("firings", desk.firings(one.id())));
    model.addAttribute("repeatable", desk.repeatable());
    return "comms/automation";
  }
}
