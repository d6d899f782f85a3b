package dev.evenkeel.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a signed-in browser: out of reach of scripts, not sent along by other sites' forms.
 */
public final class SessionCookie {
  public static final String NAME = "evenkeel_session";

  /** Between the right password and the code; sent to the page of the code alone. */
  public static final String HALF = "evenkeel_half";

  /** Of a browser in which somebody signed in before; sent to the pages of the sign-in alone. */
  public static final String DEVICE = "evenkeel_device";

  private static final String CODE_PAGE = "/sign-in/code";

  private SessionCookie() {}

  public static ResponseCookie of(String session, HttpServletRequest request) {
    return cookie(NAME, session, "/", Sessions.LONGEST, request);
  }

  public static ResponseCookie half(String half, HttpServletRequest request) {
    return cookie(HALF, half, CODE_PAGE, HalfSessions.VALID_FOR, request);
  }

  public static ResponseCookie device(String device, HttpServletRequest request) {
    return cookie(DEVICE, device, "/sign-in", KnownDevices.VALID_FOR, request);
  }

  public static ResponseCookie halfGone(HttpServletRequest request) {
    return cookie(HALF, "", CODE_PAGE, Duration.ZERO, request);
  }

  public static ResponseCookie gone(HttpServletRequest request) {
    return cookie(NAME, "", "/", Duration.ZERO, request);
  }

  private static ResponseCookie cookie(
      String name, String value, String path, Duration age, HttpServletRequest request) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path(path)
        .maxAge(age)
        .build();
  }
}
