package dev.evenkeel.server.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

  private static boolean isForPeople(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return !request.getRequestURI().startsWith("/api/")
        && (request.getHeader("HX-Request") != null
            || (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)));
  }

  private static String comingBack(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")
        || request.getHeader("HX-Request") != null
        || request.getRequestURI().equals("/")) {
      return "";
    }
    var query = request.getQueryString();
    var page = request.getRequestURI() + (query == null ? "" : "?" + query);
    return "?then=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }
}
