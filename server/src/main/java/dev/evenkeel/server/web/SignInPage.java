package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.OidcDesk;
import dev.evenkeel.server.identity.OidcTrouble;
import dev.evenkeel.server.identity.Person;
import dev.evenkeel.server.identity.SessionCookie;
import dev.evenkeel.server.identity.Sessions;
import dev.evenkeel.server.identity.SignInDesk;
import dev.evenkeel.server.identity.SignInDesk.LetIn;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInPage {
  private static final String PROVIDER = "provider";

  private final SignInDesk desk;
  private final Sessions sessions;
  private final OidcDesk provider;

  SignInPage(SignInDesk desk, Sessions sessions, OidcDesk provider) {
    this.provider = provider;
    this.desk = desk;
    this.sessions = sessions;
  }

  @Open
  @GetMapping("/sign-in")
  String page(
      @ModelAttribute("shell") Shell shell,
      @RequestParam(defaultValue = "") String then,
      @RequestParam(defaultValue = "") String trouble,
      @RequestParam(defaultValue = "") String out,
      Model model) {
    if (shell.signedIn()) {
      return "redirect:" + onThisSite(then);
    }
    OidcTrouble.named(trouble)
        .ifPresent(one -> model.addAttribute("refusal", one.says(provider.providerName())));
    if (out.equals(PROVIDER)) {
      provider.signOut().ifPresent(address -> model.addAttribute("signOut", address));
    }
    return "web/sign-in";
  }

  /** Who else lets people in; the page has no button for it when it is empty. */
  @ModelAttribute("provider")
  String provider() {
    return provider.providerName();
  }

  @Open
  @PostMapping("/sign-in")
  String signIn(
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam(defaultValue = "") String then,
      @CookieValue(name = SessionCookie.DEVICE, defaultValue = "") String device,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      var person = desk.signIn(name, password, request.getRemoteAddr(), device);
      var letIn = desk.letIn(person, place(request));
      if (letIn instanceof LetIn.Aboard) {
        remember(person, request, response);
      }
      return let(letIn, then, request, response);
    } catch (Refused refused) {
      show(refused, model, response);
      return "web/sign-in";
    }
  }

  @Open
  @GetMapping("/sign-in/code")
  String codePage(
      @ModelAttribute("shell") Shell shell,
      @CookieValue(name = SessionCookie.HALF, defaultValue = "") String half,
      @RequestParam(defaultValue = "") String then) {
    return shell.signedIn() || !desk.codeAwaited(half)
        ? "redirect:/sign-in" + comingBack(then)
        : "web/sign-in-code";
  }

  @Open
  @PostMapping("/sign-in/code")
  String code(
      @RequestParam String code,
      @RequestParam(defaultValue = "") String then,
      @CookieValue(name = SessionCookie.HALF, defaultValue = "") String half,
      @CookieValue(name = SessionCookie.DEVICE, defaultValue = "") String device,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      var inside = desk.code(half, code, place(request), device);
      remember(inside.person(), request, response);
      let(inside.session(), request, response);
      response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.halfGone(request).toString());
      return "redirect:" + onThisSite(then);
    } catch (Refused refused) {
      show(refused, model, response);
      return desk.codeAwaited(half) ? "web/sign-in-code" : "web/sign-in";
    }
  }

  private static void show(Refused refused, Model model, HttpServletResponse response) {
    response.setStatus(Problem.of(refused.kind()).status().value());
    Problem.retryAfter(refused)
        .ifPresent(after -> response.setHeader(HttpHeaders.RETRY_AFTER, after));
    model.addAttribute("refusal", refused.getMessage());
  }

  @Needs(Right.VIEW)
  @PostMapping("/sign-out")
  String signOut(
      @CookieValue(name = SessionCookie.NAME, defaultValue = "") String session,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean byProvider = sessions.byProvider(session);
    sessions.close(session);
    response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.gone(request).toString());
    // Not on to the provider: a form of this site leads to no other, and one may want to stay
    // there.
    return byProvider ? "redirect:/sign-in?out=" + PROVIDER : "redirect:/sign-in";
  }

  /** Whoever guesses this person's password elsewhere slows this browser down no more. */
  private void remember(Person person, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE, SessionCookie.device(desk.known(person), request).toString());
  }

  /** Onward: aboard, or to the page that asks for the code. */
  static String let(
      LetIn letIn, String then, HttpServletRequest request, HttpServletResponse response) {
    return switch (letIn) {
      case LetIn.Aboard(var session) -> {
        let(session, request, response);
        yield "redirect:" + onThisSite(then);
      }
      case LetIn.CodeAwaited(var half) -> {
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.half(half, request).toString());
        yield "redirect:/sign-in/code" + comingBack(then);
      }
    };
  }

  static Sessions.Place place(HttpServletRequest request) {
    var program = request.getHeader(HttpHeaders.USER_AGENT);
    return new Sessions.Place(request.getRemoteAddr(), program == null ? "" : program);
  }

  private static String comingBack(String then) {
    var page = onThisSite(then);
    return page.equals("/") ? "" : "?then=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }

  private static void let(
      String session, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.of(session, request).toString());
  }

  /** Never sends anybody to another site, whatever a link asks for. */
  static String onThisSite(String page) {
    return page.matches("/[A-Za-z0-9].*") && !page.contains("\\") && !page.contains("://")
        ? page
        : "/";
  }
}
