package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of a run: all, those of one target, or one with every attempt at it. */
@Controller
@RequestMapping("/runs/{id}")
@Needs(Right.VIEW)
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
    show(views.of(id), id, key, model);
    return "execution/step";
  }

  /**
   * The step as it is now, to be put in its place; nothing when the run is still where the reader
   * knows it.
   */
  @GetMapping(path = "/step", headers = "HX-Request=true")
  @Nullable String live(
      @PathVariable RunId id,
      @RequestParam String key,
      @RequestParam(defaultValue = "") String mark,
      HttpServletResponse response,
      Model model) {
    RunView run = views.of(id);
    if (run.mark().equals(mark)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    show(run, id, key, model);
    model.addAttribute("live", true);
    return "execution/step :: step";
  }

  private void show(RunView run, RunId id, String key, Model model) {
    model.addAttribute("run", run);
    model.addAttribute("step", steps.one(id, key));
    model.addAttribute("attempts", steps.attempts(id, key));
  }
}
