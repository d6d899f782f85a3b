package dev.evenkeel.server.identity;

import dev.evenkeel.server.secrets.Sealing;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser keeps for a few minutes while somebody signs in with the provider: sealed, so that
 * it can be neither read nor made up there, and any server of a cluster goes on with it. Nothing is
 * kept here for those who only press the button.
 */
@Component
class OidcCookies {
  private static final Duration VALID_FOR = Duration.ofMinutes(10);
  private static final String PATH = "/sign-in";
  private static final JsonMapper JSON = new JsonMapper();

  private final Sealing sealing;
  private final Clock clock;

  OidcCookies(Sealing sealing, Clock clock) {
    this.sealing = sealing;
    this.clock = clock;
  }

  private record Kept(Instant until, String json) {}

  void keep(String name, Object what, HttpServletRequest request, HttpServletResponse response) {
    var json =
        JSON.writeValueAsString(
            new Kept(clock.instant().plus(VALID_FOR), JSON.writeValueAsString(what)));
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.close(name, json));
    set(name, text, VALID_FOR, request, response);
  }

  void forget(String name, HttpServletRequest request, HttpServletResponse response) {
    set(name, "", Duration.ZERO, request, response);
  }

  <T> Optional<T> read(String name, Class<T> type, HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, name);
    if (cookie == null || cookie.getValue().isEmpty()) {
      return Optional.empty();
    }
    try {
      var sealed = Base64.getUrlDecoder().decode(cookie.getValue());
      var kept = JSON.readValue(sealing.open(name, sealed, sealing.keyId()), Kept.class);
      return kept.until().isBefore(clock.instant())
          ? Optional.empty()
          : Optional.of(JSON.readValue(kept.json(), type));
    } catch (IllegalArgumentException | IllegalStateException | Refused | JacksonException made) {
      return Optional.empty();
    }
  }

  private static void set(
      String name,
      String value,
      Duration age,
      HttpServletRequest request,
      HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(name, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path(PATH)
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
