package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.OwnSessions;
import dev.evenkeel.server.identity.SessionCookie;
import dev.evenkeel.server.identity.Sessions;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody is signed in, and since when. */
@Controller
@RequestMapping("/settings/sessions")
@Needs(Right.VIEW)
class SessionsPage {
  private static final String HERE = "redirect:/settings/sessions";
  private static final String COOKIE = SessionCookie.NAME;

  private final Sessions sessions;
  private final OwnSessions own;

  SessionsPage(Sessions sessions, OwnSessions own) {
    this.sessions = sessions;
    this.own = own;
  }

  @GetMapping
  String page(
      Actor actor, @CookieValue(name = COOKIE, defaultValue = "") String cookie, Model model) {
    model.addAttribute("sessions", sessions.of(Own.person(actor), cookie));
    return "web/sessions";
  }

  @PostMapping("/end")
  String end(@RequestParam UUID id, Actor actor) {
    Own.person(actor);
    own.end(actor, id);
    return HERE;
  }

  @PostMapping("/end-others")
  String endOthers(Actor actor, @CookieValue(name = COOKIE, defaultValue = "") String cookie) {
    Own.person(actor);
    own.endOthers(actor, cookie);
    return HERE;
  }
}
