package dev.evenkeel.server.retention.web;

import dev.evenkeel.estate.Sensitivity;
import dev.evenkeel.server.retention.ResidencyDesk;
import dev.evenkeel.server.retention.RetentionDesk;
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

/** How long things are kept, what is held, where data may be. */
@Controller
@RequestMapping("/settings/retention")
@Needs(Right.ADMINISTER)
class RetentionPage {
  private static final String HERE = "redirect:/settings/retention";

  private final RetentionDesk desk;
  private final ResidencyDesk residency;

  RetentionPage(RetentionDesk desk, ResidencyDesk residency) {
    this.desk = desk;
    this.residency = residency;
  }

  @GetMapping
  @Needs(Right.VIEW)
  String page(Model model) {
    return show(Typed.of(Map.of()), "", model);
  }

  @PostMapping("/policies/{kind}")
  String keep(
      @PathVariable String kind,
      @RequestParam long version,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    return kept(
        typed, RetentionForm.policy(typed, desk, kind, version, actor), kind, response, model);
  }

  @PostMapping("/holds")
  String hold(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    return kept(typed, RetentionForm.hold(typed, desk, true, actor), "hold", response, model);
  }

  @PostMapping("/releases")
  String release(
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    return kept(typed, RetentionForm.hold(typed, desk, false, actor), "release", response, model);
  }

  @PostMapping("/residency/{data}")
  String reside(
      @PathVariable Sensitivity data,
      @RequestParam long version,
      @RequestParam Map<String, String> given,
      Actor actor,
      HttpServletResponse response,
      Model model) {
    Typed typed = Typed.of(given);
    return kept(
        typed,
        RetentionForm.residency(typed, residency, data, version, actor),
        data.name(),
        response,
        model);
  }

  private String kept(
      Typed typed, Runnable keep, String tried, HttpServletResponse response, Model model) {
    if (typed.keeps(keep)) {
      return HERE;
    }
    response.setStatus(typed.status());
    return show(typed, tried, model);
  }

  private String show(Typed form, String tried, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("tried", tried);
    model.addAttribute("kinds", desk.outlook());
    model.addAttribute("holds", desk.holds());
    model.addAttribute("titles", desk.titles());
    model.addAttribute("upgrades", desk.upgrades());
    model.addAttribute("regions", residency.regions());
    model.addAttribute("rules", residency.rules());
    return "retention/retention";
  }
}
