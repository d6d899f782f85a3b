package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.RightsCheck;
import dev.evenkeel.server.identity.SignedIn;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What the layout shows around a page.
 *
 * @param rights what the reader may do; none for those not signed in, who see no page that asks
 * @param duty whether the page is what an open task of the reader asks for
 * @param here address of this page, to come back to
 */
public record Shell(
    boolean signedIn, String name, Rights rights, Theme theme, String here, boolean duty) {

  static Shell of(HttpServletRequest request) {
    var theme = Theme.of(request);
    var here = request.getMethod().equals("GET") ? request.getRequestURI() : "/";
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
        ? new Shell(true, who.getName(), rights(who, request), theme, here, isDuty(request))
        : new Shell(false, "", Rights.none(), theme, here, false);
  }

  private static boolean isDuty(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(RightsCheck.DUTY));
  }

  /** As they are for what the page is about. */
  private static Rights rights(SignedIn who, HttpServletRequest request) {
    return request.getAttribute(RightsCheck.HERE) instanceof Rights here ? here : who.rights();
  }

  /** For templates: {@code ${shell.may('ADMINISTER')}}. */
  public boolean may(String needed) {
    var right = Right.valueOf(needed);
    // What somebody may ask for or start for a team is held to the team when it is sent.
    boolean teamsToo = right == Right.REQUEST || right == Right.RUN;
    if (duty && right == Right.PLAN) {
      return true;
    }
    return signedIn && (teamsToo ? rights.maySomewhere(right) : rights.may(right));
  }

  public Theme getNextTheme() {
    return theme.next();
  }
}
