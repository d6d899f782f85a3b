package dev.evenkeel.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Tells who sends a request, from its token or its session cookie. */
final class WhoIsIt extends OncePerRequestFilter {
  private final Tokens tokens;
  private final Sessions sessions;

  WhoIsIt(Tokens tokens, Sessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    who(request)
        .ifPresent(signedIn -> {
          var context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(signedIn);
          SecurityContextHolder.setContext(context);
        });
    chain.doFilter(request, response);
  }

  /** A request with a token is the token's, whatever cookie comes with it. */
  private Optional<SignedIn> who(HttpServletRequest request) {
    var bearer = bearer(request);
    if (bearer.isPresent()) {
      return tokens.find(bearer.get());
    }
    var cookie = WebUtils.getCookie(request, SessionCookie.NAME);
    return cookie == null || cookie.getValue().isEmpty()
        ? Optional.empty()
        : sessions.find(cookie.getValue());
  }

  static Optional<String> bearer(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(header.substring(7).strip())
        : Optional.empty();
  }

  /** Server-sent events go on in an async dispatch, which has to know them too. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
