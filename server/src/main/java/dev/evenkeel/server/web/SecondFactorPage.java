package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.SecondFactors;
import dev.evenkeel.server.identity.SessionCookie;
import dev.evenkeel.server.identity.SignInDesk;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** Everybody's own second factor: set up, confirmed, switched off. */
@Controller
@RequestMapping("/settings/second-factor")
@Needs(Right.VIEW)
class SecondFactorPage {
  private static final String HERE = "redirect:/settings/second-factor";

  private final SecondFactors factors;
  private final SignInDesk desk;

  SecondFactorPage(SecondFactors factors, SignInDesk desk) {
    this.factors = factors;
    this.desk = desk;
  }

  @GetMapping
  String page(Actor actor, HttpServletRequest request, Model model) {
    return filled(Own.person(actor), request, model);
  }

  @PostMapping("/begin")
  String begin(
      @RequestParam(defaultValue = "") String password,
      @CookieValue(name = SessionCookie.NAME, defaultValue = "") String session,
      Actor actor,
      HttpServletRequest request) {
    var person = Own.person(actor);
    desk.again(person, password, session, request.getRemoteAddr());
    factors.begin(person);
    return HERE;
  }

  @PostMapping("/confirm")
  String confirm(@RequestParam String code, Actor actor, HttpServletRequest request, Model model) {
    var person = Own.person(actor);
    var codes = desk.withCode(person, request.getRemoteAddr(), () -> factors.confirm(person, code));
    // Not redirected: this answer is the only one that ever shows the recovery codes.
    model.addAttribute("codes", codes);
    return filled(person, request, model);
  }

  @PostMapping("/codes")
  String newCodes(@RequestParam String code, Actor actor, HttpServletRequest request, Model model) {
    var person = Own.person(actor);
    var codes =
        desk.withCode(person, request.getRemoteAddr(), () -> factors.newCodes(person, code));
    model.addAttribute("codes", codes);
    return filled(person, request, model);
  }

  @PostMapping("/off")
  String off(
      @RequestParam String code,
      @RequestParam(defaultValue = "-1") long version,
      @RequestParam(defaultValue = "") String password,
      @CookieValue(name = SessionCookie.NAME, defaultValue = "") String session,
      Actor actor,
      HttpServletRequest request) {
    var person = Own.person(actor);
    desk.again(person, password, session, request.getRemoteAddr());
    desk.withCode(
        person,
        request.getRemoteAddr(),
        () -> factors.switchOff(person, code, Optional.of(version)));
    return HERE;
  }

  /** What is refused is said on this page. */
  @ExceptionHandler
  String refused(
      Refused refused,
      Actor actor,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setStatus(Problem.of(refused.kind()).status().value());
    model.addAttribute("shell", Shell.of(request));
    model.addAttribute("refusal", refused.getMessage());
    return filled(actor.name(), request, model);
  }

  private String filled(String person, HttpServletRequest request, Model model) {
    model.addAttribute("factor", factors.of(person));
    var session = WebUtils.getCookie(request, SessionCookie.NAME);
    model.addAttribute("again", session == null || desk.asksAgain(session.getValue()));
    model.addAttribute("required", factors.rule().required());
    factors
        .awaited(person)
        .ifPresent(key -> {
          model.addAttribute("key", key.replaceAll("(.{4})(?=.)", "$1 "));
          model.addAttribute("qr", QrCode.of(address(key, person, request.getServerName())));
        });
    return "web/second-factor";
  }

  /**
   * As authenticator programs read it. The name of the server tells the entries of several servers
   * apart.
   */
  private static String address(String key, String person, String server) {
    return "otpauth://totp/Evenkeel:%s?secret=%s&issuer=Evenkeel&algorithm=SHA1&digits=6&period=30"
        .formatted(
            URLEncoder.encode(person + "@" + server, StandardCharsets.UTF_8).replace("+", "%20"),
            key);
  }
}
