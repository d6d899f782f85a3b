package dev.evenkeel.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a signed-in browser: out of reach of scripts, not sent along by other sites' forms.
 */
public final class SessionCookie {
  public static final String NAME = "evenkeel_session";

  private SessionCookie() {}

  public static ResponseCookie of(String session, HttpServletRequest request) {
    return cookie(session, Sessions.LONGEST, request);
  }

  public static ResponseCookie gone(HttpServletRequest request) {
    return cookie("", Duration.ZERO, request);
  }

  private static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path("/")
        .maxAge(age)
        .build();
  }
}
