package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.OidcDesk;
import dev.evenkeel.server.identity.SessionCookie;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody says who they are here whom the provider let in and nobody knows. */
@Controller
@Open
@RequestMapping("/sign-in/link")
class SignInLinkPage {
  private final OidcDesk desk;

  SignInLinkPage(OidcDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  String page(HttpServletRequest request, Model model) {
    return filled(request, model);
  }

  @PostMapping
  String link(
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String then,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      var session = desk.link(name, password, code, SignInPage.place(request), request, response);
      response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.of(session, request).toString());
      return "redirect:" + SignInPage.onThisSite(then);
    } catch (Refused refused) {
      response.setStatus(Problem.of(refused.kind()).status().value());
      model.addAttribute("refusal", refused.getMessage());
      return filled(request, model);
    }
  }

  private String filled(HttpServletRequest request, Model model) {
    var guest = desk.guest(request);
    guest.ifPresent(who -> model.addAttribute("guest", who));
    model.addAttribute("provider", desk.providerName());
    return guest.isPresent() ? "web/sign-in-link" : "redirect:/sign-in?trouble=late";
  }
}
