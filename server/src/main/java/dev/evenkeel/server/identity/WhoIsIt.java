package dev.evenkeel.server.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Tells who sends a request, from its token or its session cookie. */
final class WhoIsIt extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(WhoIsIt.class);
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
    try {
      who(request).ifPresent(WhoIsIt::remember);
    } catch (DataAccessException | TransactionException e) {
      if (request.getDispatcherType() != DispatcherType.ERROR) {
        log.warn("Nobody can be recognised", e);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return;
      }
      // The page that tells of it is for everybody.
    }
    chain.doFilter(request, response);
  }

  private static void remember(SignedIn signedIn) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn);
    SecurityContextHolder.setContext(context);
  }

  /** A request with a token is the token's, whatever cookie comes with it. */
  Optional<SignedIn> who(HttpServletRequest request) {
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

  /** Files for everybody need nobody's name. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return path.startsWith("/assets/")
        || path.startsWith("/webjars/")
        || path.startsWith("/health");
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
