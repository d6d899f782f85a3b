package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.SecondFactors;
import dev.evenkeel.server.identity.Tokens;
import dev.evenkeel.server.secrets.Vault;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.shared.TeamGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tokens, secrets and what is asked of administrators on one page; each of its forms comes back to
 * it.
 */
@Controller
@RequestMapping("/settings")
@Needs(Right.ADMINISTER)
class SettingsPage {
  private static final String HERE = "redirect:/settings";

  private final Tokens tokens;
  private final Vault vault;
  private final SecondFactors factors;
  private final TeamGate teams;

  SettingsPage(Tokens tokens, Vault vault, SecondFactors factors, TeamGate teams) {
    this.teams = teams;
    this.factors = factors;
    this.tokens = tokens;
    this.vault = vault;
  }

  @GetMapping
  @Needs(Right.VIEW)
  String page(@ModelAttribute("shell") Shell shell, Model model) {
    return filled(shell, model);
  }

  @PostMapping("/tokens")
  String issue(
      @RequestParam String name,
      @RequestParam(defaultValue = "") List<Role> roles,
      @RequestParam(defaultValue = "") String team,
      @RequestParam int days,
      Actor actor,
      @ModelAttribute("shell") Shell shell,
      Model model) {
    var validFor = Optional.of(Tokens.validFor(days));
    // Not redirected: this answer is the only one that ever shows the token.
    model.addAttribute("issued", tokens.issue(name, rights(roles, team), validFor, actor));
    return filled(shell, model);
  }

  private Rights rights(List<Role> roles, String team) {
    var one = Optional.of(team).filter(name -> !name.isBlank());
    one.filter(name -> !teams.teams().contains(name))
        .ifPresent(name -> {
          throw new Refused(
              Refused.Kind.INVALID, "There is no team '%s' in the estate.".formatted(name));
        });
    return new Rights(roles.stream().distinct().map(role -> new Grant(role, one)).toList());
  }

  @PostMapping("/tokens/revoke")
  String revoke(@RequestParam UUID id) {
    tokens.revoke(id);
    return HERE;
  }

  @PostMapping("/secrets")
  String put(@RequestParam String name, @RequestParam String value, Actor actor) {
    vault.put(name, value, actor);
    return HERE;
  }

  @PostMapping("/secrets/delete")
  String delete(@RequestParam String name) {
    vault.delete(name);
    return HERE;
  }

  @PostMapping("/second-factor/required")
  String require(@RequestParam boolean required, @RequestParam long version, Actor actor) {
    factors.require(required, version, actor);
    return HERE;
  }

  /** What is refused is said on this page, with what was filled in still there. */
  @ExceptionHandler
  String refused(
      Refused refused, Model model, HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(Problem.of(refused.kind()).status().value());
    var shell = Shell.of(request);
    model.addAttribute("shell", shell);
    model.addAttribute("refusal", refused.getMessage());
    return filled(shell, model);
  }

  private String filled(Shell shell, Model model) {
    model.addAttribute("roles", Role.values());
    model.addAttribute("factor", factors.of(shell.name()));
    if (shell.may("ADMINISTER")) {
      model.addAttribute("teams", teams.teams());
      model.addAttribute("tokens", tokens.list());
      model.addAttribute("secrets", vault.list());
      model.addAttribute("rule", factors.rule());
    }
    return "web/settings";
  }
}
