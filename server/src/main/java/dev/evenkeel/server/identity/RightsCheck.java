package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request through to a controller when its sender has the rights the controller asks for. A
 * controller that says nothing is refused to everybody, so that none is open by oversight.
 */
public final class RightsCheck implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && request.getDispatcherType() != DispatcherType.ERROR) {
      check(method);
    }
    return true;
  }

  private static void check(HandlerMethod method) {
    if (isOpen(method)) {
      return;
    }
    var needed =
        needed(method)
            .orElseThrow(
                () -> new IllegalStateException(method + " says neither @Needs nor @Open"));
    var rights =
        SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
            ? who.rights()
            : Rights.none();
    for (Right right : needed.value()) {
      if (!rights.may(right)) {
        throw new Refused(Refused.Kind.FORBIDDEN, says(right)).with("needs", right);
      }
    }
  }

  static String says(Right needed) {
    return "This needs %s; ask an administrator for it.".formatted(needed.words());
  }

  static boolean isOpen(HandlerMethod method) {
    return needed(method.getMethod()).isEmpty()
        && (AnnotatedElementUtils.hasAnnotation(method.getMethod(), Open.class)
            || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class));
  }

  static Optional<Needs> needed(HandlerMethod method) {
    return needed(method.getMethod())
        .or(() ->
            Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)));
  }

  private static Optional<Needs> needed(java.lang.reflect.Method method) {
    return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, Needs.class));
  }
}
