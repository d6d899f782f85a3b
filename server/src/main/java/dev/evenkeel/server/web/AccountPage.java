package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.Mailboxes;
import dev.evenkeel.server.identity.People;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody says of themselves: where they are written to. */
@Controller
@RequestMapping("/settings/account")
@Needs(Right.VIEW)
class AccountPage {
  private final People people;
  private final Mailboxes mailboxes;

  AccountPage(People people, Mailboxes mailboxes) {
    this.people = people;
    this.mailboxes = mailboxes;
  }

  @GetMapping
  String page(Actor actor, Model model) {
    var person = people.find(Own.person(actor)).orElseThrow();
    model.addAttribute("person", person);
    if (!model.containsAttribute("email")) {
      model.addAttribute("email", person.email().orElse(""));
    }
    return "web/account";
  }

  @PostMapping("/address")
  String address(
      @RequestParam(defaultValue = "") String email,
      @RequestParam long version,
      Actor actor,
      Model model,
      HttpServletResponse response) {
    try {
      mailboxes.keep(Own.person(actor), email, version, actor);
      return "redirect:/settings/account";
    } catch (Refused refused) {
      response.setStatus(Problem.of(refused.kind()).status().value());
      model.addAttribute("refusal", refused.getMessage());
      model.addAttribute("email", email);
      return page(actor, model);
    }
  }
}
