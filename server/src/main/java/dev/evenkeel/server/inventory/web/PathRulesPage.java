package dev.evenkeel.server.inventory.web;

import dev.evenkeel.server.inventory.lifecycle.OwnRule;
import dev.evenkeel.server.inventory.lifecycle.RuleDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rules of the way up: those of one's own, to be changed, and those that come with Evenkeel. */
@Controller
@RequestMapping("/estate/lifecycle/path-rules")
@Needs(Right.VIEW)
class PathRulesPage {
  private static final String HERE = "redirect:/estate/lifecycle/path-rules";

  private final RuleDesk desk;

  PathRulesPage(RuleDesk desk) {
    this.desk = desk;
  }

  /**
   * @param product whose rules are to be changed; none for new ones
   */
  @GetMapping
  String page(@RequestParam(defaultValue = "") String product, Model model) {
    String text =
        desk.own().stream()
            .filter(rule -> rule.product().equals(product))
            .map(OwnRule::text)
            .findFirst()
            .orElse("");
    return shown(text, List.of(), model);
  }

  @PostMapping
  @Needs(Right.ESTATE)
  String keep(@RequestParam String text, Actor actor, HttpServletResponse response, Model model) {
    try {
      desk.keep(text.replace("\r\n", "\n"), actor);
      return HERE;
    } catch (Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return shown(text, String.valueOf(refused.getMessage()).lines().toList(), model);
    }
  }

  @PostMapping("/remove")
  @Needs(Right.ESTATE)
  String remove(@RequestParam String product, Actor actor) {
    desk.remove(product, actor);
    return HERE;
  }

  private String shown(String text, List<String> wrong, Model model) {
    model.addAttribute("text", text);
    model.addAttribute("wrong", wrong);
    model.addAttribute("own", desk.own());
    model.addAttribute("shipped", desk.shipped());
    return "inventory/path-rules";
  }
}
