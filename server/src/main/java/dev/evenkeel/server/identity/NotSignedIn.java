package dev.evenkeel.server.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends people to the sign-in page and back; tells programs what is missing. */
final class NotSignedIn implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException, ServletException {
    if (isForPeople(request)) {
      var page = "/sign-in" + comingBack(request);
      if (request.getHeader("HX-Request") != null) {
        // A redirect would be followed silently and its page put into a corner of this one.
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("HX-Redirect", page);
      } else {
        response.sendRedirect(page);
      }
      return;
    }
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Bearer realm=\"Evenkeel\"");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            """
            {"type":"/problems/not-signed-in","title":"Not signed in","status":401,\
            "detail":"%s"}\
            """
                .formatted(
                    WhoIsIt.bearer(request).isPresent()
                        ? "This token is not known, or no longer valid. Make a new one under"
                            + " Settings."
                        : "Send a token: 'Authorization: Bearer ek_…'. Tokens are made under"
                            + " Settings."));
  }

  static boolean isForPeople(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return !request.getRequestURI().startsWith("/api/")
        && (request.getHeader("HX-Request") != null
            || (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)));
  }

  private static String comingBack(HttpServletRequest request) {
    var page = page(request);
    return page.isEmpty() || page.equals("/")
        ? ""
        : "?then=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }

  /** The page the person is on; empty when it is not known. */
  private static String page(HttpServletRequest request) {
    if (request.getHeader("HX-Request") != null) {
      var url = request.getHeader("HX-Current-URL");
      return url == null ? "" : onThisSite(url);
    }
    return request.getMethod().equals("GET")
        ? withQuery(request.getRequestURI(), request.getQueryString())
        : "";
  }

  /** Of the address of a page, what leads to it from this site. */
  private static String onThisSite(String url) {
    try {
      var page = URI.create(url);
      var path = page.getRawPath();
      return path == null ? "" : withQuery(path, page.getRawQuery());
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
  }

  private static String withQuery(String path, @Nullable String query) {
    return query == null ? path : path + "?" + query;
  }
}
