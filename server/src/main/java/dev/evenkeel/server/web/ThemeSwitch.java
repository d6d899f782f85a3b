package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Open;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switches between light, dark and what the system has. */
@Controller
@Open
class ThemeSwitch {
  @PostMapping("/theme")
  String theme(
      @RequestParam String theme,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(Theme.COOKIE, Theme.named(theme).toString())
            .path("/")
            .sameSite("Lax")
            .maxAge(Duration.ofDays(365))
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    return "redirect:" + SignInPage.onThisSite(back);
  }
}
