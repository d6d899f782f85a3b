package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets forms with files in only from who may bring files. Such a form is written to the disk as
 * soon as anybody asks for one of its fields, and the check against forged forms does: so this is
 * asked before. A forged form never gets here with a session, since browsers send the cookie from
 * this site alone.
 */
public final class FilesInForms extends OncePerRequestFilter {
  /** Of what takes files, every page asks for more than this. */
  public static final Right NOT_ENOUGH = Right.VIEW;

  /** Set on a request that was refused here, so that the page of the error says why. */
  public static final String REFUSED = FilesInForms.class.getName();

  private final WhoIsIt whoIsIt;
  private final AuthenticationEntryPoint notSignedIn;

  FilesInForms(WhoIsIt whoIsIt, AuthenticationEntryPoint notSignedIn) {
    this.whoIsIt = whoIsIt;
    this.notSignedIn = notSignedIn;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getDispatcherType() != DispatcherType.REQUEST || !mayHoldFiles(request)) {
      chain.doFilter(request, response);
      return;
    }
    try {
      Optional<SignedIn> who = whoIsIt.who(request);
      if (who.isEmpty()) {
        notSignedIn.commence(
            request, response, new AuthenticationCredentialsNotFoundException("nobody"));
        return;
      }
      if (who.get().mustEnrol()) {
        request.setAttribute(REFUSED, MustEnrol.SAYS);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      if (!mayBringFiles(who.get().rights())) {
        request.setAttribute(
            REFUSED,
            "Who may only look brings no files; ask an administrator for a role that may.");
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
    } catch (DataAccessException | TransactionException away) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean mayBringFiles(Rights rights) {
    return Arrays.stream(Right.values())
        .anyMatch(right -> right != NOT_ENOUGH && rights.maySomewhere(right));
  }

  private static boolean mayHoldFiles(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.strip().regionMatches(true, 0, "multipart/", 0, 10);
  }
}
