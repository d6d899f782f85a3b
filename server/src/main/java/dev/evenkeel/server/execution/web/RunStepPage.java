package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of a run: all, those of one target, or one with every attempt at it. */
@Controller
@RequestMapping("/runs/{id}")
@Needs(Role.VIEWER)
class RunStepPage {
  private final RunViews views;
  private final StepViews steps;

  RunStepPage(RunViews views, StepViews steps) {
    this.views = views;
    this.steps = steps;
  }

  @GetMapping("/steps")
  String all(@PathVariable RunId id, @RequestParam(defaultValue = "") String target, Model model) {
    model.addAttribute("run", views.of(id));
    model.addAttribute("target", target);
    model.addAttribute("segments", steps.of(id, target));
    return "execution/steps";
  }

  @GetMapping("/step")
  String one(@PathVariable RunId id, @RequestParam String key, Model model) {
    model.addAttribute("run", views.of(id));
    model.addAttribute("step", steps.one(id, key));
    model.addAttribute("attempts", steps.attempts(id, key));
    return "execution/step";
  }
}
