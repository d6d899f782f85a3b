package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.store.OverrideStore;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every run that went forward outside of its window or inside of a freeze, for whoever audits. */
@Controller
@Needs(Right.VIEW)
class OverridesPage {
  private static final int SHOWN = 500;

  private final OverrideStore overrides;

  OverridesPage(OverrideStore overrides) {
    this.overrides = overrides;
  }

  @GetMapping("/runs/overrides")
  String page(Model model) {
    model.addAttribute("overrides", overrides.newest(SHOWN));
    return "execution/overrides";
  }
}
