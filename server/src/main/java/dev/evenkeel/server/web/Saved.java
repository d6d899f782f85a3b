package dev.evenkeel.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * Says on the next page that what a form sent was saved. It lasts for that one page, in a cookie
 * that holds a word only: servers keep nothing of a reader in memory.
 */
class Saved implements HandlerInterceptor {
  static final String COOKIE = "evenkeel_saved";
  private static final String REDIRECT = "redirect:";
  private static final Duration LASTS = Duration.ofMinutes(1);

  /** What is said, by how the address ends to which the form was sent. */
  private enum Word {
    SAVED("Saved."),
    REMOVED("Removed.", "remove", "delete", "forget", "revoke", "discard", "unlink", "end"),
    TAKEN_BACK("Taken back.", "withdraw", "withdrawal", "taking-back"),
    DONE(
        "Done.",
        "send",
        "give",
        "test",
        "retry",
        "again",
        "approve",
        "invitations",
        "fetch",
        "stop");

    private final String says;
    private final List<String> endings;

    Word(String says, String... endings) {
      this.says = says;
      this.endings = List.of(endings);
    }

    static Word of(String path) {
      String ending = path.substring(path.lastIndexOf('/') + 1);
      return Arrays.stream(values())
          .filter(word -> word.endings.contains(ending))
          .findFirst()
          .orElse(SAVED);
    }
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView answer) {
    String view = answer == null ? null : answer.getViewName();
    if (view != null
        && request.getMethod().equals("POST")
        && view.startsWith(REDIRECT)
        && isTold(request.getRequestURI(), target(view, request))) {
      keep(Word.of(request.getRequestURI()).name(), LASTS, request, response);
    }
  }

  private static String target(String view, HttpServletRequest request) {
    String path = view.substring(REDIRECT.length()).replaceAll("[?#].*", "");
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      for (Map.Entry<?, ?> one : variables.entrySet()) {
        path = path.replace("{%s}".formatted(one.getKey()), String.valueOf(one.getValue()));
      }
    }
    return path;
  }

  /**
   * Where it comes back to the page that the form is of, or to the one that it made. The pages of
   * runs say themselves what is going on.
   */
  private static boolean isTold(String sent, String target) {
    return !sent.startsWith("/runs")
        && target.length() > 1
        && ((sent + "/").startsWith(target + "/") || target.startsWith(sent + "/"));
  }

  /** What is to be said on this page, once. */
  static String take(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null
        || !request.getMethod().equals("GET")
        || request.getHeader("HX-Request") != null
        || !Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
            .orElse("")
            .contains("text/html")) {
      return "";
    }
    keep("", Duration.ZERO, request, response);
    return Arrays.stream(Word.values())
        .filter(word -> word.name().equals(cookie.getValue()))
        .map(word -> word.says)
        .findFirst()
        .orElse("");
  }

  private static void keep(
      String value, Duration lasts, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(lasts)
            .build()
            .toString());
  }
}
