package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.Invitations;
import dev.evenkeel.server.identity.Mailboxes;
import dev.evenkeel.server.identity.OidcLinks;
import dev.evenkeel.server.identity.People;
import dev.evenkeel.server.identity.SecondFactors;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.shared.TeamGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may sign in, with their roles for teams and for everything. */
@Controller
@RequestMapping("/settings/people")
@Needs(Right.ADMINISTER)
class PeoplePage {
  private static final String HERE = "redirect:/settings/people";

  private final People people;
  private final Mailboxes mailboxes;
  private final Invitations invitations;
  private final SecondFactors factors;
  private final TeamGate teams;
  private final OidcLinks links;

  PeoplePage(
      People people,
      Mailboxes mailboxes,
      Invitations invitations,
      SecondFactors factors,
      TeamGate teams,
      OidcLinks links) {
    this.links = links;
    this.factors = factors;
    this.people = people;
    this.mailboxes = mailboxes;
    this.invitations = invitations;
    this.teams = teams;
  }

  @GetMapping
  String page(Model model) {
    return filled(model);
  }

  @PostMapping("/invite")
  String invite(@RequestParam(defaultValue = "") List<Role> roles, Model model) {
    model.addAttribute("link", welcomeLink(invitations.invite(roles)));
    return filled(model);
  }

  @PostMapping("/new-password")
  String newPassword(@RequestParam String name, Model model) {
    model.addAttribute("link", welcomeLink(invitations.newPassword(name)));
    return filled(model);
  }

  /**
   * @param kept those of the roles before that stay, each as it is shown
   * @param role one more; none when empty
   * @param team what it is for; everything when empty
   */
  @PostMapping("/roles")
  String roles(
      @RequestParam String name,
      @RequestParam long version,
      @RequestParam(defaultValue = "") List<String> kept,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String team,
      Actor actor) {
    var person =
        people
            .find(name)
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_FOUND, "There is nobody called '%s'.".formatted(name)));
    var grants = new ArrayList<Grant>();
    person.rights().grants().stream()
        .filter(grant -> kept.contains(grant.words()))
        .forEach(grants::add);
    if (!role.isBlank()) {
      grants.add(new Grant(Role.named(role), Optional.of(team).filter(one -> !one.isBlank())));
    }
    people.grant(name, grants, Optional.of(version), actor);
    return HERE;
  }

  @PostMapping("/address")
  String address(
      @RequestParam String name,
      @RequestParam long version,
      @RequestParam(defaultValue = "") String email,
      Actor actor) {
    mailboxes.keep(name, email, version, actor);
    return HERE;
  }

  @PostMapping("/disable")
  String disable(
      @RequestParam String name, @RequestParam long version, @RequestParam boolean disabled) {
    people.disable(name, disabled, Optional.of(version));
    return HERE;
  }

  @PostMapping("/second-factor/take")
  String takeSecondFactor(@RequestParam String name, @RequestParam long version) {
    factors.takeFrom(name, Optional.of(version));
    return HERE;
  }

  @PostMapping("/unlink")
  String unlink(@RequestParam String name) {
    links.remove(name);
    return HERE;
  }

  @PostMapping("/remove")
  String remove(@RequestParam String name) {
    people.remove(name);
    return HERE;
  }

  /** What is refused is said on this page. */
  @ExceptionHandler
  String refused(
      Refused refused, Model model, HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(Problem.of(refused.kind()).status().value());
    var shell = Shell.of(request);
    model.addAttribute("shell", shell);
    model.addAttribute("factor", factors.of(shell.name()));
    model.addAttribute("refusal", refused.getMessage());
    model.addAttribute("typedFor", request.getParameter("name"));
    model.addAttribute("typed", request.getParameter("email"));
    return shell.may("ADMINISTER") ? filled(model) : "web/settings";
  }

  private String filled(Model model) {
    model.addAttribute("roles", Role.values());
    model.addAttribute("teams", teams.teams());
    model.addAttribute("people", people.list());
    model.addAttribute("guarded", factors.guarded());
    model.addAttribute("linked", links.names());
    model.addAttribute("validFor", Invitations.VALID_FOR.toDays());
    return "web/people";
  }

  private static String welcomeLink(String code) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/welcome")
        .queryParam("code", code)
        .toUriString();
  }
}
