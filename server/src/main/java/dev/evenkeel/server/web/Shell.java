package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.SignedIn;
import dev.evenkeel.server.shared.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What the layout shows around a page.
 *
 * @param role what the reader may do; VIEWER for those not signed in, who see no page that asks
 * @param here address of this page, to come back to
 */
public record Shell(boolean signedIn, String name, Role role, Theme theme, String here) {

  static Shell of(HttpServletRequest request) {
    var theme = Theme.of(request);
    var here = request.getMethod().equals("GET") ? request.getRequestURI() : "/";
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
        ? new Shell(true, who.getName(), who.role(), theme, here)
        : new Shell(false, "", Role.VIEWER, theme, here);
  }

  /** For templates: {@code ${shell.may('ADMIN')}}. */
  public boolean may(String needed) {
    return signedIn && role.covers(Role.valueOf(needed));
  }

  public Theme getNextTheme() {
    return theme.next();
  }
}
