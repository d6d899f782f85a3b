package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.Invitations;
import dev.evenkeel.server.identity.SignInDesk;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a one-time link leads: somebody joins, or sets a new password, and is signed in. */
@Controller
@Open
@RequestMapping("/welcome")
class WelcomePage {
  private final Invitations invitations;
  private final SignInDesk desk;

  WelcomePage(Invitations invitations, SignInDesk desk) {
    this.invitations = invitations;
    this.desk = desk;
  }

  @GetMapping
  String page(@RequestParam String code, Model model) {
    model.addAttribute("invitation", invitations.look(code));
    return "web/welcome";
  }

  @PostMapping
  String accept(
      @RequestParam String code,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam String password,
      @RequestParam String again,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    model.addAttribute("invitation", invitations.look(code));
    try {
      if (!password.equals(again)) {
        throw new Refused(Refused.Kind.INVALID, "The two passwords differ. Type both again.");
      }
      var person =
          invitations.accept(code, name.strip().toLowerCase(Locale.ROOT), displayName, password);
      // A link for a new password stands for the password alone.
      return SignInPage.let(desk.letIn(person, SignInPage.place(request)), "/", request, response);
    } catch (Refused refused) {
      response.setStatus(Problem.of(refused.kind()).status().value());
      model.addAttribute("refusal", refused.getMessage());
      return "web/welcome";
    }
  }
}
