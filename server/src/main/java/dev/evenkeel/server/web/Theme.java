package dev.evenkeel.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.web.util.WebUtils;

/** Light or dark: as the reader's system has it, until they say otherwise. Kept in a cookie. */
enum Theme {
  SYSTEM,
  DARK,
  LIGHT;

  static final String COOKIE = "evenkeel_theme";

  static Theme of(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? SYSTEM : named(cookie.getValue());
  }

  static Theme named(String name) {
    return Arrays.stream(values())
        .filter(theme -> theme.toString().equals(name))
        .findFirst()
        .orElse(SYSTEM);
  }

  Theme next() {
    return values()[(ordinal() + 1) % values().length];
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
