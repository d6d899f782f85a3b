package dev.evenkeel.server.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/**
 * Leads who has to have a second factor, and has none, to where it is set up; every other refusal
 * stays what it was.
 */
final class MustEnrol implements AccessDeniedHandler {
  static final String SAYS =
      "Administrators need a second factor here. Set up yours under Settings, Second factor; then"
          + " everything else opens.";
  private static final String PAGE = "/settings/second-factor";

  private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException, ServletException {
    if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who)
        || !who.mustEnrol()) {
      others.handle(request, response, why);
    } else if (request.getHeader("HX-Request") != null) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      response.setHeader("HX-Redirect", PAGE);
    } else if (NotSignedIn.isForPeople(request)) {
      response.sendRedirect(PAGE);
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response
          .getWriter()
          .write(
              """
              {"type":"/problems/forbidden","title":"Not allowed","status":403,"detail":"%s"}\
              """
                  .formatted(SAYS));
    }
  }
}
